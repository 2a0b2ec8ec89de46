//! Mutations of drafts and their lines.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::draft::{Billing, Draft, DraftLine, DraftState, lines_of, open};
use super::invoice::{Invoice, invoice_id, not_issued};
use super::order::between;
use super::totals::{Discount, LINES_MAX, LineItem};
use crate::clients::Client;
use crate::decisions::{Context, Decision, Mutate};
use crate::fields::{FieldEdit, FieldHistory, merge};
use crate::ids::{DraftId, LineId};
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal};

/// Arguments of [`crate::mutations::Mutation::CreateDraft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CreateDraft {
    /// The new draft's id.
    pub draft_id: DraftId,
    /// Whom it bills and how.
    pub billing: Billing,
    /// The date that the invoice shall bear; none for the day of issue.
    #[ts(type = "string | null")]
    pub issue_date: Option<Date>,
    /// Days from issue until it is due.
    pub payment_terms_days: i32,
    /// What stands below the lines.
    pub note: String,
}

impl Mutate for CreateDraft {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        let client = self.billing.client_id.map(Read::one::<Client>);
        client
            .into_iter()
            .chain([
                Read::one::<Draft>(self.draft_id),
                Read::one::<Invoice>(invoice_id(self.draft_id)),
            ])
            .collect()
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        if records.find::<Draft>(self.draft_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        not_issued(records, self.draft_id)?;
        let draft = Draft {
            billing: self.billing,
            issue_date: self.issue_date,
            payment_terms_days: self.payment_terms_days,
            delivered_on: None,
            discount: Discount::None,
            reference: String::new(),
            note: self.note.clone(),
            credits: None,
            credit_reason: String::new(),
            state: DraftState::Open,
            created_at: ctx.now,
            edited_at: ctx.now,
        };
        put_draft(records, self.draft_id, draft, Vec::new())
    }
}

/// Arguments of [`crate::mutations::Mutation::EditDraft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditDraft {
    /// The draft.
    pub draft_id: DraftId,
    /// The changes.
    pub edits: Vec<FieldEdit>,
}

const EDITABLE: &[&str] = &[
    "billing",
    "issue_date",
    "payment_terms_days",
    "delivered_on",
    "discount",
    "reference",
    "note",
    "credit_reason",
];

impl Mutate for EditDraft {
    fn reads(&self, _ctx: &Context, known: &Records) -> Vec<Read> {
        let mut reads = draft_with_lines(self.draft_id);
        let stored = known
            .find::<Draft>(self.draft_id)
            .and_then(|draft| draft.billing.client_id);
        let chosen = self
            .edits
            .iter()
            .filter(|edit| edit.field == "billing")
            .filter_map(|edit| {
                serde_json::from_value::<Billing>(edit.to.clone())
                    .ok()
                    .and_then(|billing| billing.client_id)
            });
        reads.extend(stored.into_iter().chain(chosen).map(Read::one::<Client>));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let draft = open(records, self.draft_id)?;
        if draft.credits.is_some() && self.edits.iter().any(|edit| edit.field == "billing") {
            return Err(Refusal::new(Reason::CreditFixed));
        }
        let merged = merge(ctx, self.draft_id.0, draft.place(), draft, EDITABLE, &self.edits)?;
        let edited = Draft {
            edited_at: ctx.now,
            ..merged.record
        };
        let moved = edited.place() != draft.place();
        let place = edited.place();
        let mut decision = put_draft(records, self.draft_id, edited, merged.losses)?;
        if moved {
            for (id, line) in lines_of(records, self.draft_id) {
                decision.writes.push(Write::put(id, place, line.clone()));
            }
        }
        Ok(decision)
    }
}

/// Arguments of [`crate::mutations::Mutation::AddLine`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddLine {
    /// The draft.
    pub draft_id: DraftId,
    /// The new line's id.
    pub line_id: LineId,
    /// The line that it follows; none for the first place.
    pub after: Option<LineId>,
    /// What it says.
    pub item: LineItem,
}

