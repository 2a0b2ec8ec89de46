//! A browser's tokens, in cookies that no script reads.

use folio_protocol::sessions::Tokens;
use http::{HeaderMap, HeaderValue, header};

use crate::config::Config;

/// The cookie with the access token.
pub const ACCESS: &str = "folio-access";
/// The cookie with the refresh token.
pub const REFRESH: &str = "folio-refresh";

/// The value of cookie `name`, when the caller sent one.
#[must_use]
pub fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let mut pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(key, value)| (key == name).then_some(value))
}

/// Gives the browser `tokens`. A link's session has no refresh token, and its cookie ends with the browser.
pub fn set(headers: &mut HeaderMap, config: &Config, tokens: &Tokens) {
    let age = super::tokens::REFRESH_LIFE.as_secs();
    append(headers, config, ACCESS, &tokens.access_token, age);
    append(headers, config, REFRESH, &tokens.refresh_token, age);
}

/// Takes the tokens away from the browser.
pub fn clear(headers: &mut HeaderMap, config: &Config) {
    append(headers, config, ACCESS, "", 0);
    append(headers, config, REFRESH, "", 0);
}

fn append(headers: &mut HeaderMap, config: &Config, name: &str, value: &str, age_s: i64) {
    let age_s = if value.is_empty() { 0 } else { age_s };
    let secure = if config.secure_cookies() { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/api; Max-Age={age_s}; HttpOnly; SameSite=Strict{secure}");
    // Tokens are letters of Base64, so this is always a header.
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("a=1; folio-access=tok; folio-access-x=2"),
        );
        headers.append(header::COOKIE, HeaderValue::from_static("folio-refresh=ref"));
        assert_eq!(find(&headers, ACCESS), Some("tok"));
        assert_eq!(find(&headers, REFRESH), Some("ref"));
        assert_eq!(find(&headers, "folio"), None);
    }
}
