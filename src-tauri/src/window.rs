//! The one window.

use std::sync::Arc;

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_opener::OpenerExt as _;

use crate::places::Places;

const LABEL: &str = "main";

/// Opens the window. `server` says the address of the server that the app is signed in to.
///
/// # Errors
/// The system has no window to give.
pub fn open(
    app: &AppHandle,
    places: &Places,
    server: impl Fn() -> String + Send + Sync + 'static,
) -> anyhow::Result<()> {
    let (for_links, for_windows) = (app.clone(), app.clone());
    let server = Arc::new(server);
    let server_too = server.clone();
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Folio")
        .inner_size(1280.0, 820.0)
        .min_inner_size(900.0, 600.0)
        // Files are dropped on the screens, which take them as a browser does.
        .disable_drag_drop_handler()
        .data_directory(places.home().join("window"))
        .on_navigation(move |url| {
            let is_own = is_screens(url);
            if !is_own {
                open_outside(&for_links, url, &server());
            }
            is_own
        })
        .on_new_window(move |url, _features| {
            open_outside(&for_windows, &url, &server_too());
            NewWindowResponse::Deny
        })
        .build()?;
    give_back_input_methods(&window)?;
    Ok(())
}

/// Brings the window to the front: somebody started the app again.
pub fn to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let shown = window
            .show()
            .and_then(|()| window.unminimize())
            .and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "window.not_shown");
        }
    }
}

/// Whether somebody looks at the window.
pub fn is_watched(app: &AppHandle) -> bool {
    app.get_webview_window(LABEL)
        .is_some_and(|window| window.is_focused().unwrap_or(false))
}

/// Whether `url` is one of the screens that the app brings; on Windows they have a web address.
fn is_screens(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        "http" | "https" => {
            url.host_str() == Some("tauri.localhost") || (cfg!(dev) && url.host_str() == Some("127.0.0.1"))
        }
        scheme => scheme == "about",
    }
}

/// Opens a link in the person's own program: mail, and pages of the server that the app is signed in to.
fn open_outside(app: &AppHandle, url: &Url, server: &str) {
    if !may_open(url, server) {
        tracing::warn!(scheme = url.scheme(), "link.refused");
        return;
    }
    if let Err(error) = app.opener().open_url(url.as_str(), None::<&str>) {
        tracing::warn!(%error, "link.not_opened");
    }
}

fn may_open(url: &Url, server: &str) -> bool {
    match url.scheme() {
        "mailto" => true,
        "https" => Url::parse(server).is_ok_and(|server| server.origin() == url.origin()),
        _ => false,
    }
}

/// wry turns the preedit of WebKitGTK off, and with it input methods and compose keys: ĉ, ĝ, ŭ, Hindi, Tamil.
#[cfg(target_os = "linux")]
fn give_back_input_methods(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        use webkit2gtk::{InputMethodContextExt as _, WebViewExt as _};
        match webview.inner().input_method_context() {
            Some(context) => context.set_enable_preedit(true),
            None => tracing::warn!("window.no_input_methods"),
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn give_back_input_methods(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{is_screens, may_open};
    use tauri::Url;

    #[test]
    fn only_mail_and_the_own_server_open_outside() {
        for (url, server, may) in [
            ("mailto:owner@studio.example", "", true),
            ("https://folio.example/i#x", "https://folio.example", true),
            (
                "https://folio.example.evil.example/",
                "https://folio.example",
                false,
            ),
            ("https://folio.example:8443/", "https://folio.example", false),
            ("http://folio.example/", "https://folio.example", false),
            ("https://folio.example/", "", false),
            ("file:///etc/passwd", "https://folio.example", false),
            ("javascript:alert(1)", "https://folio.example", false),
        ] {
            assert_eq!(may_open(&Url::parse(url).unwrap(), server), may, "{url} {server}");
        }
    }

    #[test]
    fn the_window_shows_its_own_screens_alone() {
        for (url, own) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("about:blank", true),
            ("https://folio.example/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(is_screens(&Url::parse(url).unwrap()), own, "{url}");
        }
    }
}
