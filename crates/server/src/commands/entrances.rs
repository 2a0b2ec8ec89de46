//! The commands that sign a browser in.

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use folio_protocol::commands::{AcceptInvitation, OpenInvoiceLink, OpenedLink, SignIn};
use folio_protocol::sessions::{AcceptRequest, DeviceKind, SignInRequest, Tokens};
use http::{HeaderMap, header};
use serde::Serialize;

use crate::app::App;
use crate::errors::Failure;
use crate::http::Address;
use crate::sessions::cookies;
use crate::{invitations, invoices, sessions};

/// Where a browser stands that gives a command.
pub(super) struct Entrance {
    /// The server.
    pub(super) app: App,
    /// Where the call comes from.
    pub(super) address: Address,
    browser: String,
}

impl Entrance {
    pub(super) fn new(app: App, address: Address, headers: &HeaderMap) -> Self {
        let agent = headers
            .get(header::USER_AGENT)
            .and_then(|agent| agent.to_str().ok());
        let browser = browser_name(agent.unwrap_or_default());
        Self {
            app,
            address,
            browser,
        }
    }

    pub(super) async fn sign_in(&self, params: SignIn) -> Result<Response, Failure> {
        let request = SignInRequest {
            email: params.email,
            password: params.password,
            device_name: self.browser.clone(),
            device_kind: DeviceKind::Browser,
        };
        let (opened, person) = sessions::sign_in_with(&self.app, self.address, request).await?;
        Ok(self.with_cookies(&opened.tokens, person))
    }

    pub(super) async fn accept(&self, params: AcceptInvitation) -> Result<Response, Failure> {
        let request = AcceptRequest {
            token: params.link,
            name: params.name,
            password: params.password,
            device_name: self.browser.clone(),
            device_kind: DeviceKind::Browser,
        };
        let (opened, person) = invitations::accept(&self.app, self.address, request).await?;
        Ok(self.with_cookies(&opened.tokens, person))
    }

    pub(super) async fn open_link(&self, params: OpenInvoiceLink) -> Result<Response, Failure> {
        let (answer, tokens) = invoices::open_link(&self.app, self.address, &params.token).await?;
        let opened = OpenedLink {
            invoice_id: answer.invoice_id,
            person: answer.person,
        };
        Ok(self.with_cookies(&tokens, opened))
    }

    fn with_cookies(&self, tokens: &Tokens, answer: impl Serialize) -> Response {
        let mut response = Json(answer).into_response();
        cookies::set(response.headers_mut(), &self.app.config, tokens);
        response
    }
}

/// What a person recognises a browser by in the list of devices.
fn browser_name(agent: &str) -> String {
    let browser = ["Firefox", "Edg", "Chrome", "Safari"]
        .into_iter()
        .find(|name| agent.contains(name));
    let system = ["Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"]
        .into_iter()
        .find(|name| agent.contains(name));
    let browser = match browser {
        Some("Edg") => "Edge",
        Some(name) => name,
        None => "Browser",
    };
    system.map_or_else(|| browser.to_owned(), |system| format!("{browser}, {system}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart() {
        let agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";
        assert_eq!(browser_name(agent), "Chrome, Linux");
        assert_eq!(browser_name(""), "Browser");
    }
}
