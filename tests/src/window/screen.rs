//! A screen with a person before it: the app's window or a browser. Everything waits for what it needs.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::keys::Key;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, WebDriver, WebElement};

use super::drivers::{self, Driver};
use super::{faults, looks};

/// How long a screen may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(40);
/// The most of a page's text that a failure shows.
const TEXT_SHOWN: usize = 1_500;

/// A screen with a person before it.
pub struct Screen {
    driver: WebDriver,
    name: String,
    saved: PathBuf,
    pictures: PathBuf,
    is_browser: bool,
    // After the session: the driver ends it.
    process: Driver,
    _downloads: Option<TempDir>,
}

/// The element that carries `data-testid`.
#[must_use]
pub fn id(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

/// Where a test leaves what is to be looked at.
///
/// # Errors
/// The folder cannot be made.
pub fn artifacts() -> Result<PathBuf> {
    let folder = std::env::var_os("FOLIO_TEST_ARTIFACTS").map_or_else(std::env::temp_dir, PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

impl Screen {
    /// Opens the app's window with its things in `home`; what it saves goes to `saved`, and every open dialog gives
    /// `opened`.
    ///
    /// # Errors
    /// It does not open.
    pub async fn window(name: &str, home: &Path, saved: &Path, opened: Option<&Path>) -> Result<Self> {
        let mut settings = vec![
            ("FOLIO_TEST_SAVE_DIR", saved.as_os_str().to_owned()),
            ("LC_ALL", OsString::from("C.UTF-8")),
        ];
        settings.extend(opened.map(|file| ("FOLIO_TEST_OPEN_FILE", file.as_os_str().to_owned())));
        let pictures = artifacts()?;
        let (process, driver) =
            drivers::window(home, &settings, &pictures.join(format!("{name}.log"))).await?;
        let screen = Self {
            driver,
            name: name.to_owned(),
            saved: saved.to_owned(),
            pictures,
            is_browser: false,
            process,
            _downloads: None,
        };
        screen.watched().await?;
        Ok(screen)
    }

    /// Opens a browser at `url`.
    ///
    /// # Errors
    /// It does not open.
    pub async fn browser(name: &str, url: &str) -> Result<Self> {
        let pictures = artifacts()?;
        let downloads = tempfile::tempdir()?;
        let (process, driver) =
            drivers::browser(downloads.path(), &pictures.join(format!("{name}.log"))).await?;
        let saved = downloads.path().to_owned();
        let screen = Self {
            driver,
            name: name.to_owned(),
            saved,
            pictures,
            is_browser: true,
            process,
            _downloads: Some(downloads),
        };
        screen.visit(url).await?;
        Ok(screen)
    }

    /// Watches the page for what must not happen, and shows it in English and light whatever the machine is set to.
    async fn watched(&self) -> Result<()> {
        faults::collect(&self.driver).await?;
        self.see(".menus > button").await?;
        looks::switch(&self.driver, "en", "light").await
    }

    /// Types `url` where addresses are typed; a browser's page is loaded anew.
    ///
    /// # Errors
    /// What went wrong on the page before, or the page does not load.
    pub async fn visit(&self, url: &str) -> Result<()> {
        if self.driver.current_url().await?.scheme().starts_with("http") {
            faults::none(&self.driver, true).await?;
        }
        self.driver.goto(url).await?;
        self.watched().await
    }

    /// Goes to a path of the app as a link there does.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn go(&self, path: &str) -> Result<()> {
        let script =
            "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'));";
        self.driver.execute(script, vec![json!(path)]).await?;
        Ok(())
    }

    /// The path that is open.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn path(&self) -> Result<String> {
        Ok(self.driver.current_url().await?.path().to_owned())
    }

    /// Waits until `holds`; a driver's error counts as not yet, for a screen may change under its hands.
    ///
    /// # Errors
    /// It does not hold in time: what is on the screen instead.
    pub async fn until<T>(
        &self,
        what: &str,
        mut holds: impl AsyncFnMut() -> WebDriverResult<Option<T>>,
    ) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let last = match holds().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => String::new(),
                Err(error) => error.to_string(),
            };
            if Instant::now() >= deadline {
                bail!(
                    "{}: not within {} s: {what}. {last}\n{}",
                    self.name,
                    PATIENCE.as_secs(),
                    self.state().await
                );
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// What a failure shows: where the screen is, what it says, and a picture.
    async fn state(&self) -> String {
        let picture = self.pictures.join(format!("failed-{}.png", self.name));
        let taken = self.driver.screenshot(&picture).await.is_ok();
        let shown: Result<String, _> = async {
            let script = "return [location.href, document.body.innerText, (window.__faults ?? []).join('\\n')].join('\\n');";
            self.driver.execute(script, Vec::new()).await?.convert()
        }
        .await;
        let text: String = shown
            .unwrap_or_else(|error| error.to_string())
            .chars()
            .take(TEXT_SHOWN)
            .collect();
        let picture = if taken {
            picture.display().to_string()
        } else {
            String::new()
        };
        format!("--- on the screen ---\n{text}\n--- {picture}")
    }

    /// Waits for the first element that `css` finds.
    ///
    /// # Errors
    /// It does not come.
    pub async fn see(&self, css: &str) -> Result<WebElement> {
        self.until(css, async || {
            Ok(self.driver.find_all(By::Css(css)).await?.into_iter().next())
        })
        .await
    }

    /// Waits until `css` finds nothing any more.
    ///
    /// # Errors
    /// It stays.
    pub async fn gone(&self, css: &str) -> Result<()> {
        let what = format!("no {css}");
        self.until(&what, async || {
            Ok(self.driver.find_all(By::Css(css)).await?.is_empty().then_some(()))
        })
        .await
    }

    /// How many elements `css` finds now.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(css)).await?.len())
    }

    /// Waits until an element that `css` finds says `words`.
    ///
    /// # Errors
    /// None does.
    pub async fn says(&self, css: &str, words: &str) -> Result<WebElement> {
        self.until(&format!("{css} says “{words}”"), async || {
            self.saying(css, words).await
        })
        .await
    }

    /// The first visible element that `css` finds and that says `words`. Drivers differ in what they call an
    /// element's text where it is cut off, so the page is asked.
    async fn saying(&self, css: &str, words: &str) -> WebDriverResult<Option<WebElement>> {
        let script = "return [...document.querySelectorAll(arguments[0])].find((element) =>
            element.checkVisibility() && element.textContent.includes(arguments[1])) ?? null;";
        let found = self
            .driver
            .execute(script, vec![json!(css), json!(words)])
            .await?;
        if found.json().is_null() {
            return Ok(None);
        }
        found.element().map(Some)
    }

    /// The text of the first element that `css` finds.
    ///
    /// # Errors
    /// It does not come.
    pub async fn text(&self, css: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.textContent?.trim() || null;";
        self.until(&format!("text in {css}"), async || {
            self.driver
                .execute(script, vec![json!(css)])
                .await?
                .convert::<Option<String>>()
        })
        .await
    }

    /// The value that is typed into `css`.
    ///
    /// # Errors
    /// It does not come.
    pub async fn value(&self, css: &str) -> Result<String> {
        Ok(self.see(css).await?.prop("value").await?.unwrap_or_default())
    }

    /// Presses what `css` finds first, once it can be pressed.
    ///
    /// # Errors
    /// It cannot.
    pub async fn press(&self, css: &str) -> Result<()> {
        self.until(&format!("{css} can be pressed"), async || {
            for element in self.driver.find_all(By::Css(css)).await? {
                if element.is_displayed().await?
                    && element.attr("aria-disabled").await?.as_deref() != Some("true")
                {
                    element.click().await?;
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Presses the element that `css` finds and that says `words`.
    ///
    /// # Errors
    /// There is none, or it cannot be pressed.
    pub async fn press_saying(&self, css: &str, words: &str) -> Result<()> {
        self.until(
            &format!("{css} that says “{words}” can be pressed"),
            async || {
                let Some(element) = self.saying(css, words).await? else {
                    return Ok(None);
                };
                element.click().await?;
                Ok(Some(()))
            },
        )
        .await
    }

    /// Types `text` in the place of what is in the `nth` field (from 0) that `css` finds, and leaves the field.
    ///
    /// # Errors
    /// It cannot be typed into.
    pub async fn type_nth(&self, css: &str, nth: usize, text: &str) -> Result<()> {
        self.until(&format!("{css} {nth} can be typed into"), async || {
            let Some(field) = self.driver.find_all(By::Css(css)).await?.into_iter().nth(nth) else {
                return Ok(None);
            };
            field.click().await?;
            field.send_keys(Key::Control + "a").await?;
            field
                .send_keys(if text.is_empty() {
                    Key::Backspace + ""
                } else {
                    text.into()
                })
                .await?;
            field.send_keys(Key::Tab + "").await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types `text` into the first field that `css` finds.
    ///
    /// # Errors
    /// It cannot be typed into.
    pub async fn type_in(&self, css: &str, text: &str) -> Result<()> {
        self.type_nth(css, 0, text).await
    }

    /// Types words into a field that offers choices, and takes the one that says `words`.
    ///
    /// # Errors
    /// There is no such choice.
    pub async fn choose(&self, css: &str, words: &str) -> Result<()> {
        self.until(&format!("{css} can be typed into"), async || {
            let Some(field) = self.driver.find_all(By::Css(css)).await?.into_iter().next() else {
                return Ok(None);
            };
            field.click().await?;
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(words).await?;
            Ok(Some(()))
        })
        .await?;
        self.press_saying("[role=option]", words).await
    }

    /// Chooses in a list of the browser's own.
    ///
    /// # Errors
    /// There is no such choice.
    pub async fn select(&self, css: &str, value: &str) -> Result<()> {
        let script = "const list = document.querySelector(arguments[0]);
            if (!list || ![...list.options].some((option) => option.value === arguments[1])) return null;
            list.value = arguments[1];
            list.dispatchEvent(new Event('input', { bubbles: true }));
            list.dispatchEvent(new Event('change', { bubbles: true }));
            return true;";
        self.until(&format!("{css} offers {value}"), async || {
            self.driver
                .execute(script, vec![json!(css), json!(value)])
                .await?
                .convert::<Option<bool>>()
        })
        .await?;
        Ok(())
    }

    /// Presses keys where the focus is, such as `Key::Control + "z"`.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        let keys = keys.into();
        let element = self.driver.active_element().await?;
        element.send_keys(keys).await?;
        Ok(())
    }

    /// Hands a file to the first file field that `css` finds.
    ///
    /// # Errors
    /// There is none.
    pub async fn hand_over(&self, css: &str, file: &Path) -> Result<()> {
        let path = file.to_str().context("a path that is text")?;
        self.see(css).await?.send_keys(path).await?;
        Ok(())
    }

    /// Waits for a saved file whose name ends so, whole.
    ///
    /// # Errors
    /// It does not come.
    pub async fn saved(&self, ending: &str) -> Result<Vec<u8>> {
        let deadline = Instant::now() + PATIENCE;
        let mut before = 0;
        loop {
            for entry in std::fs::read_dir(&self.saved)? {
                let path = entry?.path();
                if path.to_string_lossy().ends_with(ending) {
                    let bytes = std::fs::read(&path)?;
                    if !bytes.is_empty() && bytes.len() == before {
                        return Ok(bytes);
                    }
                    before = bytes.len();
                }
            }
            if Instant::now() >= deadline {
                bail!(
                    "{}: no file …{ending} was saved\n{}",
                    self.name,
                    self.state().await
                );
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Takes the screen in every language and both themes.
    ///
    /// # Errors
    /// The screen does not follow.
    pub async fn look(&self, step: &str) -> Result<()> {
        looks::take_all(&self.driver, &self.pictures, step).await
    }

    /// Takes the screen as it is to `file`.
    ///
    /// # Errors
    /// It cannot be written.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        Ok(self.driver.screenshot(file).await?)
    }

    /// The driver, for what is rare.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Runs `script` and reads its answer.
    ///
    /// # Errors
    /// It throws, or answers something else.
    pub async fn ask<T: serde::de::DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        Ok(self.driver.execute(script, arguments).await?.convert()?)
    }

    /// Ends the session; what went wrong on the screen fails the test.
    ///
    /// # Errors
    /// What went wrong on the screen.
    pub async fn close(self) -> Result<()> {
        let faults = faults::none(&self.driver, self.is_browser).await;
        let ended = self.process.end(self.driver).await;
        faults.with_context(|| self.name)?;
        ended
    }
}
