//! A business to try things on: founded in its home before a server serves it, then peopled over the API.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use folio_domain::ids::{ClientId, ContactId, DraftId, InvoiceId, LineId};
use folio_domain::invoices::{IssueInvoice, invoice_id};
use folio_domain::languages::Language;
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::people::Address;
use folio_domain::permissions::Role;
use folio_protocol::queries::{DraftDetail, DraftQuery, InvoiceDetail, InvoiceQuery, Query};
use folio_protocol::sessions::InviteRequest;
use folio_replica::ServerLink;
use folio_server::{App, Config, Founded, NewBusiness, PasswordCost};
use url::Url;

use crate::caller::{Caller, PASSWORD};
use crate::make::{add_client, add_contact, add_line, create_draft, euro, fresh};
use crate::until::{USUAL, until};

/// The least work that a password's hash may be: these tests sign many people in.
pub const CHEAP: PasswordCost = PasswordCost {
    memory_kib: 19 * 1024,
    passes: 2,
};

/// What a server in `home` is told, for tests inside this process.
///
/// # Errors
/// Never: the address is one.
pub fn config(home: &Path) -> Result<Config> {
    let base_url = Url::parse("http://127.0.0.1:9/")?;
    Ok(Config {
        password_cost: CHEAP,
        ..Config::new(home.to_owned(), base_url)
    })
}

/// The particulars of a business called `name`.
#[must_use]
pub fn organisation(name: &str) -> Organisation {
    Organisation {
        name: name.to_owned(),
        address: Address {
            city: "Chennai".to_owned(),
            country: "IN".to_owned(),
            ..Address::default()
        },
        tax_id: String::new(),
        email: String::new(),
        phone: "+91 44 5550 1234".to_owned(),
        hours: "9–18".to_owned(),
        time_zone: "UTC".to_owned(),
        language: Language::En,
        currency: euro(),
        payment_terms_days: 14,
        bank: BankDetails::default(),
        invoice_note: String::new(),
    }
}

/// Sets up a business whose owner signs in as `owner_email`.
///
/// # Errors
/// The server refuses it.
pub async fn found(app: &App, name: &str, owner_email: &str) -> Result<Founded> {
    let new = NewBusiness {
        organisation: organisation(name),
        owner_name: format!("Owner of {name}"),
        owner_email: owner_email.to_owned(),
        owner_password: Some(PASSWORD.to_owned()),
        number_pattern: String::new(),
        next_number: 1,
    };
    Ok(app.found(new).await?)
}

/// Sets up businesses in a home that no server serves yet: for each a name and the owner's address.
///
/// # Errors
/// The server refuses one.
pub async fn found_in(home: &Path, businesses: &[(&str, &str)]) -> Result<Vec<Founded>> {
    let app = App::open(config(home)?).await?;
    let mut founded = Vec::new();
    for (name, email) in businesses {
        founded.push(found(&app, name, email).await?);
    }
    app.close().await;
    Ok(founded)
}

/// A client of the business, with a contact who is signed in.
#[derive(Clone)]
pub struct ClientSide {
    /// The client.
    pub client_id: ClientId,
    /// The contact.
    pub contact_id: ContactId,
    /// The address that the contact signs in with.
    pub email: String,
    /// The contact.
    pub caller: Caller,
}

/// Adds a client with a contact, who accepts the invitation.
///
/// # Errors
/// The server refuses.
pub async fn join_client(
    owner: &Caller,
    link: &Arc<dyn ServerLink>,
    name: &str,
    contact: &str,
    email: &str,
) -> Result<ClientSide> {
    let (client_id, contact_id) = (ClientId(fresh()), ContactId(fresh()));
    owner
        .apply(vec![
            add_client(client_id, name),
            add_contact(client_id, contact_id, contact, email),
        ])
        .await?;
    let caller = join(owner, link, Role::Client, email, contact, Some(contact_id)).await?;
    Ok(ClientSide {
        client_id,
        contact_id,
        email: email.to_owned(),
        caller,
    })
}

/// Invites a person, who accepts.
///
/// # Errors
/// The server refuses.
pub async fn join(
    owner: &Caller,
    link: &Arc<dyn ServerLink>,
    role: Role,
    email: &str,
    name: &str,
    contact_id: Option<ContactId>,
) -> Result<Caller> {
    let request = InviteRequest {
        email: email.to_owned(),
        name: name.to_owned(),
        role,
        contact_id,
    };
    let url = owner.invite(&request).await?;
    Caller::accept(link.clone(), &url, name).await
}

/// Drafts and issues an invoice with these lines.
///
/// # Errors
/// The server refuses.
pub async fn issue(owner: &Caller, client: ClientId, note: &str, lines: &[&str]) -> Result<InvoiceId> {
    let draft_id = DraftId(fresh());
    let mut mutations = vec![create_draft(draft_id, Some(client), note)];
    mutations.extend(lines.iter().map(|line| add_line(draft_id, LineId(fresh()), line)));
    owner.apply(mutations).await?;
    issue_draft(owner, draft_id).await
}

/// Issues a draft as it is.
///
/// # Errors
/// The server refuses.
pub async fn issue_draft(owner: &Caller, draft_id: DraftId) -> Result<InvoiceId> {
    let draft: DraftDetail = owner.ask(Query::DraftQuery(DraftQuery { draft_id })).await?;
    owner
        .apply(vec![
            IssueInvoice {
                draft_id,
                content_hash: draft.content_hash,
                send: false,
            }
            .into(),
        ])
        .await?;
    Ok(invoice_id(draft_id))
}

/// Waits for an invoice's PDF and gives it.
///
/// # Errors
/// It is not rendered in time.
pub async fn paper(owner: &Caller, invoice_id: InvoiceId) -> Result<Vec<u8>> {
    until("the invoice's PDF", USUAL, async || {
        let detail: InvoiceDetail = owner
            .ask(Query::InvoiceQuery(InvoiceQuery { invoice_id }))
            .await?;
        Ok(detail.pdf.is_some())
    })
    .await?;
    let answer = owner.pdf(invoice_id).await?;
    (answer.status == 200)
        .then(|| answer.body.to_vec())
        .context("the PDF cannot be taken")
}
