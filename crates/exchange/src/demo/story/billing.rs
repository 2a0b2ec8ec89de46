//! What is billed.

use folio_domain::invoices::{
    AddLine, Billing, CreateDraft, DiscardDraft, Discount, Draft, EditDraft, IssueInvoice, MarkSent, TaxMode,
    content_hash, invoice_id, lines_of,
};
use folio_domain::mutations::Mutation;
use folio_domain::{DraftId, InvoiceId, LineId};
use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use serde_json::Value;

use super::super::cast::Patron;
use super::super::timeline::Timeline;
use super::super::words;
use super::super::{DemoActor, DemoError, pricing};
use super::{Act, STAFF, edit};

impl Timeline {
    /// The mutations that begin a draft for `patron` and fill it.
    fn filled(&mut self, at: Timestamp, patron: &Patron) -> (DraftId, Vec<Mutation>) {
        let at_ms = at.as_millisecond();
        let draft_id = DraftId(self.dice.uuid(at_ms));
        let client = &patron.client;
        let billing = Billing {
            client_id: Some(patron.id),
            currency: client.currency,
            tax_mode: TaxMode::Exclusive,
        };
        let create = CreateDraft {
            draft_id,
            billing,
            issue_date: None,
            payment_terms_days: client.payment_terms_days.unwrap_or(21),
            note: words::note(client.language).to_owned(),
        };
        let mut mutations: Vec<Mutation> = vec![create.into()];
        let mut after = None;
        for _ in 0..self.dice.between(1, 4) {
            let line_id = LineId(self.dice.uuid(at_ms));
            let item = pricing::item(&mut self.dice, client);
            mutations.push(
                AddLine {
                    draft_id,
                    line_id,
                    after,
                    item,
                }
                .into(),
            );
            after = Some(line_id);
        }
        let mut edits = Vec::new();
        if self.dice.chance(12) {
            let from = serde_json::to_value(Discount::None).unwrap_or_default();
            let to = serde_json::to_value(Discount::Percent(Decimal::from(5))).unwrap_or_default();
            edits.push(edit("discount", from, to));
        }
        if self.dice.chance(25) {
            let order = format!("PO-{}", self.dice.between(1_000, 9_999));
            edits.push(edit("reference", Value::from(""), Value::from(order)));
        }
        if !edits.is_empty() {
            mutations.push(EditDraft { draft_id, edits }.into());
        }
        (draft_id, mutations)
    }

    pub(super) fn draft(&mut self, at: Timestamp, patron: usize, discarded: bool) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(patron).cloned() else {
            return Ok(());
        };
        let (draft_id, mut mutations) = self.filled(at, &patron);
        if discarded {
            mutations.push(DiscardDraft { draft_id }.into());
        }
        self.tell(at, STAFF, mutations, vec![])
    }

    pub(super) fn invoice(&mut self, at: Timestamp, place: usize, who: DemoActor) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(place).cloned() else {
            return Ok(());
        };
        let (draft_id, mutations) = self.filled(at, &patron);
        self.tell(at, who, mutations, vec![])?;
        let id = self.issue(at, who, draft_id)?;
        if patron.signs_in && self.dice.chance(90) {
            let hours = SignedDuration::from_hours(self.dice.between(2, 90));
            let seen = self.awake(at.saturating_add(hours).unwrap_or(at));
            self.later(
                seen,
                Act::View {
                    patron: place,
                    invoice: id,
                },
            );
        }
        self.plan_payment(place, &patron, id);
        Ok(())
    }

    /// Issues a draft as it stands, and marks it as sent.
    pub(super) fn issue(
        &mut self,
        at: Timestamp,
        who: DemoActor,
        draft_id: DraftId,
    ) -> Result<InvoiceId, DemoError> {
        let hash = self
            .records
            .find::<Draft>(draft_id)
            .map(|draft| content_hash(draft, &lines_of(&self.records, draft_id)));
        let issue = IssueInvoice {
            draft_id,
            content_hash: hash.unwrap_or_default(),
            send: false,
        };
        let id = invoice_id(draft_id);
        let mutations = vec![issue.into(), MarkSent { invoice_id: id }.into()];
        self.tell(at, who, mutations, vec![])?;
        Ok(id)
    }
}
