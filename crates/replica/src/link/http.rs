//! The link over a socket.

use std::time::Duration;

use ::http::{Request, Response};
use async_trait::async_trait;
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use url::{Host, Url};

use super::{BodyStream, LinkError, ServerLink};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a body may be silent; the stream of events says something more often than that.
const READ_TIMEOUT: Duration = Duration::from_secs(60);

/// A link to a server by its address.
pub struct HttpLink {
    base: Url,
    client: reqwest::Client,
}

impl HttpLink {
    /// A link to the server at `address`; without a scheme it is taken as HTTPS. Plain HTTP is for this computer
    /// alone.
    ///
    /// # Errors
    /// The address is none, or is not encrypted.
    pub fn new(address: &str) -> Result<Self, LinkError> {
        let base = parse(address)?;
        // Fails when a provider is there already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            // A redirect could lead the tokens elsewhere.
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("Folio/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| LinkError::Unreachable(without_url(error)))?;
        Ok(Self { base, client })
    }

    /// The server's address, in one spelling.
    #[must_use]
    pub fn address(&self) -> String {
        self.base.as_str().trim_end_matches('/').to_owned()
    }
}

fn parse(address: &str) -> Result<Url, LinkError> {
    let address = address.trim();
    let spelled = if address.contains("://") {
        address.to_owned()
    } else {
        format!("https://{address}")
    };
    let mut base = Url::parse(&spelled).map_err(|_not_one| LinkError::BadAddress)?;
    base.set_query(None);
    base.set_fragment(None);
    let local = match base.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => return Err(LinkError::BadAddress),
    };
    match base.scheme() {
        "https" => Ok(base),
        "http" if local => Ok(base),
        "http" => Err(LinkError::NotEncrypted),
        _ => Err(LinkError::BadAddress),
    }
}

/// What went wrong, without the address: it may hold an id.
fn without_url(error: reqwest::Error) -> String {
    error.without_url().to_string()
}

#[async_trait]
impl ServerLink for HttpLink {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<BodyStream>, LinkError> {
        let (mut head, body) = request.into_parts();
        let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
        let address = format!("{}{path}", self.address());
        head.uri = address
            .parse()
            .map_err(|_bad| LinkError::BadRequest("path".to_owned()))?;
        let request = reqwest::Request::try_from(Request::from_parts(head, body))
            .map_err(|error| LinkError::BadRequest(without_url(error)))?;
        let answer = self.client.execute(request).await.map_err(|error| {
            if error.is_timeout() {
                LinkError::TimedOut
            } else {
                LinkError::Unreachable(without_url(error))
            }
        })?;
        let mut response = Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.extend(
                answer
                    .headers()
                    .iter()
                    .map(|(name, value)| (name.clone(), value.clone())),
            );
        }
        let body = answer
            .bytes_stream()
            .map_err(|error| LinkError::Broken(without_url(error)))
            .boxed();
        response
            .body(body)
            .map_err(|error| LinkError::Broken(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (given, expected) in [
            ("folio.example", Ok("https://folio.example")),
            (" https://folio.example/ ", Ok("https://folio.example")),
            (
                "https://folio.example:8443/books",
                Ok("https://folio.example:8443/books"),
            ),
            ("http://127.0.0.1:4810", Ok("http://127.0.0.1:4810")),
            ("http://localhost:4810/#x", Ok("http://localhost:4810")),
            (
                "http://folio.example",
                Err("only HTTPS may be used beyond this computer"),
            ),
            ("ftp://folio.example", Err("not a server's address")),
            ("", Err("not a server's address")),
            ("https://", Err("not a server's address")),
        ] {
            let link = HttpLink::new(given)
                .map(|link| link.address())
                .map_err(|error| error.to_string());
            assert_eq!(
                link,
                expected.map(str::to_owned).map_err(str::to_owned),
                "{given:?}"
            );
        }
    }
}