impl Mutate for AddLine {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        let mut reads = draft_with_lines(self.draft_id);
        reads.push(Read::one::<DraftLine>(self.line_id));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let draft = open(records, self.draft_id)?;
        if records.find::<DraftLine>(self.line_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        let lines = lines_of(records, self.draft_id);
        if lines.len() >= LINES_MAX {
            return Err(Refusal::new(Reason::TooMany).with("max", LINES_MAX));
        }
        self.item.check()?;
        let order_key = key_after(&lines, self.after);
        let line = DraftLine {
            draft_id: self.draft_id,
            order_key,
            item: self.item.clone(),
        };
        Ok(touched(
            ctx,
            draft,
            self.draft_id,
            vec![Write::put(self.line_id, draft.place(), line)],
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::EditLine`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditLine {
    /// The draft.
    pub draft_id: DraftId,
    /// The line.
    pub line_id: LineId,
    /// The changes.
    pub edits: Vec<FieldEdit>,
}

const LINE_EDITABLE: &[&str] = &[
    "description",
    "quantity",
    "unit",
    "unit_price",
    "discount",
    "taxes",
];

impl Mutate for EditLine {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Draft>(self.draft_id),
            Read::one::<DraftLine>(self.line_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let draft = open(records, self.draft_id)?;
        let line: &DraftLine = records.get(self.line_id)?;
        if line.draft_id != self.draft_id {
            return Err(Refusal::not_found());
        }
        let merged = merge(
            ctx,
            self.line_id.0,
            draft.place(),
            line,
            LINE_EDITABLE,
            &self.edits,
        )?;
        merged.record.item.check()?;
        let mut writes = merged.losses;
        writes.push(Write::put(self.line_id, draft.place(), merged.record));
        Ok(touched(ctx, draft, self.draft_id, writes))
    }
}

/// Arguments of [`crate::mutations::Mutation::MoveLine`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MoveLine {
    /// The draft.
    pub draft_id: DraftId,
    /// The line.
    pub line_id: LineId,
    /// The line that it shall follow; none for the first place.
    pub after: Option<LineId>,
}

impl Mutate for MoveLine {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        draft_with_lines(self.draft_id)
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let draft = open(records, self.draft_id)?;
        let mut lines = lines_of(records, self.draft_id);
        let at = lines
            .iter()
            .position(|(id, _)| *id == self.line_id)
            .ok_or_else(Refusal::not_found)?;
        let (_, line) = lines.remove(at);
        let moved = DraftLine {
            order_key: key_after(&lines, self.after),
            ..line.clone()
        };
        Ok(touched(
            ctx,
            draft,
            self.draft_id,
            vec![Write::put(self.line_id, draft.place(), moved)],
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::DeleteLine`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DeleteLine {
    /// The draft.
    pub draft_id: DraftId,
    /// The line.
    pub line_id: LineId,
    /// What the line said when the person deleted it. Where another has edited it since, the line stays and both
    /// are told.
    pub seen: LineItem,
}

impl Mutate for DeleteLine {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Draft>(self.draft_id),
            Read::one::<DraftLine>(self.line_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let draft = open(records, self.draft_id)?;
        let line: &DraftLine = records.get(self.line_id)?;
        if line.draft_id != self.draft_id {
            return Err(Refusal::not_found());
        }
        if line.item == self.seen {
            let delete = Write::Delete {
                kind: Kind::DraftLine,
                id: self.line_id.0,
            };
            return Ok(touched(ctx, draft, self.draft_id, vec![delete]));
        }
        let history = FieldHistory {
            about_kind: Kind::DraftLine,
            about_id: self.line_id.0,
            field: "deleted".to_owned(),
            lost: serde_json::Value::Null,
            kept: serde_json::Value::String(line.item.description.clone()),
            kept_by: ctx.actor.name.clone(),
            at: ctx.now,
        };
        let kept = Write::put(ctx.derive("kept"), draft.place(), history);
        Ok(touched(ctx, draft, self.draft_id, vec![kept]))
    }
}

/// Arguments of [`crate::mutations::Mutation::DiscardDraft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DiscardDraft {
    /// The draft.
    pub draft_id: DraftId,
}

impl Mutate for DiscardDraft {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        draft_with_lines(self.draft_id)
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let draft = open(records, self.draft_id)?;
        let writes = removal(records, self.draft_id);
        let about = (Kind::Draft, self.draft_id.0);
        Ok(Decision::noted(
            writes,
            draft.billing.client_id,
            about,
            &draft.reference,
        ))
    }
}

/// The writes that remove a draft and its lines.
pub(super) fn removal(records: &Records, draft_id: DraftId) -> Vec<Write> {
    let lines = lines_of(records, draft_id)
        .into_iter()
        .map(|(id, _)| (Kind::DraftLine, Uuid::from(id)));
    lines
        .chain([(Kind::Draft, draft_id.0)])
        .map(|(kind, id)| Write::Delete { kind, id })
        .collect()
}

pub(super) fn draft_with_lines(draft_id: DraftId) -> Vec<Read> {
    vec![
        Read::one::<Draft>(draft_id),
        Read::all::<DraftLine>("draft_id", draft_id),
    ]
}

/// The decision that `draft` is this now, with `writes` before.
///
/// # Errors
/// A text or range that is wrong, or no such client.
pub(super) fn put_draft(
    records: &Records,
    draft_id: DraftId,
    draft: Draft,
    mut writes: Vec<Write>,
) -> Result<Decision, Refusal> {
    draft.check()?;
    let client = draft.billing.client_id;
    let label = match client {
        Some(client) => records.get::<Client>(client)?.name.clone(),
        None => String::new(),
    };
    writes.push(Write::put(draft_id, draft.place(), draft));
    Ok(Decision::noted(writes, client, (Kind::Draft, draft_id.0), &label))
}

fn touched(ctx: &Context, draft: &Draft, draft_id: DraftId, mut writes: Vec<Write>) -> Decision {
    let edited = Draft {
        edited_at: ctx.now,
        ..draft.clone()
    };
    let place: Place = edited.place();
    writes.push(Write::put(draft_id, place, edited));
    Decision::noted(
        writes,
        draft.billing.client_id,
        (Kind::Draft, draft_id.0),
        &draft.reference,
    )
}

fn key_after(lines: &[(LineId, &DraftLine)], after: Option<LineId>) -> String {
    let at = after.and_then(|after| lines.iter().position(|(id, _)| *id == after));
    // A line that is gone since leaves its follower at the end, where it is seen.
    let next = match (after, at) {
        (None, _) => 0,
        (Some(_), Some(at)) => at + 1,
        (Some(_), None) => lines.len(),
    };
    let key = |index: usize| lines.get(index).map(|(_, line)| line.order_key.as_str());
    let low = next.checked_sub(1).and_then(key);
    between(low, key(next).filter(|high| low.is_none_or(|low| low < *high)))
}
