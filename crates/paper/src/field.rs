//! The fields of a paper, for refusals that name one.

/// Where a text came from, so that a refusal can say what to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A word of Folio's own.
    Label,
    /// The organisation's name.
    OrganisationName,
    /// The organisation's address, contact line or registration.
    OrganisationAddress,
    /// The client's name.
    ClientName,
    /// The client's address or registration.
    ClientAddress,
    /// The paper's number.
    Number,
    /// The client's reference or order number.
    Reference,
    /// The description of line `n`, counted from one.
    LineDescription(usize),
    /// The unit of line `n`, counted from one.
    LineUnit(usize),
    /// The name or the exemption reason of a tax.
    TaxName,
    /// Bank details and other ways to pay.
    PaymentDetails,
    /// The note to the client.
    Note,
    /// Why an invoice is credited.
    Reason,
}

impl Field {
    /// What the field is called in the record that holds it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::OrganisationName | Self::ClientName => "name",
            Self::OrganisationAddress | Self::ClientAddress => "address",
            Self::Number => "number",
            Self::Reference => "reference",
            Self::LineDescription(_) => "description",
            Self::LineUnit(_) => "unit",
            Self::TaxName => "tax",
            Self::PaymentDetails => "bank",
            Self::Note => "note",
            Self::Reason => "reason",
        }
    }

    /// A stable name for a screen to find the field by, and the line it is in.
    #[must_use]
    pub fn code(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Label => ("label", None),
            Self::OrganisationName => ("organisation.name", None),
            Self::OrganisationAddress => ("organisation.address", None),
            Self::ClientName => ("client.name", None),
            Self::ClientAddress => ("client.address", None),
            Self::Number => ("number", None),
            Self::Reference => ("reference", None),
            Self::LineDescription(line) => ("line.description", Some(line)),
            Self::LineUnit(line) => ("line.unit", Some(line)),
            Self::TaxName => ("tax.name", None),
            Self::PaymentDetails => ("bank", None),
            Self::Note => ("note", None),
            Self::Reason => ("reason", None),
        }
    }
}
