//! What a browser gets that asks for no API: the screens.

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Uri, header};

use crate::app::App;
use crate::errors::Failure;

const INDEX: &str = "index.html";

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

fn answer(path: &str, found: Cow<'static, [u8]>) -> Response {
    let body = match found {
        Cow::Borrowed(bytes) => Body::from(bytes),
        Cow::Owned(bytes) => Body::from(bytes),
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
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
