//! Issuing, sending, and keeping the paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::credit_notes::{issue_reads, set_off};
use super::crediting::Crediting;
use super::draft::{Draft, DraftLine, DraftState, content_hash, lines_of, open};
use super::drafting::{draft_with_lines, removal};
use super::invoice::{
    Invoice, InvoicePdf, Origin, Parts, assemble, check_issue_date, invoice_id, not_issued,
};
use super::series::{Series, series_for, series_id_for};
use super::standing::InvoiceStanding;
use crate::clients::Client;
use crate::decisions::{Context, Decision, Effect, Mutate, Runs};
use crate::einvoicing::{self, EinvoiceTerms};
use crate::ids::{ClientId, DraftId, InvoiceId, LineId};
use crate::organisations::{self, Organisation};
use crate::people::Contact;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal};

/// Arguments of [`crate::mutations::Mutation::IssueInvoice`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IssueInvoice {
    /// The draft.
    pub draft_id: DraftId,
    /// [`content_hash`] of the draft as the person saw it.
    pub content_hash: String,
    /// Whether it is mailed to the client's contacts at once.
    pub send: bool,
}

struct Ready<'a> {
    draft: &'a Draft,
    lines: Vec<(LineId, &'a DraftLine)>,
    client_id: ClientId,
}

impl IssueInvoice {
    fn ready<'a>(&self, records: &'a Records) -> Result<Ready<'a>, Refusal> {
        let draft = open(records, self.draft_id)?;
        not_issued(records, self.draft_id)?;
        let lines = lines_of(records, self.draft_id);
        if content_hash(draft, &lines) != self.content_hash {
            return Err(Refusal::new(Reason::DraftChanged));
        }
        let client_id = draft
            .billing
            .client_id
            .ok_or_else(|| Refusal::new(Reason::NoClient))?;
        if lines.is_empty() {
            return Err(Refusal::new(Reason::NoLines));
        }
        Ok(Ready {
            draft,
            lines,
            client_id,
        })
    }

    /// The numbers that the invoice may take, as far as is known, once the draft and the series are.
    fn numbers(&self, ctx: &Context, known: &Records) -> Vec<String> {
        let Some(draft) = known.find::<Draft>(self.draft_id) else {
            return Vec::new();
        };
        let Some((_, series)) = series_for(ctx.org_id, known, draft.credits.is_some()) else {
            return Vec::new();
        };
        let credited = draft.credits.and_then(|id| known.find::<Invoice>(id));
        let earliest = credited.map_or(ctx.today, |invoice| invoice.issue_date);
        let year = draft.issue_date.unwrap_or(ctx.today.max(earliest)).year();
        // A pattern that gives none is refused when it is decided.
        series
            .texts_to_look_up(year, |text| is_held(known, text))
            .unwrap_or_default()
    }
}

impl Mutate for IssueInvoice {
    const RUNS: Runs = Runs::ServerOnly;

    fn reads(&self, ctx: &Context, known: &Records) -> Vec<Read> {
        let mut reads = draft_with_lines(self.draft_id);
        reads.push(Read::one::<Invoice>(invoice_id(self.draft_id)));
        reads.push(organisations::read(ctx.org_id));
        let draft = known.find::<Draft>(self.draft_id);
        let credited = draft.and_then(|draft| draft.credits);
        reads.push(Read::one::<Series>(series_id_for(ctx.org_id, credited.is_some())));
        reads.extend(credited.into_iter().flat_map(issue_reads));
        if let Some(client) = draft.and_then(|draft| draft.billing.client_id) {
            reads.push(Read::one::<Client>(client));
            reads.push(Read::all::<Contact>("client_id", client));
            reads.extend(einvoicing::reads(ctx.org_id, client));
        }
        let numbers = self.numbers(ctx, known).into_iter();
        reads.extend(numbers.map(|number| Read::all::<Invoice>("number_key", number)));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let Ready {
            draft,
            lines,
            client_id,
        } = self.ready(records)?;
        let contacts = records.all::<Contact>("client_id", client_id);
        let contact = contacts
            .iter()
            .find(|(_, contact)| contact.gets_invoices)
            .map(|(_, contact)| *contact);
        let einvoice = EinvoiceTerms::known(records, ctx.org_id, client_id);
        let crediting = draft
            .credits
            .map(|credited| Crediting::known(records, credited))
            .transpose()?;
        let parts = Parts {
            organisation: records.get::<Organisation>(ctx.org_id)?,
            client_id,
            client: records.get::<Client>(client_id)?,
            contact,
            draft,
            lines: &lines,
            einvoice: einvoice.as_ref(),
            crediting: crediting.as_ref(),
        };
        let (series_id, series) =
            series_for(ctx.org_id, records, draft.credits.is_some()).ok_or_else(Refusal::not_found)?;
        let year = parts.issue_date(ctx.today).year();
        let (sequence, number, series_after) = series.take(year, |text| is_held(records, text))?;
        let origin = Origin::Issued {
            draft_id: self.draft_id,
            sequence,
        };
        let invoice = assemble(&parts, number, origin, ctx.today, ctx.now)?;

        let id = invoice_id(self.draft_id);
        let place = Place::shared(client_id);
        let label = invoice.number.clone();
        let mut writes = removal(records, self.draft_id);
        writes.push(Write::put(series_id, Place::INTERNAL, series_after));
        writes.extend(match draft.credits {
            Some(credited) => set_off(ctx, records, credited, (id, &invoice))?,
            None => vec![Write::put(id, place, InvoiceStanding::fresh(&invoice))],
        });
        writes.push(Write::put(id, place, invoice));
        let decision = Decision::noted(writes, Some(client_id), (Kind::Invoice, id.0), &label)
            .then(Effect::RenderInvoice { invoice_id: id });
        Ok(if self.send {
            decision.then(Effect::MailInvoice { invoice_id: id })
        } else {
            decision
        })
    }

