//! From arguments to an open server.

use folio_domain::ids::OrgId;
use folio_domain::mutations::Actor;
use folio_domain::permissions::Role;
use folio_protocol::Problem;
use url::Url;

use super::arguments::{HomeArgs, OrgArgs};
use crate::app::App;
use crate::config::{Config, Database, Smtp};
use crate::errors::ServerError;
use crate::http::Session;
use crate::sessions::signed_in;

/// The address of a server that is not told another one.
const USUAL: &str = "http://127.0.0.1:4810";

impl HomeArgs {
    /// What the server is told, with `listening` as its address where no other was given.
    pub(super) fn config(&self, listening: Option<Url>) -> Result<Config, ServerError> {
        let usual = || Url::parse(USUAL).map_err(|error| ServerError::Setting(error.to_string()));
        let base_url = match (&self.base_url, listening) {
            (Some(given), _) => given.clone(),
            (None, Some(listening)) => listening,
            (None, None) => usual()?,
        };
        let mut config = Config::new(self.home.clone(), base_url);
        if let Some(url) = &self.database_url {
            config.database = Database::Postgres { url: url.clone() };
        }
        config.smtp = match (&self.smtp_url, &self.smtp_from) {
            (None, _) => None,
            (Some(url), Some(from)) => Some(Smtp {
                url: url.clone(),
                from: from.clone(),
            }),
            (Some(_), None) => return Err(ServerError::Setting("--smtp-url needs --smtp-from".to_owned())),
        };
        Ok(config)
    }

    /// Opens the server for one command; jobs are left to the one that serves.
    pub(super) async fn open(&self) -> Result<App, ServerError> {
        let mut config = self.config(None)?;
        config.does_jobs = false;
        App::open(config).await
    }
}

impl OrgArgs {
    /// The business meant.
    pub(super) async fn find(&self, app: &App) -> Result<OrgId, ServerError> {
        let orgs = app.store.orgs().await?;
        let named = self.org.map(OrgId);
        match (named, orgs.as_slice()) {
            (Some(named), orgs) if orgs.iter().any(|org| org.org_id == named) => Ok(named),
            (Some(_), _) => Err(ServerError::Setting("there is no such business here".to_owned())),
            (None, [only]) => Ok(only.org_id),
            (None, []) => Err(ServerError::Setting(
                "there is no business yet: `folio-server init` sets one up".to_owned(),
            )),
            (None, several) => {
                let ids: Vec<String> = several.iter().map(|org| org.org_id.to_string()).collect();
                Err(ServerError::Setting(format!(
                    "say which business with --org: {}",
                    ids.join(", ")
                )))
            }
        }
    }
}

/// A session in the name of the business's first owner: whoever may run commands here holds its keys.
pub(super) async fn owner_session(app: &App, org_id: OrgId) -> Result<Session, ServerError> {
    let owners = app.store.principals_of(org_id, Role::Owner).await?;
    let owner = owners.into_iter().next().ok_or_else(Problem::not_found)?;
    let access = app
        .store
        .access_of(org_id, owner.principal_id, Role::Owner)
        .await?;
    let person = signed_in(app, &owner, access.clone()).await?;
    Ok(Session {
        org_id,
        actor: Actor {
            principal_id: owner.principal_id,
            name: owner.name,
            access,
        },
        device_id: folio_domain::ids::DeviceId(owner.principal_id.0),
        family: String::new(),
        client_id: None,
        contact_id: None,
        by_link: None,
        person,
    })
}
