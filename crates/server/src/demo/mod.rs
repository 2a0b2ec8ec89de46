//! The demo business: what the generator tells, played into an empty server with its own time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use folio_domain::documents::{DocumentVersion, KeepFile};
use folio_domain::ids::{DeviceId, OrgId, PrincipalId};
use folio_domain::mutations::{Actor, MUTATIONS_VERSION, Mutation};
use folio_domain::permissions::{Access, Grant, Role};
use folio_domain::records::Read;
use folio_exchange::demo::{Demo, DemoBatch, DemoFile, DemoPerson, demo};
use folio_protocol::Problem;
use folio_protocol::sync::{Outcome, PushedMutation};
use folio_store::server::principals::Principal;
use folio_store::{StoreError, Submission};
use jiff::Timestamp;

use crate::app::App;
use crate::clock::{Clock, Source, SystemChance};
use crate::config::Config;
use crate::errors::ServerError;
use crate::invitations::add_member_in;
use crate::setup::NewBusiness;
use crate::vault::FilePlace;
use crate::worker::work_off;

/// The password of everyone in the demo business. Known to everyone: the demo is for looking at.
pub const DEMO_PASSWORD: &str = "folio-demo-2026";
/// How many invoices the usual demo has.
pub const DEMO_INVOICES: u32 = 420;
const DEMO_SEED: u64 = 7;

/// Who can sign in to the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoSignIn {
    /// The role.
    pub role: Role,
    /// The name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
}

/// The time in the story.
#[derive(Clone)]
struct StoryClock(Arc<AtomicI64>);

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl StoryClock {
    fn set(&self, at: Timestamp) {
        self.0.store(at.as_millisecond(), Ordering::Relaxed);
    }
}

/// Fills an empty server with the demo business of about `invoices` invoices, as it is at `now`.
///
/// # Errors
/// A server that has a business already, or a story that the engine refuses.
pub async fn fill(mut config: Config, invoices: u32, now: Timestamp) -> Result<Vec<DemoSignIn>, ServerError> {
    let story = demo(DEMO_SEED, invoices, now);
    let clock = StoryClock(Arc::new(AtomicI64::new(story.begins_at.as_millisecond())));
    config.does_jobs = false;
    config.smtp = None;
    let app = App::open_with(config, Source::new(clock.clone(), SystemChance)).await?;
    if !app.store.orgs().await?.is_empty() {
        return Err(ServerError::Setting("there is a business already".to_owned()));
    }
    let sign_ins = play(&app, &clock, story).await?;
    app.close().await;
    Ok(sign_ins)
}

async fn play(app: &App, clock: &StoryClock, story: Demo) -> Result<Vec<DemoSignIn>, ServerError> {
    let owner = story.people.first().ok_or_else(Problem::not_found)?;
    let new = NewBusiness {
        organisation: story.organisation.clone(),
        owner_name: owner.name.clone(),
        owner_email: owner.email.clone(),
        owner_password: Some(DEMO_PASSWORD.to_owned()),
        number_pattern: String::new(),
        next_number: 1,
    };
    let founded = app.found(new).await?;
    let mut actors = Vec::with_capacity(story.people.len());
    let mut sign_ins = Vec::with_capacity(story.people.len());
    let hash = app
        .store
        .principal(founded.owner_id)
        .await?
        .map(|owner| owner.password_hash)
        .unwrap_or_default();
    for (nth, person) in story.people.iter().enumerate() {
        let known = (nth == 0).then_some(founded.owner_id);
        actors.push(admit(app, founded.org_id, person, &hash, known).await?);
        sign_ins.push(DemoSignIn {
            role: person.role,
            name: person.name.clone(),
            email: person.email.clone(),
        });
    }
    for batch in story {
        let batch = batch.map_err(|error| ServerError::Setting(format!("the demo's story: {error:?}")))?;
        clock.set(batch.at);
        let actor = actors.get(batch.actor.0).ok_or_else(Problem::not_found)?;
        tell(app, founded.org_id, actor, batch).await?;
        work_off(app).await?;
    }
    Ok(sign_ins)
}

async fn admit(
    app: &App,
    org_id: OrgId,
    person: &DemoPerson,
    password_hash: &str,
    known: Option<PrincipalId>,
) -> Result<Actor, ServerError> {
    let grant = Grant::for_role(person.role, person.client_id).ok_or_else(Problem::not_found)?;
    let access = Access {
        role: person.role,
        grants: vec![grant],
    };
    if let Some(principal_id) = known {
        return Ok(Actor {
            principal_id,
            name: person.name.clone(),
            access,
        });
    }
    let principal = Principal {
        principal_id: PrincipalId(app.source.id()?),
        org_id,
        email: person.email.clone(),
        name: person.name.clone(),
        role: person.role,
        client_id: person.client_id,
        contact_id: person.contact_id,
        language: person.language,
        password_hash: password_hash.to_owned(),
        ended_at: None,
    };
    let mut transaction = app.store.begin().await?;
    add_member_in(app, &mut transaction, &principal).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(Actor {
        principal_id: principal.principal_id,
        name: principal.name,
        access,
    })
}

async fn tell(app: &App, org_id: OrgId, actor: &Actor, batch: DemoBatch) -> Result<(), ServerError> {
    let mutations = batch
        .mutations
        .into_iter()
        .zip(0_i64..)
        .map(|((mutation_id, mutation), mid)| PushedMutation {
            again: false,
            mutation_id,
            mid,
            version: MUTATIONS_VERSION,
            mutation,
        });
    let submission = Submission {
        device_id: DeviceId(actor.principal_id.0),
        actor: actor.clone(),
        mutations: mutations.collect(),
        refused: BTreeMap::new(),
    };
    let submitted = app.store.submit(org_id, &submission, batch.at).await?;
    for (result, pushed) in submitted.results.iter().zip(&submission.mutations) {
        if let Outcome::Refused(refusal) = &result.outcome {
            let name = pushed.mutation.name().as_str();
            return Err(ServerError::Setting(format!(
                "the demo's {name} was refused: {refusal}"
            )));
        }
    }
    for file in batch.files {
        store_file(app, org_id, file).await?;
    }
    Ok(())
}

async fn store_file(app: &App, org_id: OrgId, file: DemoFile) -> Result<(), ServerError> {
    let version_id = file.version_id;
    let records = app
        .look(org_id, vec![Read::one::<DocumentVersion>(version_id)])
        .await?;
    let document_id = records.get::<DocumentVersion>(version_id)?.document_id;
    let (vault, key) = (app.vault.clone(), app.org_key(org_id).await?);
    let place = FilePlace::Version {
        org_id,
        document_id,
        version_id,
    };
    app.blocking(move || vault.keep(&place, &key, &file.bytes))
        .await?;
    let keep = Mutation::KeepFile(KeepFile {
        version_id,
        media_type: file.media_type.to_owned(),
    });
    app.store
        .submit_as_system(org_id, vec![keep], app.source.now())
        .await?;
    Ok(())
}
