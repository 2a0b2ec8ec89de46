//! Handing mutations to the engine: what a person pushes, in the person's name.

use std::collections::BTreeMap;

use folio_domain::Refusal;
use folio_domain::ids::{DeviceId, MutationId, OrgId};
use folio_domain::mutations::{Actor, MUTATIONS_VERSION, Mutation};
use folio_domain::refusals::Reason;
use folio_protocol::sync::{MutationResult, Outcome, PushedMutation};
use folio_protocol::{Problem, ProblemCode};
use folio_store::Submission;

use crate::app::App;
use crate::errors::ServerError;
use crate::http::Session;
use crate::invoices;
use crate::papers;

/// Takes `mutations` in the name of the session's person, whatever becomes of the caller meanwhile. An invoice to be
/// issued is laid out first, outside of the transaction; so the batch is cut before each.
///
/// # Errors
/// A passing fault of the database; mutations already taken give their results again when they are pushed again.
pub async fn submit(
    app: &App,
    session: &Session,
    mutations: Vec<PushedMutation>,
) -> Result<Vec<MutationResult>, ServerError> {
    let (app, work) = (app.clone(), app.clone());
    let (org_id, device_id, actor) = (session.org_id, session.device_id, session.actor.clone());
    app.unstoppable(async move {
        let mut results = Vec::with_capacity(mutations.len());
        for part in parts(mutations) {
            match take_or_refuse(&work, org_id, device_id, &actor, part).await {
                Ok(taken) => results.extend(taken),
                // What was taken is told; the rest may be pushed again.
                Err(ServerError::Store(error)) if error.is_passing() && !results.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        Ok(results)
    })
    .await
}

/// Takes a part. Where the database does not take the data of one of its mutations, that one alone is refused, so that
/// it does not stand in the others' way for ever. The ids that the server gives its own mutations are refused without
/// a trace, for whatever were stored under such an id would be the server's answer.
async fn take_or_refuse(
    app: &App,
    org_id: OrgId,
    device_id: DeviceId,
    actor: &Actor,
    part: Vec<PushedMutation>,
) -> Result<Vec<MutationResult>, ServerError> {
    let is_own = |pushed: &PushedMutation| pushed.mutation_id.0.get_version_num() == 5;
    let refuse = |pushed: &PushedMutation| MutationResult {
        mutation_id: pushed.mutation_id,
        outcome: Outcome::Refused(Refusal::field(Reason::BadValue, "mutation_id")),
    };
    let mut results: Vec<MutationResult> = part.iter().filter(|pushed| is_own(pushed)).map(refuse).collect();
    let part: Vec<PushedMutation> = part.into_iter().filter(|pushed| !is_own(pushed)).collect();
    if part.is_empty() {
        return Ok(results);
    }
    let none = BTreeMap::new();
    match take(app, org_id, device_id, actor, part.clone(), none.clone()).await {
        Err(ServerError::Store(error)) if !error.is_passing() => {
            tracing::warn!(%error, size = part.len(), "submission.split");
        }
        taken => {
            results.extend(taken?);
            return Ok(results);
        }
    }
    for pushed in part {
        let (id, alone) = (pushed.mutation_id, vec![pushed]);
        let taken = match take(app, org_id, device_id, actor, alone.clone(), none.clone()).await {
            Err(ServerError::Store(error)) if error.is_by_data() => {
                tracing::warn!(%error, mutation.id = %id, "mutation.not_storable");
                let refusal = Refusal::field(Reason::BadValue, "text");
                take(
                    app,
                    org_id,
                    device_id,
                    actor,
                    alone,
                    BTreeMap::from([(id, refusal)]),
                )
                .await
            }
            taken => taken,
        };
        results.extend(taken?);
    }
    Ok(results)
}

async fn take(
    app: &App,
    org_id: OrgId,
    device_id: DeviceId,
    actor: &Actor,
    mutations: Vec<PushedMutation>,
    mut refused: BTreeMap<MutationId, Refusal>,
) -> Result<Vec<MutationResult>, ServerError> {
    for pushed in &mutations {
        if !refused.contains_key(&pushed.mutation_id)
            && let Some(refusal) = hindrance(app, org_id, actor, pushed).await?
        {
            refused.insert(pushed.mutation_id, refusal);
        }
    }
    let submission = Submission {
        device_id,
        actor: actor.clone(),
        mutations,
        refused,
    };
    let submitted = app.store.submit(org_id, &submission, app.source.now()).await?;
    app.announce(org_id, &submitted);
    Ok(submitted.results)
}

/// Why a mutation is refused before it is even decided.
async fn hindrance(
    app: &App,
    org_id: OrgId,
    actor: &Actor,
    pushed: &PushedMutation,
) -> Result<Option<Refusal>, ServerError> {
    if !(MUTATIONS_VERSION - 1..=MUTATIONS_VERSION).contains(&pushed.version) {
        return Ok(Some(Refusal::field(Reason::BadValue, "version")));
    }
    match &pushed.mutation {
        Mutation::IssueInvoice(issue) => invoices::check_paper(app, org_id, actor, issue, pushed).await,
        Mutation::SetStationery(change) => papers::check_logo(app, change).await,
        _ => Ok(None),
    }
}

/// The mutations in order, each that issues an invoice at the beginning of its part.
fn parts(mutations: Vec<PushedMutation>) -> Vec<Vec<PushedMutation>> {
    let mut parts: Vec<Vec<PushedMutation>> = Vec::new();
    for pushed in mutations {
        let begins = matches!(pushed.mutation, Mutation::IssueInvoice(_));
        match parts.last_mut().filter(|_| !begins) {
            Some(part) => part.push(pushed),
            None => parts.push(vec![pushed]),
        }
    }
    parts
}

/// Takes one mutation.
///
/// # Errors
/// Its refusal, as a problem.
pub async fn submit_one(
    app: &App,
    session: &Session,
    mutation_id: MutationId,
    mutation: Mutation,
) -> Result<(), ServerError> {
    let pushed = PushedMutation {
        again: false,
        mutation_id,
        mid: 0,
        version: MUTATIONS_VERSION,
        mutation,
    };
    let results = submit(app, session, vec![pushed]).await?;
    match results.into_iter().next().map(|result| result.outcome) {
        Some(Outcome::Applied) => Ok(()),
        Some(Outcome::Refused(refusal)) => Err(refusal.into()),
        None => Err(Problem::new(ProblemCode::Internal, "problem-internal").into()),
    }
}
