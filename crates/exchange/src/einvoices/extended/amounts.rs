//! Sums of EXTENDED, each with a cent of tolerance for each of its parts.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Extended, Found, is_vat};
use crate::einvoices::tree::{Element, all, first, string, text_at};

const LINE_NET: &str =
    "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";

/// VAT categories and the part of a rule's id that stands for them.
const CATEGORIES: &[(&str, &str)] = &[
    ("S", "S"),
    ("Z", "Z"),
    ("E", "E"),
    ("AE", "AE"),
    ("K", "IC"),
    ("G", "G"),
    ("O", "O"),
    ("L", "AF"),
    ("M", "AG"),
];

/// A part of the sums: a line, an allowance, a charge or a freight charge.
struct Part {
    amount: Decimal,
    category: String,
    rate: Option<Decimal>,
}

/// The parts of an invoice's sums.
struct Parts {
    lines: Vec<Part>,
    allowances: Vec<Part>,
    charges: Vec<Part>,
    freight: Vec<Part>,
}

pub(super) fn check(invoice: &Extended<'_>, found: &mut Found) {
    let Some(settlement) = invoice.settlement else {
        return;
    };
    for charge in all(settlement, "SpecifiedTradeAllowanceCharge") {
        reason(charge, "BR-FXEXT-BR-38", found);
    }
    let Some(parts) = Parts::of(invoice, settlement) else {
        // An amount that is no number is found by the schema; no sum can be made of it.
        return;
    };
    for sums in all(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation") {
        totals(invoice, settlement, sums, &parts, found);
        terms(settlement, sums, found);
    }
    breakdown(invoice, settlement, &parts, found);
}

/// A charge needs a reason.
pub(super) fn reason(charge: Element<'_>, rule: &'static str, found: &mut Found) {
    let is_charge = first(charge, "ChargeIndicator/Indicator").map(string).as_deref() == Some("true");
    let fits = !is_charge || first(charge, "Reason").is_some() || first(charge, "ReasonCode").is_some();
    found.unless(
        fits,
        rule,
        charge,
        "a charge needs its reason, in words or as a code",
    );
}

/// The amount at `path` below `element`; none when there is none, or it is no number.
pub(super) fn amount(element: Element<'_>, path: &str) -> Option<Decimal> {
    text_at(element, path)?.parse().ok()
}

/// `amount` rounded to cents, halves upwards, as XPath rounds.
pub(super) fn cents(amount: Decimal) -> Decimal {
    let strategy = if amount.is_sign_negative() {
        RoundingStrategy::MidpointTowardZero
    } else {
        RoundingStrategy::MidpointAwayFromZero
    };
    amount.round_dp_with_strategy(2, strategy)
}

impl Parts {
    fn of(invoice: &Extended<'_>, settlement: Element<'_>) -> Option<Self> {
        let lines = invoice
            .details()
            .map(|line| {
                let settlement = first(line, "SpecifiedLineTradeSettlement")?;
                part(settlement, amount(line, LINE_NET)?, "ApplicableTradeTax")
            })
            .collect::<Option<_>>()?;
        let charges = all(settlement, "SpecifiedTradeAllowanceCharge");
        let of = |wanted: &str| {
            charges
                .iter()
                .filter(|charge| {
                    first(**charge, "ChargeIndicator/Indicator")
                        .map(string)
                        .as_deref()
                        == Some(wanted)
                })
                .map(|charge| part(*charge, amount(*charge, "ActualAmount")?, "CategoryTradeTax"))
                .collect::<Option<Vec<_>>>()
        };
        let freight = all(settlement, "SpecifiedLogisticsServiceCharge")
            .into_iter()
            .map(|charge| part(charge, amount(charge, "AppliedAmount")?, "AppliedTradeTax"))
            .collect::<Option<_>>()?;
        Some(Self {
            lines,
            allowances: of("false")?,
            charges: of("true")?,
            freight,
        })
    }

    fn count(&self) -> usize {
        self.lines.len() + self.allowances.len() + self.charges.len() + self.freight.len()
    }

    fn net(&self, meant: impl Fn(&Part) -> bool) -> (Decimal, usize) {
        let sum = |parts: &[Part]| -> (Decimal, usize) {
            let meant: Vec<Decimal> = parts
                .iter()
                .filter(|part| meant(part))
                .map(|part| part.amount)
                .collect();
            (cents(meant.iter().sum()), meant.len())
        };
        let (lines, allowances) = (sum(&self.lines), sum(&self.allowances));
        let (charges, freight) = (sum(&self.charges), sum(&self.freight));
        (
            lines.0 - allowances.0 + charges.0 + freight.0,
            lines.1 + allowances.1 + charges.1 + freight.1,
        )
    }
}

fn part(parent: Element<'_>, amount: Decimal, tax: &str) -> Option<Part> {
    let tax = first(parent, tax);
    Some(Part {
        amount,
        category: tax
            .and_then(|tax| text_at(tax, "CategoryCode"))
            .unwrap_or_default(),
        rate: tax.and_then(|tax| self::amount(tax, "RateApplicablePercent")),
    })
}

fn close(left: Decimal, right: Decimal, parts: usize) -> bool {
    (left - right).abs() <= Decimal::new(1, 2) * Decimal::from(parts)
}

fn sum(parts: &[Part]) -> Decimal {
    cents(parts.iter().map(|part| part.amount).sum())
}

