//! An issued invoice in the terms of EN 16931.

use en16931::invoice::{
    Code, CreditTransfer, Delivery, DocumentAllowanceCharge, DocumentKind, DocumentTotals,
    InvoiceLine as ModelLine, InvoiceNote, Item, ItemAttribute, LineAllowanceCharge, LineVat,
    PaymentInstructions, PaymentMeans, PrecedingInvoice, PriceDetails, VatBreakdown,
};
use en16931::{
    Date as ModelDate, DocumentReference, Invoice as Model, InvoiceAmount, Percentage, Quantity,
    UnitPriceAmount,
};
use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::invoices::{Credited, InvoiceLine, TaxCategory};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::lines::{self, Group, NetLine, Taxed};
use super::parties::{self, some};
use super::{Billed, Missing, Subject, rules};

/// The process that Peppol and XRechnung bill by (BT-23).
const BILLING: &str = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
/// UNTDID 1001: commercial invoice.
const INVOICE: &str = "380";
/// UNTDID 1001: credit note.
const CREDIT_NOTE: &str = "381";
/// UNTDID 4461: clearing between partners. Nobody transfers what a credit note says to the business.
const CLEARING: &str = "97";
/// UNTDID 5189: discount.
const DISCOUNT: &str = "95";

/// The invoice in the model, or what keeps it from being put there. Rules are not checked here.
pub(super) fn of(billed: &Billed<'_>) -> Result<Model, Vec<Missing>> {
    refuse_what_cannot_be_said(billed)?;
    let invoice = billed.invoice;
    let too_large = |_| {
        vec![Missing::new(
            Subject::Invoice,
            "lines",
            "einvoice-amount-too-large",
        )]
    };
    let (nets, groups) = lines::net(invoice).map_err(too_large)?;
    let decimals = || {
        let missing = Missing::new(Subject::Invoice, "currency", "einvoice-too-many-decimals");
        vec![missing.with("currency", invoice.currency)]
    };
    let untaxed = groups
        .iter()
        .all(|group| category(group.taxed) == TaxCategory::OutOfScope);
    let lines = invoice.lines.iter().zip(&nets).enumerate();
    let lines = lines
        .map(|(at, (line, net))| model_line(at, line, net))
        .collect::<Option<Vec<_>>>();
    let mut model = Model::default();
    model.specification_id = Some(rules(billed.terms.form).specification_id.to_owned());
    let has_process = matches!(billed.terms.form, EinvoiceForm::Peppol | EinvoiceForm::XRechnung);
    model.business_process = has_process.then(|| BILLING.to_owned());
    model.number = some(&invoice.number);
    model.issue_date = date(invoice.issue_date);
    model.type_code = Some(Code::new(INVOICE));
    model.currency = Some(Code::new(invoice.currency.code()));
    model.due_date = date(invoice.due_date);
    model.buyer_reference = reference(billed);
    model.notes = some(&invoice.note).map(InvoiceNote::new).into_iter().collect();
    takes_back(&mut model, invoice.credits.as_ref());
    model.seller = parties::seller(billed, untaxed);
    model.buyer = parties::buyer(billed, untaxed);
    model.delivery = delivery(billed, &groups);
    model.payment = payment(billed);
    model.lines = lines.ok_or_else(decimals)?;
    reductions(&mut model, &groups).ok_or_else(decimals)?;
    model.vat_breakdown = breakdown(billed, &groups).ok_or_else(decimals)?;
    model.totals = totals(billed, &model).ok_or_else(decimals)?;
    Ok(model)
}

/// A credit note says so in its type, names what it takes back (BG-3) and why, and falls due on no day.
fn takes_back(model: &mut Model, credited: Option<&Credited>) {
    let Some(credited) = credited else { return };
    model.kind = DocumentKind::CreditNote;
    model.type_code = Some(Code::new(CREDIT_NOTE));
    model.due_date = None;
    model.preceding_invoices = vec![PrecedingInvoice {
        reference: DocumentReference::new(parties::text(&credited.number)),
        issue_date: date(credited.issue_date),
    }];
    // One note says both: Peppol allows no second.
    let note = model.notes.pop().and_then(|note| note.note);
    let said: Vec<String> = some(&credited.reason).into_iter().chain(note).collect();
    model.notes = some(&said.join("\n")).map(InvoiceNote::new).into_iter().collect();
}

