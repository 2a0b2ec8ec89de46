//! The policy table, and the one door through which every mutation is decided. What the table does not allow is
//! refused.

use super::{Mutation, MutationName};
use crate::decisions::{Context, Decision, Runs};
use crate::imports::is_imported;
use crate::permissions::Role;
use crate::records::{Records, Write};
use crate::refusals::{Reason, Refusal};

const OWNER: &[Role] = &[Role::Owner];
const BUSINESS: &[Role] = &[Role::Owner, Role::Staff];
const TALKERS: &[Role] = &[Role::Owner, Role::Staff, Role::Client];
const EVERYONE: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper, Role::Client];
const SYSTEM: &[Role] = &[Role::System];

/// The roles that may push each mutation. Every mutation has its line, or this does not compile.
#[must_use]
pub fn mutation_roles(name: MutationName) -> &'static [Role] {
    use MutationName as M;
    match name {
        M::EditOrganisation | M::SetSeries | M::EndMember => OWNER,
        M::ImportBatch | M::UndoImport | M::TakeBackup | M::TakeExport => OWNER,
        M::AddClient | M::AddContact | M::RemoveContact | M::SetClientNote | M::SetEinvoicing => BUSINESS,
        M::EditClient => BUSINESS,
        M::EditContact => TALKERS,
        M::CreditInvoice | M::SetOffCredit | M::RefundCredit => BUSINESS,
        M::CreateDraft | M::EditDraft | M::AddLine | M::EditLine | M::MoveLine | M::DeleteLine => BUSINESS,
        M::DiscardDraft | M::IssueInvoice | M::SendInvoice => BUSINESS,
        // A person after copying the link, the server once the mail is taken.
        M::MarkSent => &[Role::Owner, Role::Staff, Role::System],
        M::RecordPayment | M::ReversePayment => BUSINESS,
        M::StartThread | M::PostMessage | M::MarkRead => TALKERS,
        M::AddDocument | M::AddVersion => TALKERS,
        M::ShareDocument | M::RemoveDocument => BUSINESS,
        M::ViewInvoice | M::ViewDocument => EVERYONE,
        M::ExportPack => &[Role::Owner, Role::Staff, Role::Bookkeeper],
        M::AddMember | M::KeepPdf | M::KeepFile | M::KeepDelivery => SYSTEM,
    }
}

/// Which of the two places decides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seat {
    /// The desktop, ahead of the server.
    Desktop,
    /// The server, whose answer stands.
    Server,
}

/// Decides `mutation` for `ctx`: checks the policy table, asks the mutation, and checks that it writes only where
/// the actor may see.
///
/// # Errors
/// Why it is refused.
pub fn decide(
    seat: Seat,
    ctx: &Context,
    mutation: &Mutation,
    records: &Records,
) -> Result<Decision, Refusal> {
    let name = mutation.name();
    if !mutation_roles(name).contains(&ctx.actor.access.role) {
        return Err(Refusal::new(Reason::Forbidden));
    }
    let decision = match (seat, name.runs()) {
        (Seat::Desktop, Runs::ServerOnly) => mutation.args().anticipate(ctx, records)?,
        _ => mutation.args().decide(ctx, records)?,
    };
    for write in &decision.writes {
        let visible = match write {
            Write::Put { place, body, .. } => ctx.actor.access.shows(body.kind(), *place),
            Write::Delete { kind, id } => records.row(*kind, *id).is_some(),
        };
        if !visible {
            return Err(Refusal::new(Reason::Forbidden));
        }
    }
    Ok(decision)
}

/// Checks that none of `writes` touches a row that is written once and is there. `records` holds what is there of
/// the rows that they touch, as it was before the decision. Undoing an import, and nothing else, removes such rows:
/// those that an import brought.
///
/// # Errors
/// [`Reason::IdTaken`].
pub fn keep_written_once(name: MutationName, writes: &[Write], records: &Records) -> Result<(), Refusal> {
    let overwrites = |write: &Write| {
        let (kind, id) = write.key();
        let Some(row) = records.row(kind, id).filter(|_| kind.is_written_once()) else {
            return false;
        };
        let is_undone = name == MutationName::UndoImport && matches!(write, Write::Delete { .. });
        !(is_undone && is_imported(row))
    };
    if writes.iter().any(overwrites) {
        return Err(Refusal::new(Reason::IdTaken));
    }
    Ok(())
}
