//! Identifiers. Every record's id is a UUID chosen by whoever creates it (UUIDv7), or derived from the
//! mutation that creates it, so that the same mutation makes the same rows on every machine.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        pub struct $name(#[ts(type = "string")] pub Uuid);

        impl $name {
            /// The id that `mutation` gives to the record it names `part`.
            #[must_use]
            pub fn derived(mutation: MutationId, part: &str) -> Self {
                Self(Uuid::new_v5(&mutation.0, part.as_bytes()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    /// An organisation: one business and all that belongs to it.
    OrgId,
    /// A person's sign-in within one organisation.
    PrincipalId,
    /// A device (or browser session) that pushes mutations.
    DeviceId,
    /// One mutation, for ever: its idempotency key.
    MutationId,
    /// A client.
    ClientId,
    /// A contact person of a client.
    ContactId,
    /// A draft of an invoice.
    DraftId,
    /// A line of a draft.
    LineId,
    /// An issued or imported invoice.
    InvoiceId,
    /// A payment, or the reversal of one.
    PaymentId,
    /// A part of a payment set against one invoice.
    AllocationId,
    /// A number series.
    SeriesId,
    /// A message thread.
    ThreadId,
    /// A message.
    MessageId,
    /// A document.
    DocumentId,
    /// One immutable version of a document.
    VersionId,
    /// An import that was made.
    ImportRunId,
    /// An entry of the trail.
    ActivityId,
}