/// What EN 16931 has no words for.
fn refuse_what_cannot_be_said(billed: &Billed<'_>) -> Result<(), Vec<Missing>> {
    let lines = &billed.invoice.lines;
    let some_taxed = lines.iter().any(|line| !line.item.taxes.is_empty());
    let mut missing = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let about = |field, key| Missing::new(Subject::Line, field, key).with("line", at + 1);
        if line.item.taxes.len() > 1 {
            missing.push(about("taxes", "einvoice-one-tax"));
        }
        if line.item.taxes.is_empty() && some_taxed {
            missing.push(about("taxes", "einvoice-line-tax"));
        }
        if some(&line.item.description).is_none() {
            missing.push(about("description", "einvoice-line-description"));
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

fn reference(billed: &Billed<'_>) -> Option<String> {
    some(&billed.terms.buyer_reference).or_else(|| some(&billed.invoice.reference))
}

fn date(date: Date) -> Option<ModelDate> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    ModelDate::new(i32::from(date.year()), month, day).ok()
}

fn amount(value: Decimal) -> Option<InvoiceAmount> {
    InvoiceAmount::from_decimal_exact(value).ok()
}

/// Lines without a tax are outside the scope of VAT.
fn category(taxed: Taxed) -> TaxCategory {
    taxed.map_or(TaxCategory::OutOfScope, |(category, _)| category)
}

/// UNTDID 5305.
fn code(category: TaxCategory) -> &'static str {
    match category {
        TaxCategory::Standard => "S",
        TaxCategory::ZeroRated => "Z",
        TaxCategory::Exempt => "E",
        TaxCategory::ReverseCharge => "AE",
        TaxCategory::IntraCommunity => "K",
        TaxCategory::Export => "G",
        TaxCategory::OutOfScope => "O",
    }
}

fn vat(taxed: Taxed) -> LineVat {
    let category = category(taxed);
    let rate = taxed.map(|(_, percent)| Percentage::new(percent));
    LineVat {
        category: Code::new(code(category)),
        rate: rate.filter(|_| category != TaxCategory::OutOfScope),
    }
}

fn model_line(at: usize, line: &InvoiceLine, net: &NetLine) -> Option<ModelLine> {
    let (unit, lost) = super::units::code(&line.item.unit);
    let description = parties::text(&line.item.description);
    let (name, more) = description.split_once('\n').unwrap_or((&description, ""));
    let attribute = ItemAttribute {
        name: Some("Unit".to_owned()),
        value: some(&line.item.unit),
    };
    let reduction = |value| {
        Some(LineAllowanceCharge {
            amount: amount(value)?,
            base_amount: None,
            percentage: None,
            reason: Some("Discount".to_owned()),
            reason_code: None,
        })
    };
    let (taken, put) = split(net.reduction);
    let mut allowances = taken
        .map(reduction)
        .map_or(Some(Vec::new()), |one| Some(vec![one?]))?;
    for allowance in &mut allowances {
        allowance.reason_code = Some(Code::new(DISCOUNT));
    }
    Some(ModelLine {
        id: (at + 1).to_string(),
        note: None,
        order_line_reference: None,
        accounting_reference: None,
        object_identifier: None,
        quantity: Quantity::new(net.quantity.normalize()),
        unit_code: Code::new(unit),
        net_amount: amount(net.net)?,
        period: None,
        allowances,
        charges: put
            .map(reduction)
            .map_or(Some(Vec::new()), |one| Some(vec![one?]))?,
        price: PriceDetails {
            net_price: UnitPriceAmount::new(net.price.normalize()),
            base_quantity: net.price_for.map(|quantity| Quantity::new(quantity.normalize())),
            base_quantity_code: net.price_for.map(|_| Code::new(unit)),
            ..PriceDetails::default()
        },
        vat: vat(lines::taxed(line)),
        item: Item {
            name: some(name),
            description: some(more),
            attributes: lost.then_some(attribute).into_iter().collect(),
            ..Item::default()
        },
    })
}

/// What is taken off, or what is put on; both above zero.
fn split(reduction: Decimal) -> (Option<Decimal>, Option<Decimal>) {
    if reduction.is_zero() {
        (None, None)
    } else if reduction.is_sign_negative() {
        (None, Some(-reduction))
    } else {
        (Some(reduction), None)
    }
}

/// The discount of the whole, by tax.
fn reductions(model: &mut Model, groups: &[Group]) -> Option<()> {
    for group in groups {
        let one = |value, reason_code: Option<&str>| {
            Some(DocumentAllowanceCharge {
                amount: amount(value)?,
                base_amount: None,
                percentage: None,
                vat: vat(group.taxed),
                reason: Some("Discount".to_owned()),
                reason_code: reason_code.map(Code::new),
            })
        };
        match split(group.reduction) {
            (Some(taken), _) => model.allowances.push(one(taken, Some(DISCOUNT))?),
            (None, Some(put)) => model.charges.push(one(put, None)?),
            (None, None) => {}
        }
    }
    Some(())
}

