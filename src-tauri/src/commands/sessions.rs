//! First run, signing in and out.

use std::sync::Arc;
use std::time::Duration;

use folio_domain::organisations::{BankDetails, Organisation};
use folio_protocol::commands::{AcceptInvitation, Done, LookAtInvitation, SignIn, StartHere, StartedHere};
use folio_protocol::sessions::{AcceptRequest, DeviceKind, InvitationLook, SignInRequest, SignedIn};
use folio_protocol::{Problem, ProblemCode};
use folio_replica::{Api, HttpLink, OpenAccount, ReplicaError};
use folio_server::{App, NewBusiness};
use url::Url;
use uuid::Uuid;

use crate::desktop::Desktop;
use crate::here;
use crate::places::device_name;
use crate::servers::DesktopServers;

/// How long a sign-in waits for the first copy; a larger one goes on behind the screens.
const FIRST_COPY: Duration = Duration::from_secs(15);

const PAYMENT_TERMS_DAYS: i32 = 14;

/// Signs in to the server at the address given, or to the one on this computer.
///
/// # Errors
/// A bad address, no keyring, wrong particulars, or the server cannot be reached.
pub async fn sign_in(desktop: &Arc<Desktop>, params: SignIn) -> Result<SignedIn, Problem> {
    let Some(address) = params.server.filter(|address| !address.trim().is_empty()) else {
        return sign_in_here(desktop, &params.email).await;
    };
    let link = HttpLink::new(&address).map_err(ReplicaError::from)?;
    let server = link.address();
    let request = SignInRequest {
        email: params.email,
        password: params.password,
        device_name: device_name(),
        device_kind: DeviceKind::Desktop,
    };
    let answer = desktop.home.sign_in(&link, &request).await?;
    Ok(settled(desktop.adopt(&server, Arc::new(link), answer).await?).await)
}

/// Whoever can open the keyring owns the server of this computer; its owner has no password.
async fn sign_in_here(desktop: &Arc<Desktop>, email: &str) -> Result<SignedIn, Problem> {
    let nobody = || Problem::new(ProblemCode::Unauthorised, "problem-wrong-sign-in");
    let accounts = desktop.home.accounts()?.into_iter();
    let mut accounts = accounts.filter(|(account, _)| account.is_here());
    let (account, _) = accounts.next().ok_or_else(nobody)?;
    let server = desktop.servers.here().await?;
    let answer = server.sign_in_here(account.principal_id, &device_name()).await;
    let answer = answer.map_err(here::problem)?;
    if !answer.person.email.eq_ignore_ascii_case(email.trim()) {
        return Err(nobody());
    }
    let link = DesktopServers::joined(&server);
    Ok(settled(desktop.adopt("", link, answer).await?).await)
}

/// Signs out of one account; its copy stays, closed, and another that is open is shown.
///
/// # Errors
/// Nobody is signed in, or the keyring refuses.
pub async fn sign_out(desktop: &Arc<Desktop>, account: Option<Uuid>) -> Result<Done, Problem> {
    let signed_out = || Problem::new(ProblemCode::Unauthorised, "problem-signed-out");
    desktop.accounts.sign_out(account.ok_or_else(signed_out)?).await?;
    Ok(Done {})
}

/// Says what an invitation is.
///
/// # Errors
/// No link, or it opens nothing.
pub async fn look_at_invitation(params: &LookAtInvitation) -> Result<InvitationLook, Problem> {
    let (server, token) = invitation(&params.link)?;
    let link = HttpLink::new(&server).map_err(ReplicaError::from)?;
    Ok(Api::ask_openly(&link, "look_at_invitation", &LookAtInvitation { link: token }).await?)
}