fn totals(
    invoice: &Extended<'_>,
    settlement: Element<'_>,
    sums: Element<'_>,
    parts: &Parts,
    found: &mut Found,
) {
    let of = |name: &str| amount(sums, name);
    let lines = sum(&parts.lines);
    let lines_fit = of("LineTotalAmount").is_some_and(|total| close(total, lines, invoice.lines.len()));
    found.unless(
        lines_fit,
        "BR-FXEXT-CO-10",
        sums,
        "the sum of the lines is not what they add up to",
    );

    let allowances = of("AllowanceTotalAmount");
    let fits = match allowances {
        None => parts.allowances.is_empty(),
        Some(total) => close(total, sum(&parts.allowances), parts.allowances.len()),
    };
    found.unless(
        fits,
        "BR-FXEXT-CO-11",
        sums,
        "the sum of the allowances is not what they add up to",
    );

    let charges = sum(&parts.charges) + sum(&parts.freight);
    let fits = match of("ChargeTotalAmount") {
        None => parts.charges.is_empty(),
        Some(total) => close(total, charges, parts.charges.len() + parts.freight.len()),
    };
    found.unless(
        fits,
        "BR-FXEXT-CO-12",
        sums,
        "the sum of the charges is not what they add up to",
    );

    let net = lines - sum(&parts.allowances) + charges;
    let fits = of("TaxBasisTotalAmount").is_some_and(|total| close(total, net, parts.count()));
    found.unless(
        fits,
        "BR-FXEXT-CO-13",
        sums,
        "the total without tax is not what its parts add up to",
    );

    let fits = with_tax(settlement, sums, parts).unwrap_or(false);
    found.unless(
        fits,
        "BR-FXEXT-CO-15",
        sums,
        "the total with tax is not the total without tax and the tax",
    );

    let others: Decimal = all(settlement, "SpecifiedFinancialAdjustment/ActualAmount")
        .into_iter()
        .filter_map(|adjustment| string(adjustment).trim().parse::<Decimal>().ok())
        .sum();
    let zero = Decimal::ZERO;
    let due = of("GrandTotalAmount").unwrap_or(zero) - of("TotalPrepaidAmount").unwrap_or(zero)
        + of("RoundingAmount").unwrap_or(zero)
        + others;
    let fits = of("DuePayableAmount") == Some(due);
    found.unless(
        fits,
        "BR-FXEXT-CO-16",
        sums,
        "the amount due is not the total less what was paid",
    );
}

/// What is to be paid is due on a day, or by terms.
fn terms(settlement: Element<'_>, sums: Element<'_>, found: &mut Found) {
    let terms = all(settlement, "SpecifiedTradePaymentTerms");
    let said = |name: &str| terms.iter().any(|terms| first(*terms, name).is_some());
    let nothing = amount(sums, "DuePayableAmount").is_none_or(|due| due <= Decimal::ZERO);
    found.unless(
        nothing || said("DueDateDateTime") || said("Description"),
        "BR-CO-25",
        sums,
        "an amount to pay needs its due date or its terms",
    );
}

fn with_tax(settlement: Element<'_>, sums: Element<'_>, parts: &Parts) -> Option<bool> {
    let currency = first(settlement, "InvoiceCurrencyCode").map(string);
    let taxes: Vec<Element<'_>> = all(sums, "TaxTotalAmount")
        .into_iter()
        .filter(|tax| tax.attribute("currencyID") == currency.as_deref())
        .collect();
    let (base, total) = (
        amount(sums, "TaxBasisTotalAmount")?,
        amount(sums, "GrandTotalAmount")?,
    );
    let &[tax] = taxes.as_slice() else {
        return None;
    };
    let tax: Decimal = string(tax).trim().parse().ok()?;
    Some(close(total, tax + base, parts.count()))
}

/// The tax by category: each that occurs is there, and each adds up.
fn breakdown(invoice: &Extended<'_>, settlement: Element<'_>, parts: &Parts, found: &mut Found) {
    let taxes = all(settlement, "ApplicableTradeTax");
    for (code, id) in CATEGORIES {
        let listed = taxes.iter().filter(|tax| category(**tax) == *code).count();
        let used = [&parts.lines, &parts.allowances, &parts.charges, &parts.freight]
            .into_iter()
            .flatten()
            .any(|part| part.category == *code);
        let fits = listed == 0 && !used || listed > 0 && used;
        found.unless(
            fits,
            format!("BR-FXEXT-{id}-01"),
            invoice.root,
            &format!("the tax category {code} is either on a line and in the breakdown, or on neither"),
        );
    }
    for tax in taxes.iter().filter(|tax| is_vat(**tax)) {
        let code = category(*tax);
        let Some((_, id)) = CATEGORIES.iter().find(|(known, _)| *known == code) else {
            continue;
        };
        one(*tax, &code, id, parts, found);
    }
}

fn category(tax: Element<'_>) -> String {
    text_at(tax, "CategoryCode").unwrap_or_default()
}

fn one(tax: Element<'_>, code: &str, id: &str, parts: &Parts, found: &mut Found) {
    let rate = amount(tax, "RateApplicablePercent");
    let (net, count) = parts.net(|part| part.category == code && (code == "O" || part.rate == rate));
    let base = amount(tax, "BasisAmount");
    // A category whose rate is not given has no sum to compare with; the rate itself is asked for elsewhere.
    let comparable = code == "O" || rate.is_some();
    let fits = !comparable || base.is_some_and(|base| close(base, net, count));
    let rule = if id == "S" {
        "BR-FXEXT-S08b".to_owned()
    } else {
        format!("BR-FXEXT-{id}-08b")
    };
    found.unless(fits, rule, tax, "the taxed amount is not what is taxed so");
    if let (true, Some(rate), Some(base), Some(stated)) =
        (id == "S", rate, base, amount(tax, "CalculatedAmount"))
    {
        let exact = cents(base * rate / Decimal::ONE_HUNDRED);
        found.unless(
            close(stated, exact, count),
            "BR-FXEXT-S-09b",
            tax,
            "the tax is not the rate of the taxed amount",
        );
    }
}
