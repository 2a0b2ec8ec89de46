//! The gate before each route: what its policy does not allow does not come through.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use folio_domain::permissions::Role;
use folio_protocol::{PROTOCOL_HEADER, PROTOCOL_OLDEST, PROTOCOL_VERSION, Problem, ProblemCode};
use http::{HeaderMap, Method, header};

use crate::app::App;
use crate::errors::Failure;
use crate::http::Session;
use crate::sessions::{self, Credentials, cookies};

/// Who may come through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Anyone: the call proves itself by what it carries, or tells nothing.
    Anyone,
    /// People with one of these roles who are signed in.
    Signed(&'static [Role]),
    /// The same, and who came by an invoice's link.
    SignedOrLinked(&'static [Role]),
}

impl Gate {
    /// Whether `session` comes through.
    ///
    /// # Errors
    /// Nobody is signed in, or the person may not.
    pub fn admit(self, session: Option<&Session>) -> Result<(), Failure> {
        let (roles, links) = match self {
            Self::Anyone => return Ok(()),
            Self::Signed(roles) => (roles, false),
            Self::SignedOrLinked(roles) => (roles, true),
        };
        let session = session.ok_or_else(Failure::signed_out)?;
        let may = roles.contains(&session.actor.access.role) && (links || session.by_link.is_none());
        if may {
            Ok(())
        } else {
            Err(Failure::new(ProblemCode::Forbidden, "refused-forbidden"))
        }
    }
}

/// Lets a call through the gate, with its session, or answers it.
pub async fn pass(State((app, gate)): State<(App, Gate)>, mut request: Request, next: Next) -> Response {
    let renewed = match enter(&app, gate, &mut request).await {
        Ok(renewed) => renewed,
        Err(failure) => return failure.into_response(),
    };
    let mut response = next.run(request).await;
    if let Some(tokens) = renewed
        && !response.headers().contains_key(header::SET_COOKIE)
    {
        cookies::set(response.headers_mut(), &app.config, &tokens);
    }
    response
}

async fn enter(
    app: &App,
    gate: Gate,
    request: &mut Request,
) -> Result<Option<folio_protocol::sessions::Tokens>, Failure> {
    check_protocol(request.method(), request.uri().query(), request.headers())?;
    let credentials = Credentials::of(request.headers());
    check_origin(
        request.method(),
        request.headers(),
        &credentials,
        &app.config.base_url,
    )?;
    let (session, renewed) = sessions::recognise(app, &credentials).await?;
    gate.admit(session.as_ref())?;
    if let Some(session) = session {
        request.extensions_mut().insert(session);
    }
    Ok(renewed)
}

/// A browser's own requests (a download, the stream of pokes) cannot carry a header; they may say the version in
/// the address, and a GET that says none comes from the page that this very server gave out.
fn check_protocol(method: &Method, query: Option<&str>, headers: &HeaderMap) -> Result<(), Failure> {
    let header = headers.get(PROTOCOL_HEADER).and_then(|value| value.to_str().ok());
    let in_address = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("protocol=")));
    let said = header.or(in_address);
    if said.is_none() && method == Method::GET && !headers.contains_key(header::AUTHORIZATION) {
        return Ok(());
    }
    let version = said.and_then(|text| text.parse::<u32>().ok());
    if version.is_some_and(|version| (PROTOCOL_OLDEST..=PROTOCOL_VERSION).contains(&version)) {
        return Ok(());
    }
    let problem = Problem::new(ProblemCode::TooOld, "problem-too-old");
    Err(Failure(problem.with("version", PROTOCOL_VERSION)))
}

/// No other site can make a browser change something here: a browser says where a call comes from, and another
/// site cannot add a header of ours without asking first.
fn check_origin(
    method: &Method,
    headers: &HeaderMap,
    credentials: &Credentials,
    base_url: &url::Url,
) -> Result<(), Failure> {
    if method.is_safe() || credentials.is_bearer() {
        return Ok(());
    }
    let origin = headers.get(header::ORIGIN);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let is_own = origin.is_none_or(|origin| {
        let origin = origin.to_str().unwrap_or_default();
        let authority = origin.split_once("://").map(|(_, authority)| authority);
        origin == base_url.origin().ascii_serialization() || (authority.is_some() && authority == host)
    });
    let from_browser = origin.is_some() || credentials.is_some();
    if is_own && (!from_browser || headers.contains_key("x-folio")) {
        return Ok(());
    }
    Err(Failure::new(ProblemCode::Forbidden, "refused-forbidden"))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_str(value).unwrap()))
            .collect()
    }

    #[test]
    fn every_call_says_its_protocol() {
        for (method, query, pairs, ok) in [
            (Method::POST, None, vec![("x-folio-protocol", "1")], true),
            (Method::POST, None, vec![], false),
            (Method::POST, None, vec![("x-folio-protocol", "0")], false),
            (Method::POST, None, vec![("x-folio-protocol", "2")], false),
            (Method::POST, None, vec![("x-folio-protocol", "new")], false),
            (Method::GET, None, vec![], true),
            (Method::GET, Some("protocol=0"), vec![], false),
            (Method::GET, None, vec![("authorization", "Bearer x")], false),
        ] {
            let answer = check_protocol(&method, query, &headers(&pairs));
            assert_eq!(answer.is_ok(), ok, "{method} {query:?} {pairs:?}");
        }
    }

    #[test]
    fn another_site_changes_nothing() {
        let base = url::Url::parse("https://folio.example").unwrap();
        for (pairs, ok) in [
            (vec![], true),
            (vec![("cookie", "folio-access=a")], false),
            (vec![("cookie", "folio-access=a"), ("x-folio", "1")], true),
            (
                vec![
                    ("cookie", "folio-access=a"),
                    ("x-folio", "1"),
                    ("origin", "https://folio.example"),
                ],
                true,
            ),
            (
                vec![
                    ("cookie", "folio-access=a"),
                    ("x-folio", "1"),
                    ("origin", "https://evil.example"),
                ],
                false,
            ),
            (vec![("x-folio", "1"), ("origin", "null")], false),
            (vec![("origin", "https://folio.example")], false),
            (
                vec![
                    ("x-folio", "1"),
                    ("origin", "http://localhost:5"),
                    ("host", "localhost:5"),
                ],
                true,
            ),
            (
                vec![("authorization", "Bearer a"), ("origin", "https://evil.example")],
                true,
            ),
        ] {
            let headers = headers(&pairs);
            let answer = check_origin(&Method::POST, &headers, &Credentials::of(&headers), &base);
            assert_eq!(answer.is_ok(), ok, "{pairs:?}");
        }
    }
}