fn breakdown(billed: &Billed<'_>, groups: &[Group]) -> Option<Vec<VatBreakdown>> {
    let one = |group: &Group| {
        let category = category(group.taxed);
        let vat = vat(group.taxed);
        let reason = some(&billed.terms.exemption_reason);
        let vatex = match category {
            TaxCategory::ReverseCharge => Some("VATEX-EU-AE"),
            TaxCategory::IntraCommunity => Some("VATEX-EU-IC"),
            TaxCategory::Export => Some("VATEX-EU-G"),
            TaxCategory::OutOfScope => Some("VATEX-EU-O"),
            TaxCategory::Standard | TaxCategory::ZeroRated | TaxCategory::Exempt => None,
        };
        Some(VatBreakdown {
            taxable_amount: amount(group.base)?,
            tax_amount: amount(group.tax)?,
            category: vat.category,
            rate: vat.rate,
            exemption_reason: reason.filter(|_| category == TaxCategory::Exempt),
            exemption_reason_code: vatex.map(Code::new),
        })
    };
    groups.iter().map(one).collect()
}

fn totals(billed: &Billed<'_>, model: &Model) -> Option<DocumentTotals> {
    let invoice = billed.invoice;
    let sum = |amounts: &mut dyn Iterator<Item = InvoiceAmount>| InvoiceAmount::checked_sum(amounts).ok();
    let allowances = sum(&mut model.allowances.iter().map(|part| part.amount))?;
    let charges = sum(&mut model.charges.iter().map(|part| part.amount))?;
    let total = amount(invoice.total.to_decimal())?;
    Some(DocumentTotals {
        line_total: sum(&mut model.lines.iter().map(|line| line.net_amount))?,
        allowance_total: (!model.allowances.is_empty()).then_some(allowances),
        charge_total: (!model.charges.is_empty()).then_some(charges),
        taxable_total: amount(invoice.taxable_total.to_decimal())?,
        vat_total: Some(amount(invoice.tax_total.to_decimal())?),
        gross_total: total,
        due: total,
        ..DocumentTotals::default()
    })
}

/// A supply within the European Union says where it went (BR-IC-12): to the client.
fn delivery(billed: &Billed<'_>, groups: &[Group]) -> Option<Delivery> {
    let within = groups
        .iter()
        .any(|group| category(group.taxed) == TaxCategory::IntraCommunity);
    let to = within.then_some(&billed.invoice.buyer.address);
    if to.is_none() && billed.invoice.delivered_on.is_none() {
        return None;
    }
    Some(Delivery {
        date: billed.invoice.delivered_on.and_then(date),
        address: to.map(parties::address),
        ..Delivery::default()
    })
}

fn payment(billed: &Billed<'_>) -> Option<PaymentInstructions> {
    if billed.invoice.is_credit_note() {
        return Some(PaymentInstructions {
            means_code: Some(Code::new(CLEARING)),
            means_text: None,
            remittance_information: some(&billed.invoice.number),
            means: None,
        });
    }
    let bank = &billed.invoice.bank;
    let account: String = bank.account_number.split_whitespace().collect();
    let account = some(&account)?;
    let sepa = billed.invoice.currency.code() == "EUR" && is_iban(&account);
    let transfer = CreditTransfer {
        account_identifier: Some(account),
        account_name: some(&bank.account_name),
        provider_identifier: some(&bank.routing_code),
    };
    Some(PaymentInstructions {
        // UNTDID 4461: SEPA credit transfer, or a credit transfer.
        means_code: Some(Code::new(if sepa { "58" } else { "30" })),
        means_text: None,
        remittance_information: some(&billed.invoice.number),
        means: Some(PaymentMeans::CreditTransfer(vec![transfer])),
    })
}

/// Whether `account` has the shape and the check digits of an IBAN (ISO 13616).
fn is_iban(account: &str) -> bool {
    let shaped =
        (15..=34).contains(&account.len()) && account.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let Some((head, tail)) = account.split_at_checked(4).filter(|_| shaped) else {
        return false;
    };
    let remainder = tail.chars().chain(head.chars()).try_fold(0_u32, |sum, letter| {
        let value = letter.to_digit(36)?;
        Some(if value > 9 {
            (sum * 100 + value) % 97
        } else {
            (sum * 10 + value) % 97
        })
    });
    head.bytes().take(2).all(|byte| byte.is_ascii_uppercase()) && remainder == Some(1)
}
