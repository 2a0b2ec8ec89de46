//! Setting up: `init`, `invite`, `password-link`, `demo`.

use clap::Args;
use folio_domain::ids::OrgId;
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::people::Address;
use folio_domain::permissions::Role;
use folio_protocol::sessions::InviteRequest;

use super::arguments::{HomeArgs, OrgArgs, language};
use super::{home, say};
use crate::app::App;
use crate::clock::Source;
use crate::demo::{DEMO_PASSWORD, fill};
use crate::errors::ServerError;
use crate::invitations;
use crate::setup::NewBusiness;

/// Arguments of `init`.
#[derive(Args)]
pub(super) struct InitArgs {
    #[command(flatten)]
    home: HomeArgs,
    /// The business's name
    #[arg(long)]
    name: String,
    /// Its country, as two letters
    #[arg(long, default_value = "")]
    country: String,
    /// Its currency, as three letters
    #[arg(long, value_parser = currency)]
    currency: Currency,
    /// Its time zone, as Europe/Berlin
    #[arg(long, default_value = "UTC")]
    time_zone: String,
    /// Its language: en, hi, ta or eo
    #[arg(long, value_parser = language, default_value = "en")]
    language: Language,
    /// The owner's name
    #[arg(long)]
    owner_name: String,
    /// The address that the owner signs in with
    #[arg(long)]
    owner_email: String,
    /// The owner's password; without it the owner chooses one by the link that is printed
    #[arg(long, env = "FOLIO_OWNER_PASSWORD", hide_env_values = true)]
    owner_password: Option<String>,
    /// The pattern of invoice numbers
    #[arg(long, default_value = "YYYY-0000")]
    number_pattern: String,
    /// The number that the first invoice takes: one more than the old tool's last
    #[arg(long, default_value_t = 1)]
    next_number: i64,
}

fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(text).map_err(|error| error.to_string())
}

pub(super) async fn init(args: InitArgs) -> Result<bool, ServerError> {
    let app = args.home.open().await?;
    let needs_link = args.owner_password.is_none();
    let organisation = Organisation {
        name: args.name,
        address: Address {
            country: args.country.to_uppercase(),
            ..Address::default()
        },
        tax_id: String::new(),
        email: args.owner_email.clone(),
        phone: String::new(),
        hours: String::new(),
        time_zone: args.time_zone,
        language: args.language,
        currency: args.currency,
        payment_terms_days: 14,
        bank: BankDetails::default(),
        invoice_note: String::new(),
    };
    let new = NewBusiness {
        organisation,
        owner_name: args.owner_name,
        owner_email: args.owner_email,
        owner_password: args.owner_password,
        number_pattern: args.number_pattern,
        next_number: args.next_number,
    };
    let founded = app.found(new).await?;
    say(format_args!("business       {}", founded.org_id))?;
    if needs_link {
        say(format_args!(
            "sign-in link   {}",
            app.password_link(founded.owner_id).await?
        ))?;
    }
    say(format_args!("recovery code  {}", founded.recovery_code))?;
    say("Print the recovery code and keep it safe: it alone opens the backups, and it is stored nowhere.")?;
    app.close().await;
    Ok(true)
}

pub(super) async fn invite(
    home: HomeArgs,
    org: OrgArgs,
    email: String,
    name: String,
    role: Role,
) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let org_id = org.find(&app).await?;
    let inviter = home::owner_session(&app, org_id).await?.actor.name;
    let request = InviteRequest {
        email,
        name,
        role,
        contact_id: None,
    };
    let invited = invitations::invite_in(&app, org_id, &inviter, request, None).await?;
    say(format_args!("link   {}", invited.url))?;
    say(format_args!("until  {}", invited.expires_at))?;
    app.close().await;
    Ok(true)
}

pub(super) async fn password_link(home: HomeArgs, email: &str) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let found = app.store.principal_by_email(email).await?;
    let person = found.ok_or_else(|| ServerError::Setting("nobody signs in with this address".to_owned()))?;
    say(app.password_link(person.principal_id).await?)?;
    app.close().await;
    Ok(true)
}

/// Says for each person of the business without a password the link with which they choose one: everybody after an
/// export, and after a backup whoever never needed one, as the owner of a business on one computer.
pub(super) async fn tell_links(app: &App, org_id: OrgId) -> Result<(), ServerError> {
    let mut without = Vec::new();
    for role in Role::PEOPLE {
        let people = app.store.principals_of(org_id, role).await?;
        without.extend(
            people
                .into_iter()
                .filter(|person| person.password_hash.is_empty()),
        );
    }
    if without.is_empty() {
        return Ok(());
    }
    say("These people have no password yet. Each link lets one choose one, once, within 72 hours;")?;
    say("`folio-server password-link` prints another.")?;
    for person in without {
        let link = app.password_link(person.principal_id).await?;
        say(format_args!(
            "{:<11} {:<36} {link}",
            person.role.as_str(),
            person.email
        ))?;
    }
    Ok(())
}

pub(super) async fn demo(home: HomeArgs, scale: u32) -> Result<bool, ServerError> {
    let app = home.open().await?;
    let orgs = app.store.orgs().await?;
    if orgs.is_empty() {
        app.close().await;
        fill(home.config(None)?, scale, Source::system().now()).await?;
    }
    let app = home.open().await?;
    for org in app.store.orgs().await? {
        for role in Role::PEOPLE {
            for person in app
                .store
                .principals_of(org.org_id, role)
                .await?
                .into_iter()
                .take(3)
            {
                say(format_args!(
                    "{:<11} {:<36} {DEMO_PASSWORD}",
                    role.as_str(),
                    person.email
                ))?;
            }
        }
    }
    app.close().await;
    Ok(true)
}
