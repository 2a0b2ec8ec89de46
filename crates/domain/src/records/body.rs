//! The kinds of record, and the content of a row.

use std::any::Any;
use std::sync::Arc;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use ts_rs::TS;

/// A value that the store keeps beside the content, to find and sort by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnValue {
    /// Text, compared byte by byte.
    Text(Option<String>),
    /// A whole number.
    Integer(Option<i64>),
}

impl ColumnValue {
    /// The value as a text to look rows up by, when there is one.
    #[must_use]
    pub fn lookup(&self) -> Option<String> {
        match self {
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.map(|number| number.to_string()),
        }
    }
}

macro_rules! column_from {
    ($($type:ty => $variant:ident($value:ident) $make:expr;)*) => {$(
        impl From<$type> for ColumnValue {
            fn from($value: $type) -> Self {
                Self::$variant($make)
            }
        }
    )*};
}

column_from! {
    &str => Text(value) Some(value.to_owned());
    String => Text(value) Some(value);
    &String => Text(value) Some(value.clone());
    Option<String> => Text(value) value;
    i64 => Integer(value) Some(value);
    Option<i64> => Integer(value) value;
    bool => Integer(value) Some(i64::from(value));
    jiff::civil::Date => Text(value) Some(value.to_string());
    Option<jiff::civil::Date> => Text(value) value.map(|date| date.to_string());
    jiff::Timestamp => Integer(value) Some(value.as_millisecond());
    Option<jiff::Timestamp> => Integer(value) value.map(|at| at.as_millisecond());
    uuid::Uuid => Text(value) Some(value.to_string());
    Option<uuid::Uuid> => Text(value) value.map(|id| id.to_string());
}

/// What every kind of record can do.
pub trait Record:
    Serialize + DeserializeOwned + Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static
{
    /// Its kind.
    const KIND: Kind;
    /// The names of the columns that [`Record::values`] gives, in its order, each with whether it holds text
    /// or a whole number decided by the value. A name that ends in `_id` or `_key` can be looked up by
    /// [`super::Read::Where`].
    const COLUMNS: &'static [&'static str];

    /// The values that the store keeps beside the content, one for each of [`Record::COLUMNS`].
    fn values(&self) -> Vec<ColumnValue>;

    /// The text that a search finds it by; none when it is not searched.
    fn search_text(&self) -> Option<String> {
        None
    }

    /// It as the content of a row.
    fn into_body(self) -> Body {
        Body(Arc::new(self))
    }

    /// It, when `body` holds one.
    fn from_body(body: &Body) -> Option<&Self> {
        let any: &dyn Any = body.0.as_any();
        any.downcast_ref()
    }
}

/// [`Record`] behind a reference.
trait AnyRecord: std::fmt::Debug + Send + Sync {
    fn kind(&self) -> Kind;
    fn columns(&self) -> &'static [&'static str];
    fn values(&self) -> Vec<ColumnValue>;
    fn search_text(&self) -> Option<String>;
    fn to_json(&self) -> Result<String, serde_json::Error>;
    fn as_any(&self) -> &dyn Any;
    fn equals(&self, other: &dyn Any) -> bool;
}

impl<R: Record> AnyRecord for R {
    fn kind(&self) -> Kind {
        R::KIND
    }

    fn columns(&self) -> &'static [&'static str] {
        R::COLUMNS
    }

    fn values(&self) -> Vec<ColumnValue> {
        Record::values(self)
    }

    fn search_text(&self) -> Option<String> {
        Record::search_text(self)
    }

    fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<R>().is_some_and(|other| other == self)
    }
}

/// The content of a row: a record of any kind. Clones share it.
#[derive(Clone, Debug)]
pub struct Body(Arc<dyn AnyRecord>);

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.as_any())
    }
}

