//! E-invoicing: in which form a client gets its invoices as data, and what such a form asks for beside the invoice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::clients::Client;
use crate::decisions::{Context, Decision, Mutate};
use crate::fields::{FieldEdit, merge};
use crate::ids::{ClientId, OrgId};
use crate::organisations::{self, Organisation};
use crate::permissions::Role;
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text};

/// A form of e-invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EinvoiceForm {
    /// EN 16931 in UBL 2.1.
    Ubl,
    /// EN 16931 in CII.
    Cii,
    /// XRechnung 3.0, in UBL.
    XRechnung,
    /// Peppol BIS Billing 3.0, in UBL.
    Peppol,
    /// Factur-X (ZUGFeRD), profile EN 16931: CII inside the PDF.
    FacturX,
}

impl EinvoiceForm {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Ubl, Self::Cii, Self::XRechnung, Self::Peppol, Self::FacturX];
}

/// Whether and how somebody is billed by e-invoice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EinvoiceChoice {
    /// As the business has it; for the business itself, not at all.
    #[default]
    Usual,
    /// Not at all.
    Off,
    /// In this form.
    #[serde(untagged)]
    In(EinvoiceForm),
}

impl EinvoiceChoice {
    /// The form that this choice of a client means, beside the choice of the business.
    #[must_use]
    pub fn or(self, usual: Self) -> Option<EinvoiceForm> {
        match (self, usual) {
            (Self::In(form), _) | (Self::Usual, Self::In(form)) => Some(form),
            (Self::Off, _) | (Self::Usual, Self::Off | Self::Usual) => None,
        }
    }
}

/// An electronic address: where a network delivers invoices to. Both texts are empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Endpoint {
    /// The scheme, a code of the EAS list such as `9930` or `EM`.
    pub scheme: String,
    /// The address in that scheme.
    pub address: String,
}

impl Endpoint {
    /// Whether there is one.
    #[must_use]
    pub fn is_given(&self) -> bool {
        !self.scheme.trim().is_empty() || !self.address.trim().is_empty()
    }
}

/// How invoices go out as data. A client's has the client's id; the business's own, with what holds for every client
/// that says nothing else, has the organisation's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Einvoicing {
    /// Whether and how.
    pub choice: EinvoiceChoice,
    /// The electronic address of the client, or of the business.
    pub endpoint: Endpoint,
    /// What the client asks to find on its invoices, such as a Leitweg-ID; empty for the invoice's own reference.
    pub buyer_reference: String,
    /// Why exempt lines bear no tax; empty for the business's own reason.
    pub exemption_reason: String,
}

record!(Einvoicing | me | {});

impl Einvoicing {
    fn check(&self) -> Result<(), Refusal> {
        limit_text("endpoint", &self.endpoint.scheme, 10)?;
        limit_text("endpoint", &self.endpoint.address, 200)?;
        limit_text("buyer_reference", &self.buyer_reference, 200)?;
        limit_text("exemption_reason", &self.exemption_reason, 500)
    }
}

/// What an invoice goes out with as data, as agreed when it was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EinvoiceTerms {
    /// The form.
    pub form: EinvoiceForm,
    /// The business's electronic address (BT-34).
    pub seller_endpoint: Endpoint,
    /// The client's electronic address (BT-49).
    pub buyer_endpoint: Endpoint,
    /// What the client asks to find on its invoices (BT-10), empty for the invoice's reference.
    pub buyer_reference: String,
    /// Why exempt lines bear no tax (BT-120).
    pub exemption_reason: String,
}

impl EinvoiceTerms {
    /// The terms between the business and a client; none where the client is not billed by e-invoice.
    #[must_use]
    pub fn between(business: &Einvoicing, client: &Einvoicing) -> Option<Self> {
        let form = client.choice.or(business.choice)?;
        let reason = match client.exemption_reason.trim() {
            "" => &business.exemption_reason,
            _ => &client.exemption_reason,
        };
        Some(Self {
            form,
            seller_endpoint: business.endpoint.clone(),
            buyer_endpoint: client.endpoint.clone(),
            buyer_reference: client.buyer_reference.clone(),
            exemption_reason: reason.clone(),
        })
    }

