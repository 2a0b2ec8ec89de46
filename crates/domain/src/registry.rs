//! The registry of record kinds: which type each kind holds. A kind without its line does not compile.

use crate::allocations::{Allocation, Payment};
use crate::clients::{Client, ClientNote};
use crate::documents::{Document, DocumentVersion};
use crate::einvoicing::Einvoicing;
use crate::fields::FieldHistory;
use crate::imports::{ImportPart, ImportRun};
use crate::invoices::{Draft, DraftLine, Invoice, InvoicePdf, InvoiceStanding, Series};
use crate::organisations::Organisation;
use crate::people::{Contact, Delivery, Member};
use crate::records::{Body, Kind, Record};
use crate::threads::{Message, ReadMark, Thread};
use crate::trail::{Activity, TrailLink};

macro_rules! registry {
    ($($name:ident),* $(,)?) => {
        /// The names of the columns that a kind has beside the envelope and the content.
        #[must_use]
        pub fn columns(kind: Kind) -> &'static [&'static str] {
            match kind { $(Kind::$name => <$name as Record>::COLUMNS),* }
        }

        /// The content of kind `kind` that `json` holds.
        ///
        /// # Errors
        /// When it does not fit the kind.
        pub fn body_from_json(kind: Kind, json: &str) -> Result<Body, serde_json::Error> {
            match kind { $(Kind::$name => serde_json::from_str::<$name>(json).map(Record::into_body)),* }
        }
    };
}

registry! {
    Organisation,
    Member,
    Series,
    Client,
    ClientNote,
    Einvoicing,
    Contact,
    Draft,
    DraftLine,
    Invoice,
    InvoiceStanding,
    InvoicePdf,
    Delivery,
    Payment,
    Allocation,
    Thread,
    Message,
    ReadMark,
    Document,
    DocumentVersion,
    FieldHistory,
    ImportRun,
    ImportPart,
    Activity,
    TrailLink,
}
