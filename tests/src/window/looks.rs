//! A screen in every language and both themes.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;
use thirtyfour::WebDriver;

/// The languages that a screen is looked at in.
pub const LANGUAGES: [&str; 4] = ["hi", "ta", "eo", "en"];
/// The themes.
pub const THEMES: [&str; 2] = ["dark", "light"];

/// Chooses in the menus, as a person does, and waits until the screen has followed and its letters are there.
const SWITCH: &str = r"
    const [language, theme, done] = arguments;
    const frame = () => Promise.race([new Promise(requestAnimationFrame), new Promise((go) => setTimeout(go, 100))]);
    const until = async (holds) => { for (let n = 0; n < 200 && !holds(); n += 1) await frame(); return holds(); };
    const choose = async (menu, find) => {
        const button = document.querySelectorAll('.menus > button[aria-haspopup=menu]')[menu];
        if (!button) return false;
        if (button.getAttribute('aria-expanded') !== 'true') button.click();
        await until(find);
        find()?.click();
        return until(() => button.getAttribute('aria-expanded') === 'false');
    };
    const root = document.documentElement;
    (async () => {
        if (root.lang !== language) await choose(0, () => document.querySelector(`.menus [role=menuitemradio][lang=${language}]`));
        const at = { system: 0, light: 1, dark: 2 }[theme];
        if (root.dataset.theme !== theme) await choose(1, () => document.querySelectorAll('.menus [role=menuitemradio]')[at]);
        const there = await until(() => root.lang === language && root.dataset.theme === theme);
        document.activeElement?.blur();
        await document.fonts.ready;
        await frame();
        await frame();
        done(there ? '' : `${root.lang} ${root.dataset.theme}`);
    })();
";

/// Switches language and theme.
///
/// # Errors
/// The screen does not follow.
pub async fn switch(driver: &WebDriver, language: &str, theme: &str) -> Result<()> {
    let answer = driver
        .execute_async(SWITCH, vec![json!(language), json!(theme)])
        .await?;
    let instead: String = answer.convert()?;
    anyhow::ensure!(
        instead.is_empty(),
        "the screen stays {instead} and does not become {language} {theme}"
    );
    Ok(())
}

/// Takes the screen in every language and both themes, and leaves it in English and light.
///
/// # Errors
/// The screen does not follow, or the picture cannot be written.
pub async fn take_all(driver: &WebDriver, folder: &Path, step: &str) -> Result<()> {
    for theme in THEMES {
        for language in LANGUAGES {
            switch(driver, language, theme)
                .await
                .with_context(|| step.to_owned())?;
            driver
                .screenshot(&folder.join(format!("{step}-{language}-{theme}.png")))
                .await?;
        }
    }
    Ok(())
}
