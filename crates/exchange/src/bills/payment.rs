//! How a bill is to be paid.

use en16931::invoice::PaymentMeans;
use folio_domain::bills::{BillAccount, BillPayment, BillText};

use super::{Invoice, text};

/// UNTDID 4461, and what the codes that are met say.
const MEANS: &[(&[&str], &str)] = &[
    (&["10"], "bills-pay-cash"),
    (&["20", "21", "22", "23", "24", "25"], "bills-pay-cheque"),
    (&["30", "31", "42", "58"], "bills-pay-transfer"),
    (&["49", "59"], "bills-pay-direct-debit"),
    (&["48", "54", "55"], "bills-pay-card"),
    (&["57"], "bills-pay-standing"),
    (&["97"], "bills-pay-clearing"),
];

pub(super) fn of(invoice: &Invoice) -> BillPayment {
    let mut found = BillPayment {
        terms: text(invoice.payment_terms.as_ref()),
        ..BillPayment::default()
    };
    let Some(payment) = &invoice.payment else {
        return found;
    };
    let code = payment.means_code.as_ref().map(|code| code.as_str().trim());
    let known = MEANS
        .iter()
        .find(|(codes, _)| code.is_some_and(|code| codes.contains(&code)));
    found.means = known.map(|(_, key)| BillText::plain(key));
    found.words = text(payment.means_text.as_ref());
    found.reference = text(payment.remittance_information.as_ref());
    match &payment.means {
        Some(PaymentMeans::CreditTransfer(accounts)) => {
            let account = |account: &en16931::invoice::CreditTransfer| BillAccount {
                number: text(account.account_identifier.as_ref()),
                name: text(account.account_name.as_ref()),
                bank: text(account.provider_identifier.as_ref()),
            };
            found.accounts = accounts.iter().map(account).collect();
        }
        Some(PaymentMeans::DirectDebit(debit)) => {
            found.mandate = text(debit.mandate_reference.as_ref());
            found.debited = text(debit.debited_account.as_ref());
        }
        Some(PaymentMeans::Card(card)) => found.card = text(card.primary_account_number.as_ref()),
        None => {}
    }
    found
}
