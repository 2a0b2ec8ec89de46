//! Taking an import back: everything that it brought goes, in one step, as long as nothing has happened to it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::touches::{self, Touched};
use super::{ImportPart, ImportRun};
use crate::decisions::{Context, Decision, Mutate, Runs};
use crate::ids::{ImportRunId, InvoiceId};
use crate::invoices::InvoiceStanding;
use crate::payments::Allocation;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal};

/// Arguments of [`crate::mutations::Mutation::UndoImport`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoImport {
    /// The import.
    pub run_id: ImportRunId,
}

/// The records that an import brought and that `records` knows the list of, by kind and id.
#[must_use]
pub fn brought_by(run_id: ImportRunId, records: &Records) -> BTreeSet<(Kind, Uuid)> {
    let parts = records.all::<ImportPart>("run_id", run_id);
    let listed = parts.iter().flat_map(|(_, part)| part.records.iter().copied());
    listed.collect()
}

impl UndoImport {
    /// What is paid of invoices that stay, without what this import set against them.
    fn restated(brought: &BTreeSet<(Kind, Uuid)>, records: &Records) -> Result<Vec<Write>, Refusal> {
        let mut invoices = BTreeSet::<InvoiceId>::new();
        for (_, id) in brought.iter().filter(|(kind, _)| *kind == Kind::Allocation) {
            invoices.extend(records.find::<Allocation>(*id).map(|part| part.invoice_id));
        }
        let mut writes = Vec::new();
        for id in invoices {
            let Some(standing) = records
                .find::<InvoiceStanding>(id)
                .filter(|_| !brought.contains(&(Kind::Invoice, id.0)))
            else {
                continue;
            };
            let parts = records.all::<Allocation>("invoice_id", id);
            let stays = parts
                .iter()
                .filter(|(part, _)| !brought.contains(&(Kind::Allocation, *part)));
            let restated = standing.with_paid(stays.map(|(_, part)| part.amount))?;
            writes.push(Write::put(id, Place::shared(standing.client_id), restated));
        }
        Ok(writes)
    }
}

impl Mutate for UndoImport {
    const RUNS: Runs = Runs::ServerOnly;

    fn reads(&self, ctx: &Context, known: &Records) -> Vec<Read> {
        let mut reads = vec![
            Read::one::<ImportRun>(self.run_id),
            Read::all::<ImportPart>("run_id", self.run_id),
        ];
        reads.extend(touches::reads(ctx.org_id, &brought_by(self.run_id, known), known));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let run: &ImportRun = records.get(self.run_id)?;
        let parts = records.all::<ImportPart>("run_id", self.run_id);
        if parts.is_empty() {
            return Err(Refusal::new(Reason::ImportNotKept));
        }
        let brought = brought_by(self.run_id, records);
        let version = records.row(Kind::ImportRun, self.run_id).map(|row| row.version);
        let touched = touches::find(ctx.org_id, &brought, version.unwrap_or_default(), records);
        if let Some(first) = touched.first() {
            return Err(Touched::refusal(first, touched.len() - 1));
        }
        let mut writes = Self::restated(&brought, records)?;
        for (kind, id) in &brought {
            writes.push(Write::Delete { kind: *kind, id: *id });
            if *kind == Kind::Invoice {
                let kind = Kind::InvoiceStanding;
                writes.push(Write::Delete { kind, id: *id });
            }
        }
        let parts = parts.iter().map(|(id, _)| (Kind::ImportPart, *id));
        for (kind, id) in parts.chain([(Kind::ImportRun, self.run_id.0)]) {
            writes.push(Write::Delete { kind, id });
        }
        let about = (Kind::ImportRun, self.run_id.0);
        Ok(Decision::noted(writes, None, about, &run.source))
    }
}