impl Body {
    /// The kind of record.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.0.kind()
    }

    /// The names of [`Body::values`].
    #[must_use]
    pub fn columns(&self) -> &'static [&'static str] {
        self.0.columns()
    }

    /// The values that the store keeps beside the content.
    #[must_use]
    pub fn values(&self) -> Vec<ColumnValue> {
        self.0.values()
    }

    /// The text that a search finds it by.
    #[must_use]
    pub fn search_text(&self) -> Option<String> {
        self.0.search_text()
    }

    /// The content as JSON, as it is stored and sent.
    ///
    /// # Errors
    /// When it cannot be written, which no record gives cause for.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        self.0.to_json()
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $table:literal;)*) => {
        /// A kind of record. Its table has the name that [`Kind::table`] gives.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $($(#[$doc])* $name),* }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Kind] = &[$(Kind::$name),*];

            /// Its table, which is also its name on the wire.
            #[must_use]
            pub fn table(self) -> &'static str {
                match self { $(Kind::$name => $table),* }
            }

            /// The kind whose table is `table`.
            #[must_use]
            pub fn parse(table: &str) -> Option<Self> {
                match table { $($table => Some(Kind::$name),)* _ => None }
            }
        }
    };
}

impl Kind {
    /// Whether a row of this kind is written once: from then on it neither changes nor goes. What an import brought
    /// goes as a whole when the import is undone, and in no other way.
    #[must_use]
    pub fn is_written_once(self) -> bool {
        matches!(
            self,
            Self::Invoice
                | Self::InvoicePdf
                | Self::Payment
                | Self::Allocation
                | Self::Message
                | Self::FieldHistory
                | Self::ImportRun
                | Self::ImportPart
                | Self::Activity
                | Self::TrailLink
        )
    }
}

/// Implements [`Record`] for a struct: its columns with their values, and what it is searched by.
#[macro_export]
macro_rules! record {
    ($name:ident |$me:ident| { $($column:literal: $value:expr),* $(,)? } $(search $search:expr)?) => {
        impl $crate::records::Record for $name {
            const KIND: $crate::records::Kind = $crate::records::Kind::$name;
            const COLUMNS: &'static [&'static str] = &[$($column),*];

            fn values(&self) -> Vec<$crate::records::ColumnValue> {
                #[allow(unused_variables, reason = "a record may have no columns of its own")]
                let $me = self;
                vec![$($crate::records::ColumnValue::from($value)),*]
            }

            $(fn search_text(&self) -> Option<String> {
                let $me = self;
                Some($search)
            })?

        }
    };
}

kinds! {
    /// The business itself.
    Organisation = "organisation";
    /// A person with a sign-in.
    Member = "member";
    /// A number series.
    Series = "series";
    /// A client.
    Client = "client";
    /// The business's private note on a client.
    ClientNote = "client_note";
    /// How invoices go out as data: the business's own, or a client's.
    Einvoicing = "einvoicing";
    /// A contact person of a client.
    Contact = "contact";
    /// A draft of an invoice.
    Draft = "draft";
    /// A line of a draft.
    DraftLine = "draft_line";
    /// An issued or imported invoice; never changes.
    Invoice = "invoice";
    /// What has happened to an invoice since.
    InvoiceStanding = "invoice_standing";
    /// The invoice's PDF as it was rendered at issue.
    InvoicePdf = "invoice_pdf";
    /// The state of a mail to a contact.
    Delivery = "delivery";
    /// A payment or its reversal.
    Payment = "payment";
    /// A part of a payment set against an invoice.
    Allocation = "allocation";
    /// A message thread.
    Thread = "thread";
    /// A message.
    Message = "message";
    /// How far a person has read a thread.
    ReadMark = "read_mark";
    /// A document.
    Document = "document";
    /// An immutable version of a document.
    DocumentVersion = "document_version";
    /// A value that lost when two people edited one field.
    FieldHistory = "field_history";
    /// An import that was committed.
    ImportRun = "import_run";
    /// What an import brought, a part of the list.
    ImportPart = "import_part";
    /// An entry of the trail, in words.
    Activity = "activity";
    /// An entry of the trail, as a link of its hash chain.
    TrailLink = "trail_link";
}