/// Accepts an invitation and signs in.
///
/// # Errors
/// No link, it opens nothing, or there is no keyring; then the link is not spent.
pub async fn accept_invitation(
    desktop: &Arc<Desktop>,
    params: AcceptInvitation,
) -> Result<SignedIn, Problem> {
    let (server, token) = invitation(&params.link)?;
    let link = HttpLink::new(&server).map_err(ReplicaError::from)?;
    let server = link.address();
    let request = AcceptRequest {
        token,
        name: params.name,
        password: params.password,
        device_name: device_name(),
        device_kind: DeviceKind::Desktop,
    };
    let answer = desktop.home.accept(&link, &request).await?;
    Ok(settled(desktop.adopt(&server, Arc::new(link), answer).await?).await)
}

/// Starts a business on this computer.
///
/// # Errors
/// There is one already, there is no keyring, or the particulars break a rule.
pub async fn start_here(desktop: &Arc<Desktop>, params: StartHere) -> Result<StartedHere, Problem> {
    super::backups::require_no_business(desktop).await?;
    let server = here::create(&desktop.home).await?;
    let begun = begin(desktop, &server, params).await;
    if begun.is_err() {
        // What it left is set aside when somebody tries again: its code was never shown.
        server.close().await;
    }
    begun
}

async fn begin(desktop: &Arc<Desktop>, server: &App, params: StartHere) -> Result<StartedHere, Problem> {
    let founded = server.found(business(params)).await.map_err(here::problem)?;
    let open = desktop.sign_in_here(server, founded.owner_id).await?;
    desktop.servers.keep(server.clone()).await;
    Ok(StartedHere {
        person: settled(open).await,
        recovery_code: founded.recovery_code,
    })
}

/// Waits for the first copy, so that the first screen is not an empty one.
pub async fn settled(open: OpenAccount) -> SignedIn {
    if tokio::time::timeout(FIRST_COPY, open.replica.first_copy())
        .await
        .is_err()
    {
        tracing::info!("session.first_copy_goes_on");
    }
    open.replica.person()
}

/// The business that first run describes, with the usual terms.
pub fn business(params: StartHere) -> NewBusiness {
    let address = folio_domain::addresses::Address {
        country: params.country,
        ..Default::default()
    };
    let organisation = Organisation {
        name: params.business_name,
        address,
        tax_id: String::new(),
        email: params.email.clone(),
        phone: String::new(),
        hours: String::new(),
        time_zone: params.time_zone,
        language: params.language,
        currency: params.currency,
        payment_terms_days: PAYMENT_TERMS_DAYS,
        bank: BankDetails::default(),
        invoice_note: String::new(),
    };
    NewBusiness {
        organisation,
        owner_name: params.owner_name,
        owner_email: params.email,
        owner_password: None,
        number_pattern: params.number_pattern,
        next_number: params.next_number,
    }
}

/// The server and the token of an invitation's link: `https://…/invitation#token`.
fn invitation(link: &str) -> Result<(String, String), Problem> {
    let bad = || Problem::new(ProblemCode::Invalid, "problem-bad-server-address");
    let mut url = Url::parse(link.trim()).map_err(|_not_one| bad())?;
    let token = url
        .fragment()
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .ok_or_else(bad)?;
    let base = url.path().strip_suffix("/invitation").ok_or_else(bad)?.to_owned();
    url.set_path(&base);
    url.set_query(None);
    url.set_fragment(None);
    Ok((url.to_string(), token))
}

#[cfg(test)]
mod tests {
    use super::invitation;

    #[test]
    fn links_of_invitations() {
        for (link, expected) in [
            (
                "https://folio.example/invitation#abc",
                Some(("https://folio.example/", "abc")),
            ),
            (
                " http://127.0.0.1:4810/books/invitation#abc\n",
                Some(("http://127.0.0.1:4810/books", "abc")),
            ),
            ("https://folio.example/invitation", None),
            ("https://folio.example/i#abc", None),
            ("abc", None),
        ] {
            let read = invitation(link).ok();
            let read = read
                .as_ref()
                .map(|(server, token)| (server.as_str(), token.as_str()));
            assert_eq!(read, expected, "{link:?}");
        }
    }
}
