//! The screens for browsers: built in, or from a folder while they are being worked on.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header};

use crate::app::App;
use crate::errors::Failure;

include!(concat!(env!("OUT_DIR"), "/screens.rs"));

const INDEX: &str = "index.html";

/// The files of the screens.
#[derive(Clone, Debug)]
pub struct Screens {
    folder: Option<PathBuf>,
}

struct Found {
    bytes: Cow<'static, [u8]>,
    is_gzip: bool,
}

impl Screens {
    /// Those in `folder`, or those built in.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    async fn find(&self, path: &str) -> Option<Found> {
        match &self.folder {
            Some(folder) => {
                let bytes = tokio::fs::read(folder.join(below(path)?)).await.ok()?;
                Some(Found {
                    bytes: Cow::Owned(bytes),
                    is_gzip: false,
                })
            }
            None => {
                let (_, bytes) = BUILT_IN.iter().find(|(name, _)| *name == path)?;
                Some(Found {
                    bytes: Cow::Borrowed(bytes),
                    is_gzip: false,
                })
            }
        }
    }
}

/// `path` when it stays below the folder.
fn below(path: &str) -> Option<&Path> {
    let is_plain = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    let path = Path::new(path);
    (path.components().next().is_some() && path.components().all(is_plain)).then_some(path)
}

/// Everything that is no API: a file of the screens; the page itself for an address that the screens know.
pub async fn serve(State(app): State<App>, headers: HeaderMap, uri: Uri) -> Result<Response, Failure> {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") || path == "api" {
        return Err(Failure::not_found());
    }
    if let Some(found) = app.screens.find(path).await {
        return Ok(answer(path, found));
    }
    // A missing file is missing; an address without an ending is a screen's.
    let is_screen = !path.rsplit('/').next().unwrap_or_default().contains('.');
    let wants_page = headers.get(header::ACCEPT).is_none_or(|accept| {
        accept
            .to_str()
            .is_ok_and(|accept| accept.contains("text/html") || accept.contains("*/*"))
    });
    match app.screens.find(INDEX).await.filter(|_| is_screen && wants_page) {
        Some(found) => Ok(answer(INDEX, found)),
        None => Err(Failure::not_found()),
    }
}

fn answer(path: &str, found: Found) -> Response {
    let mut response = Response::new(Body::from(found.bytes.into_owned()));
    *response.status_mut() = StatusCode::OK;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
    if found.is_gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    // Names below assets/ carry a hash of their content; the page that names them is asked for anew.
    let cache = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_above_the_folder_is_served() {
        assert!(below("assets/a.js").is_some());
        for path in ["", "/etc/passwd", "../secret", "assets/../../secret", "./x"] {
            assert!(below(path).is_none(), "{path}");
        }
    }
}
