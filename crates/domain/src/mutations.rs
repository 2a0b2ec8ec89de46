//! Mutations: every change is a named intention with arguments. [`Mutation::decide`] is the pure function that
//! says what it does to the records, or why it is refused; desktop and server run the same one.

mod policy;

pub use crate::decisions::{Actor, Context, Decision, Effect, Mutate, Note, Runs};
pub use policy::{Seat, decide, keep_written_once, mutation_roles};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::records::{Read, Records};
use crate::refusals::{Reason, Refusal};
use crate::{clients, documents, einvoicing, imports, invoices, organisations, payments, people, threads};

/// The version of the mutations' arguments that this build writes; it reads this one and the one before.
pub const MUTATIONS_VERSION: u32 = 1;

macro_rules! mutations {
    ($($(#[$doc:meta])* $name:ident($type:ty) = $tag:literal;)*) => {
        /// A mutation with its arguments.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
        #[serde(tag = "name", content = "args", rename_all = "snake_case")]
        pub enum Mutation { $($(#[$doc])* $name($type)),* }

        /// A mutation's name.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum MutationName { $($(#[$doc])* $name),* }

        impl MutationName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $tag),* }
            }

            /// Where it runs.
            #[must_use]
            pub fn runs(self) -> Runs {
                match self { $(Self::$name => <$type as Mutate>::RUNS),* }
            }
        }

        impl Mutation {
            /// Its name.
            #[must_use]
            pub fn name(&self) -> MutationName {
                match self { $(Self::$name(_) => MutationName::$name),* }
            }

            fn args(&self) -> &dyn MutateDyn {
                match self { $(Self::$name(args) => args),* }
            }
        }

        $(impl From<$type> for Mutation {
            fn from(args: $type) -> Self {
                Self::$name(args)
            }
        })*
    };
}

/// [`Mutate`] without its constant, so that it can stand behind a reference.
trait MutateDyn {
    fn reads(&self, ctx: &Context, known: &Records) -> Vec<Read>;
    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal>;
    fn anticipate(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal>;
}

impl<M: Mutate> MutateDyn for M {
    fn reads(&self, ctx: &Context, known: &Records) -> Vec<Read> {
        Mutate::reads(self, ctx, known)
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        Mutate::decide(self, ctx, records)
    }

    fn anticipate(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        Mutate::anticipate(self, ctx, records)
    }
}

impl Mutation {
    /// Checks that none of its texts holds U+0000, which no person writes and PostgreSQL does not take.
    ///
    /// # Errors
    /// [`Reason::BadValue`].
    pub fn check_texts(&self) -> Result<(), Refusal> {
        let misfit = || Refusal::field(Reason::BadValue, "text");
        let json = serde_json::to_value(self).map_err(|_misfit| misfit())?;
        if holds_nul(&json) { Err(misfit()) } else { Ok(()) }
    }

    /// The reads that it needs and `known` does not hold yet.
    #[must_use]
    pub fn missing_reads(&self, ctx: &Context, known: &Records) -> Vec<Read> {
        let mut reads = self.args().reads(ctx, known);
        reads.retain(|read| !known.holds(read));
        reads
    }
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(values) => values.iter().any(holds_nul),
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| name.contains('\0') || holds_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

mutations! {
    /// Changes the organisation's own particulars.
    EditOrganisation(organisations::EditOrganisation) = "edit_organisation";
    /// Sets up a number series.
    SetSeries(invoices::SetSeries) = "set_series";
    /// Takes a new person in; only by an accepted invitation.
    AddMember(people::AddMember) = "add_member";
    /// Ends a person's membership.
    EndMember(people::EndMember) = "end_member";
    /// Adds a client.
    AddClient(clients::AddClient) = "add_client";
    /// Changes a client's particulars.
    EditClient(clients::EditClient) = "edit_client";
    /// Writes the private note on a client.
    SetClientNote(clients::SetClientNote) = "set_client_note";
    /// Says in which form a client, or every client, is billed by e-invoice.
    SetEinvoicing(einvoicing::SetEinvoicing) = "set_einvoicing";
    /// Adds a contact to a client.
    AddContact(people::AddContact) = "add_contact";
    /// Changes a contact.
    EditContact(people::EditContact) = "edit_contact";
    /// Removes a contact.
    RemoveContact(people::RemoveContact) = "remove_contact";
    /// Starts a draft.
    CreateDraft(invoices::CreateDraft) = "create_draft";
    /// Starts the draft of a credit note for an invoice.
    CreditInvoice(invoices::CreditInvoice) = "credit_invoice";
    /// Changes a draft's fields.
    EditDraft(invoices::EditDraft) = "edit_draft";
    /// Adds a line to a draft.
    AddLine(invoices::AddLine) = "add_line";
    /// Changes a line's fields.
    EditLine(invoices::EditLine) = "edit_line";
    /// Moves a line within its draft.
    MoveLine(invoices::MoveLine) = "move_line";
    /// Deletes a line.
    DeleteLine(invoices::DeleteLine) = "delete_line";
    /// Throws a draft away.
    DiscardDraft(invoices::DiscardDraft) = "discard_draft";
    /// Issues a draft as an invoice with a number.
    IssueInvoice(invoices::IssueInvoice) = "issue_invoice";
    /// Mails an issued invoice to the client's contacts.
    SendInvoice(invoices::SendInvoice) = "send_invoice";
    /// Notes that an invoice reached the client.
    MarkSent(invoices::MarkSent) = "mark_sent";
    /// Notes that a person opened an invoice.
    ViewInvoice(invoices::ViewInvoice) = "view_invoice";
    /// Records a payment and what it pays.
    RecordPayment(payments::RecordPayment) = "record_payment";
    /// Sets what is left of a credit note against invoices.
    SetOffCredit(payments::SetOffCredit) = "set_off_credit";
    /// Records that what is left of a credit note was paid out.
    RefundCredit(payments::RefundCredit) = "refund_credit";
    /// Reverses a payment that was a mistake.
    ReversePayment(payments::ReversePayment) = "reverse_payment";
    /// Starts a thread with its first message.
    StartThread(threads::StartThread) = "start_thread";
    /// Adds a message to a thread.
    PostMessage(threads::PostMessage) = "post_message";
    /// Notes how far a person has read a thread.
    MarkRead(threads::MarkRead) = "mark_read";
    /// Adds a document with its first version.
    AddDocument(documents::AddDocument) = "add_document";
    /// Adds a version to a document.
    AddVersion(documents::AddVersion) = "add_version";
    /// Shares a document with its client, or takes it back.
    ShareDocument(documents::ShareDocument) = "share_document";
    /// Removes a document.
    RemoveDocument(documents::RemoveDocument) = "remove_document";
    /// Notes that a person opened a document.
    ViewDocument(documents::ViewDocument) = "view_document";
    /// Notes that a person took a pack of many records out.
    ExportPack(invoices::ExportPack) = "export_pack";
    /// Notes that a person took a backup of everything out.
    TakeBackup(organisations::TakeBackup) = "take_backup";
    /// Notes that a person took everything out in an open form.
    TakeExport(organisations::TakeExport) = "take_export";
    /// Commits an import as one step.
    ImportBatch(imports::ImportBatch) = "import_batch";
    /// Takes an import back as one step.
    UndoImport(imports::UndoImport) = "undo_import";
    /// Keeps the PDF that was rendered for an invoice.
    KeepPdf(invoices::KeepPdf) = "keep_pdf";
    /// Notes that the bytes of a document's version are safe.
    KeepFile(documents::KeepFile) = "keep_file";
    /// Notes the state of a mail.
    KeepDelivery(people::KeepDelivery) = "keep_delivery";
}
