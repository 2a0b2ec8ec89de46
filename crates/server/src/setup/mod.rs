//! Setting up a business on the server.

use age::secrecy::ExposeSecret as _;
use folio_domain::ids::{DeviceId, MutationId, OrgId, PrincipalId};
use folio_domain::invoices::SetSeries;
use folio_domain::mutations::{Actor, MUTATIONS_VERSION, Mutation};
use folio_domain::organisations::Organisation;
use folio_domain::permissions::{Access, Grant, Role};
use folio_domain::refusals::{require_email, require_text};
use folio_domain::{Refusal, refusals::Reason};
use folio_protocol::Problem;
use folio_protocol::sessions::InviteRequest;
use folio_protocol::sync::{Outcome, PushedMutation};
use folio_store::server::orgs::{NewOrg, create_in};
use folio_store::server::principals::Principal;
use folio_store::{StoreError, Submission, Transaction, submit_in};
use jiff::Timestamp;

use crate::app::App;
use crate::errors::ServerError;
use crate::invitations;

const USUAL_PATTERN: &str = "YYYY-0000";

/// A business to set up.
#[derive(Clone, Debug)]
pub struct NewBusiness {
    /// Its particulars.
    pub organisation: Organisation,
    /// The owner's name.
    pub owner_name: String,
    /// The address that the owner signs in with.
    pub owner_email: String,
    /// The owner's password; none when it is chosen later, through [`App::password_link`], or never, on one computer.
    pub owner_password: Option<String>,
    /// The pattern of invoice numbers; empty for the usual one.
    pub number_pattern: String,
    /// The number that the first invoice takes.
    pub next_number: i64,
}

/// A business that was set up.
#[derive(Clone)]
pub struct Founded {
    /// The organisation.
    pub org_id: OrgId,
    /// The owner.
    pub owner_id: PrincipalId,
    /// The code that alone opens the backups: it is told once and stored nowhere.
    pub recovery_code: String,
}

impl App {
    /// Sets a business up: its record, its owner, its number series, and the key of its backups.
    ///
    /// # Errors
    /// Particulars that break a rule, or an owner's address that has a sign-in already.
    pub async fn found(&self, new: NewBusiness) -> Result<Founded, ServerError> {
        require_text("owner_name", &new.owner_name, 200)?;
        require_email(&new.owner_email)?;
        if self.store.principal_by_email(&new.owner_email).await?.is_some() {
            return Err(Refusal::field(Reason::IdTaken, "email").into());
        }
        let password_hash = match &new.owner_password {
            Some(password) => self.passwords.hash(password).await?,
            None => String::new(),
        };
        let (work, now) = (self.clone(), self.source.now());
        self.unstoppable(async move {
            let mut transaction = work.store.begin().await?;
            let founded = work.found_in(&mut transaction, &new, password_hash, now).await?;
            transaction.commit().await.map_err(StoreError::from)?;
            Ok::<_, ServerError>(founded)
        })
        .await
    }

    async fn found_in(
        &self,
        transaction: &mut Transaction,
        new: &NewBusiness,
        password_hash: String,
        now: Timestamp,
    ) -> Result<Founded, ServerError> {
        let recovery = age::x25519::Identity::generate();
        let org_id = OrgId(self.source.id()?);
        let org = NewOrg {
            org_id,
            epoch: self.source.id()?.to_string(),
            recovery_recipient: recovery.to_public().to_string(),
            wrapped_file_key: self.keys.new_org_key(&self.source, org_id)?,
            organisation: new.organisation.clone(),
        };
        create_in(transaction, &org, now).await?;
        let owner = Principal {
            principal_id: PrincipalId(self.source.id()?),
            org_id,
            email: new.owner_email.trim().to_lowercase(),
            name: new.owner_name.trim().to_owned(),
            role: Role::Owner,
            client_id: None,
            contact_id: None,
            language: new.organisation.language,
            password_hash,
            ended_at: None,
        };
        invitations::add_member_in(self, transaction, &owner).await?;
        self.set_series_in(transaction, &owner, new, now).await?;
        Ok(Founded {
            org_id,
            owner_id: owner.principal_id,
            recovery_code: recovery.to_string().expose_secret().to_owned(),
        })
    }

    async fn set_series_in(
        &self,
        transaction: &mut Transaction,
        owner: &Principal,
        new: &NewBusiness,
        now: Timestamp,
    ) -> Result<(), ServerError> {
        let pattern = if new.number_pattern.is_empty() {
            USUAL_PATTERN
        } else {
            &new.number_pattern
        };
        let series = SetSeries {
            pattern: pattern.to_owned(),
            next: new.next_number,
            restarts_yearly: pattern.contains("YYYY"),
            credit_notes: false,
        };
        let grant = Grant::for_role(Role::Owner, None).ok_or_else(Problem::internal)?;
        let access = Access {
            role: Role::Owner,
            grants: vec![grant],
        };
        let actor = Actor {
            principal_id: owner.principal_id,
            name: owner.name.clone(),
            access,
        };
        let pushed = PushedMutation {
            again: false,
            mutation_id: MutationId(self.source.id()?),
            mid: 0,
            version: MUTATIONS_VERSION,
            mutation: Mutation::SetSeries(series),
        };
        let device_id = DeviceId(owner.principal_id.0);
        let refused = std::collections::BTreeMap::new();
        let submission = Submission {
            device_id,
            actor,
            mutations: vec![pushed],
            refused,
        };
        let submitted = submit_in(transaction, owner.org_id, &submission, now).await?;
        match submitted.results.into_iter().next().map(|result| result.outcome) {
            Some(Outcome::Refused(refusal)) => Err(refusal.into()),
            _ => Ok(()),
        }
    }

    /// The business's first owner who is still there: whom the desktop signs in after a backup was restored here.
    ///
    /// # Errors
    /// There is none.
    pub async fn first_owner(&self, org_id: OrgId) -> Result<PrincipalId, ServerError> {
        let owners = self.store.principals_of(org_id, Role::Owner).await?;
        Ok(owners.first().ok_or_else(Problem::not_found)?.principal_id)
    }

    /// A link with which a person who has a sign-in chooses a password.
    ///
    /// # Errors
    /// There is no such person.
    pub async fn password_link(&self, principal_id: PrincipalId) -> Result<String, ServerError> {
        let principal = self
            .store
            .principal(principal_id)
            .await?
            .ok_or_else(Problem::not_found)?;
        let request = InviteRequest {
            email: principal.email,
            name: principal.name.clone(),
            role: principal.role,
            contact_id: principal.contact_id,
        };
        let invited = invitations::invite_in(
            self,
            principal.org_id,
            &principal.name,
            request,
            Some(principal_id),
        )
        .await?;
        Ok(invited.url)
    }
}
