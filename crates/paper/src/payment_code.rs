//! QR codes that a banking app pays from.

mod latin;
mod links;
mod pix;
mod postal;
mod swiss;

use folio_domain::invoices::Invoice;
use folio_domain::money::Money;
use folio_domain::organisations::{BankDetails, iban, is_qr_iban, pix_key, swiss_iban};
use qrcode::{Color, EcLevel, QrCode};

use crate::error::PaperError;
pub use swiss::NoBill;
pub(crate) use swiss::{BillParty, QrBill, Reference};

/// A code, by what its scheme is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// SEPA credit transfer (EPC069-12, version 002).
    Sepa(String),
    /// Unified Payments Interface (India).
    Upi(String),
    /// PIX (Brazil).
    Pix(String),
    /// Swiss QR-bill.
    Swiss(Box<QrBill>),
}

impl Code {
    /// The code that pays `amount` of `invoice`, or `None` where there is none for its currency and account.
    #[must_use]
    pub(crate) fn of(invoice: &Invoice, amount: Money) -> Option<Self> {
        if amount.minor <= 0 {
            return None;
        }
        let bank = &invoice.bank;
        if let Ok(bill) = QrBill::of(invoice, amount) {
            return Some(Self::Swiss(Box::new(bill)));
        }
        let payee = payee(invoice);
        match amount.currency.code() {
            "EUR" => {
                // A QR-IBAN takes no other payments than those of a QR-bill.
                let iban = iban(&bank.account_number)
                    .filter(|iban| swiss_iban(iban).is_none() || !is_qr_iban(iban))?;
                let payload = links::sepa(&iban, &bank.routing_code, payee, amount, &invoice.number);
                Some(Self::Sepa(payload))
            }
            "INR" if bank.upi_id.contains('@') => {
                let payload = links::upi(bank.upi_id.trim(), payee, amount, &invoice.number);
                Some(Self::Upi(payload))
            }
            "BRL" => {
                let key = pix_key(&bank.pix_key)?;
                let town = postal::Postal::read(&invoice.seller.address).town;
                pix::payload(&key, payee, &town, amount, &invoice.number).map(Self::Pix)
            }
            _ => None,
        }
    }

    /// What those who scan it call it.
    #[must_use]
    pub(crate) fn scheme(&self) -> &'static str {
        match self {
            Self::Sepa(_) => "EPC",
            Self::Upi(_) => "UPI",
            Self::Pix(_) => "PIX",
            Self::Swiss(_) => "QR-bill",
        }
    }

    /// The letters in it.
    #[must_use]
    pub(crate) fn payload(&self) -> String {
        match self {
            Self::Sepa(payload) | Self::Upi(payload) | Self::Pix(payload) => payload.clone(),
            Self::Swiss(bill) => bill.payload(),
        }
    }
}

/// Why an invoice in francs or euro to a Swiss account has no QR-bill; `None` where it has one, or none is wanted.
#[must_use]
pub(crate) fn no_bill(invoice: &Invoice) -> Option<NoBill> {
    QrBill::of(invoice, invoice.total)
        .err()
        .filter(|why| *why != NoBill::NotSwiss && invoice.total.minor > 0)
}

/// Whose account it is: the business where the details name nobody else.
fn payee(invoice: &Invoice) -> &str {
    let BankDetails { account_name, .. } = &invoice.bank;
    if account_name.trim().is_empty() {
        &invoice.seller.name
    } else {
        account_name
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The modules of a code that holds `payload`, row by row, and how many to the side.
///
/// # Errors
/// More letters than a code holds.
pub(crate) fn modules(payload: &str) -> Result<(Vec<bool>, usize), PaperError> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M)
        .map_err(|failure| PaperError::PaymentCode(failure.to_string()))?;
    let modules = code
        .to_colors()
        .into_iter()
        .map(|colour| colour == Color::Dark)
        .collect();
    Ok((modules, code.width()))
}