    fn anticipate(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let Ready { draft, client_id, .. } = self.ready(records)?;
        check_issue_date(draft.issue_date.unwrap_or(ctx.today), ctx.today)?;
        let waiting = Draft {
            state: DraftState::Waiting,
            ..draft.clone()
        };
        let writes = vec![Write::put(self.draft_id, draft.place(), waiting)];
        Ok(Decision::noted(
            writes,
            Some(client_id),
            (Kind::Draft, self.draft_id.0),
            &draft.reference,
        ))
    }
}

/// Whether an invoice has the number that is written like this.
fn is_held(records: &Records, number: &str) -> bool {
    !records.all::<Invoice>("number_key", number).is_empty()
}

/// Arguments of [`crate::mutations::Mutation::SendInvoice`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SendInvoice {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

impl Mutate for SendInvoice {
    const RUNS: Runs = Runs::ServerOnly;

    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Invoice>(self.invoice_id)]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let invoice: &Invoice = records.get(self.invoice_id)?;
        let about = (Kind::Invoice, self.invoice_id.0);
        Ok(
            Decision::noted(Vec::new(), Some(invoice.client_id), about, &invoice.number).then(
                Effect::MailInvoice {
                    invoice_id: self.invoice_id,
                },
            ),
        )
    }
}

/// Arguments of [`crate::mutations::Mutation::MarkSent`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MarkSent {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

impl Mutate for MarkSent {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Invoice>(self.invoice_id),
            Read::one::<InvoiceStanding>(self.invoice_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let invoice: &Invoice = records.get(self.invoice_id)?;
        let standing: &InvoiceStanding = records.get(self.invoice_id)?;
        if standing.sent_at.is_some() {
            return Ok(Decision::default());
        }
        let sent = InvoiceStanding {
            sent_at: Some(ctx.now),
            ..standing.clone()
        };
        let writes = vec![Write::put(
            self.invoice_id,
            Place::shared(invoice.client_id),
            sent,
        )];
        let about = (Kind::Invoice, self.invoice_id.0);
        Ok(Decision::noted(
            writes,
            Some(invoice.client_id),
            about,
            &invoice.number,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::KeepPdf`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepPdf {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// The file that was rendered for it.
    pub pdf: InvoicePdf,
}

impl Mutate for KeepPdf {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Invoice>(self.invoice_id),
            Read::one::<InvoicePdf>(self.invoice_id),
        ]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let invoice: &Invoice = records.get(self.invoice_id)?;
        if records.find::<InvoicePdf>(self.invoice_id).is_some() {
            // Rendered once, kept for ever: a second rendering changes nothing.
            return Ok(Decision::default());
        }
        let writes = vec![Write::put(
            self.invoice_id,
            Place::shared(invoice.client_id),
            self.pdf.clone(),
        )];
        let about = (Kind::Invoice, Uuid::from(self.invoice_id));
        Ok(Decision::noted(
            writes,
            Some(invoice.client_id),
            about,
            &invoice.number,
        ))
    }
}