    /// [`EinvoiceTerms::between`] the organisation and `client`, as far as `records` hold what [`reads`] names.
    #[must_use]
    pub fn known(records: &Records, org_id: OrgId, client: ClientId) -> Option<Self> {
        let nothing = Einvoicing::default();
        let own = |id: Uuid| records.find::<Einvoicing>(id).unwrap_or(&nothing);
        Self::between(own(org_id.0), own(client.0))
    }
}

/// What the terms between the organisation and `client` are decided by.
#[must_use]
pub fn reads(org_id: OrgId, client: ClientId) -> [Read; 2] {
    [Read::one::<Einvoicing>(org_id), Read::one::<Einvoicing>(client)]
}

/// Arguments of [`crate::mutations::Mutation::SetEinvoicing`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetEinvoicing {
    /// The client; none for the business's own.
    pub client_id: Option<ClientId>,
    /// The changes.
    pub edits: Vec<FieldEdit>,
}

const EDITABLE: &[&str] = &["choice", "endpoint", "buyer_reference", "exemption_reason"];

impl Mutate for SetEinvoicing {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        match self.client_id {
            Some(client) => vec![Read::one::<Client>(client), Read::one::<Einvoicing>(client)],
            None => vec![
                organisations::read(ctx.org_id),
                Read::one::<Einvoicing>(ctx.org_id),
            ],
        }
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        // What holds for everyone is the owner's to say.
        if self.client_id.is_none() && ctx.actor.access.role != Role::Owner {
            return Err(Refusal::new(Reason::Forbidden));
        }
        let (id, about, label) = match self.client_id {
            Some(client) => (client.0, Kind::Client, &records.get::<Client>(client)?.name),
            None => (
                ctx.org_id.0,
                Kind::Organisation,
                &records.get::<Organisation>(ctx.org_id)?.name,
            ),
        };
        let nothing = Einvoicing::default();
        let before = records.find::<Einvoicing>(id).unwrap_or(&nothing);
        let place = Place::internal(self.client_id);
        let merged = merge(ctx, id, place, before, EDITABLE, &self.edits)?;
        merged.record.check()?;
        let mut writes = merged.losses;
        writes.push(Write::put(id, place, merged.record));
        Ok(Decision::noted(writes, self.client_id, (about, id), label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_has_its_own_form_or_the_usual_one() {
        use EinvoiceChoice::{In, Off, Usual};
        let (ubl, peppol) = (In(EinvoiceForm::Ubl), In(EinvoiceForm::Peppol));
        let cases = [
            (Usual, Usual, None),
            (Usual, Off, None),
            (Usual, ubl, Some(EinvoiceForm::Ubl)),
            (Off, ubl, None),
            (peppol, ubl, Some(EinvoiceForm::Peppol)),
            (peppol, Off, Some(EinvoiceForm::Peppol)),
        ];
        for (client, business, expect) in cases {
            assert_eq!(client.or(business), expect, "{client:?} {business:?}");
        }
    }

    #[test]
    fn a_choice_is_one_word() {
        for word in ["usual", "off", "ubl", "cii", "x_rechnung", "peppol", "factur_x"] {
            let choice: EinvoiceChoice = serde_json::from_str(&format!("\"{word}\"")).unwrap();
            assert_eq!(serde_json::to_string(&choice).unwrap(), format!("\"{word}\""));
        }
        assert!(serde_json::from_str::<EinvoiceChoice>("\"fax\"").is_err());
    }

    #[test]
    fn terms_take_what_the_client_says_before_what_the_business_says() {
        let business = Einvoicing {
            choice: EinvoiceChoice::In(EinvoiceForm::XRechnung),
            endpoint: Endpoint {
                scheme: "EM".to_owned(),
                address: "meera@studio.example".to_owned(),
            },
            exemption_reason: "Small business".to_owned(),
            ..Einvoicing::default()
        };
        let client = Einvoicing {
            buyer_reference: "991-01234-44".to_owned(),
            exemption_reason: "  ".to_owned(),
            ..Einvoicing::default()
        };
        let terms = EinvoiceTerms::between(&business, &client).unwrap();
        assert_eq!(terms.form, EinvoiceForm::XRechnung);
        assert_eq!(terms.seller_endpoint, business.endpoint);
        assert!(!terms.buyer_endpoint.is_given());
        assert_eq!(terms.buyer_reference, "991-01234-44");
        assert_eq!(terms.exemption_reason, "Small business");
    }
}
