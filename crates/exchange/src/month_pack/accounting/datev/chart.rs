//! The accounts of the two German charts that a month is booked to. Those of revenue with a rate are "automatic": DATEV
//! takes the tax out of what is booked to them by itself.

use folio_domain::books::Chart;
use folio_domain::invoices::{Tax, TaxCategory};
use folio_domain::payments::PaymentMethod;
use rust_decimal::Decimal;

/// The account of all debtors, for clients without a number of their own.
pub(super) const DEBTOR_ALL: &str = "10000";

/// The accounts of one chart.
pub(super) struct Accounts {
    bank: &'static str,
    cash: &'static str,
    /// Money on its way: cards, cheques and the like, until the bank's statement has it.
    in_transit: &'static str,
    standard_rate: &'static str,
    reduced_rate: &'static str,
    untaxed: &'static str,
    exempt: &'static str,
    export: &'static str,
    intra_community: &'static str,
    reverse_charge: &'static str,
    out_of_scope: &'static str,
}

const SKR03: Accounts = Accounts {
    bank: "1200",
    cash: "1000",
    in_transit: "1360",
    standard_rate: "8400",
    reduced_rate: "8300",
    untaxed: "8200",
    exempt: "8100",
    export: "8120",
    intra_community: "8125",
    reverse_charge: "8337",
    out_of_scope: "8338",
};

const SKR04: Accounts = Accounts {
    bank: "1800",
    cash: "1600",
    in_transit: "1460",
    standard_rate: "4400",
    reduced_rate: "4300",
    untaxed: "4200",
    exempt: "4100",
    export: "4120",
    intra_community: "4125",
    reverse_charge: "4337",
    out_of_scope: "4338",
};

impl Accounts {
    pub(super) fn of(chart: Chart) -> &'static Self {
        match chart {
            Chart::Skr03 => &SKR03,
            Chart::Skr04 => &SKR04,
        }
    }

    /// Where money of this method comes.
    pub(super) fn money(&self, method: PaymentMethod) -> &'static str {
        match method {
            PaymentMethod::BankTransfer => self.bank,
            PaymentMethod::Cash => self.cash,
            PaymentMethod::Card | PaymentMethod::Cheque | PaymentMethod::Upi | PaymentMethod::Other => {
                self.in_transit
            }
        }
    }

    /// The account of what is taxed so; none for a rate that is not a German one.
    pub(super) fn revenue(&self, tax: Option<&Tax>) -> Option<&'static str> {
        let Some(tax) = tax else { return Some(self.untaxed) };
        match tax.category {
            TaxCategory::Standard if tax.percent == Decimal::from(19) => Some(self.standard_rate),
            TaxCategory::Standard if tax.percent == Decimal::from(7) => Some(self.reduced_rate),
            TaxCategory::Standard if tax.percent.is_zero() => Some(self.untaxed),
            TaxCategory::Standard => None,
            // Another category with a rate above zero is a contradiction that nobody can book.
            _ if !tax.percent.is_zero() => None,
            TaxCategory::ZeroRated | TaxCategory::Exempt => Some(self.exempt),
            TaxCategory::ReverseCharge => Some(self.reverse_charge),
            TaxCategory::IntraCommunity => Some(self.intra_community),
            TaxCategory::Export => Some(self.export),
            TaxCategory::OutOfScope => Some(self.out_of_scope),
        }
    }
}
