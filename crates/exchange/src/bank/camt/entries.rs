//! Entries of camt.053, and the transactions that one entry may bundle.

use folio_domain::{Currency, Money};

use super::{bank_id, date_in, signed_amount};
use crate::bank::findings::{Findings, Place, Rule};
use crate::bank::model::{Entry, Statement};
use crate::bank::text::{self, quoted};
use crate::bank::words::{Say, Words};
use crate::bank::xml::Element;

/// Reads one `Ntry`, the `number`th, to one entry or to one for each transaction in it.
pub(super) fn read(
    element: &Element,
    path: &str,
    number: usize,
    statement: &mut Statement,
    findings: &mut Findings,
) {
    let amount = match signed_amount(element, path) {
        Ok(amount) => amount,
        Err(finding) => return findings.push(finding),
    };
    let mut dated = |name: &str| {
        let date = element.child(name);
        date.and_then(|date| date_in(date, path, findings))
    };
    let (booked_on, value_date) = (dated("BookgDt"), dated("ValDt"));
    let closed_on = || statement.closing.as_ref().and_then(|balance| balance.date);
    let Some(booking_date) = booked_on.or(value_date).or_else(closed_on) else {
        let english = "it has neither a booking date nor a value date, and the statement no closing date";
        let words = Words::new(Say::DateMissing, english);
        return findings.add(Rule::Date, Place::new(element.line, path), words);
    };
    let mut entry = Entry::new(booking_date, amount, Place::new(element.line, path));
    entry.value_date = value_date;
    entry.reversal = element
        .text_at("RvslInd")
        .is_some_and(|text| matches!(text, "true" | "1"));
    entry.booked = is_booked(element, &entry.place, findings);
    entry.bank_reference = element.text_at("AcctSvcrRef").and_then(text::id);
    entry.kind = element.child("BkTxCd").and_then(kind);
    entry.remittance = element
        .text_at("AddtlNtryInf")
        .map(text::tidy)
        .unwrap_or_default();

    let details: Vec<(String, &Element)> = element
        .all("NtryDtls")
        .enumerate()
        .flat_map(|(group, details)| {
            let of = move |(index, one)| (format!("NtryDtls[{}]/TxDtls[{}]", group + 1, index + 1), one);
            details.all("TxDtls").enumerate().map(of)
        })
        .collect();
    match details.as_slice() {
        [] => statement.entries.push(entry),
        [(_, details)] => {
            describe(&mut entry, details, &statement.account.id);
            statement.entries.push(entry);
        }
        several => match parts(&entry, several, path, findings) {
            Some(parts) => {
                let batch = element.text_at("NtryRef").and_then(text::id);
                let batch = batch.unwrap_or_else(|| number.to_string());
                for (mut part, (_, details)) in parts.into_iter().zip(several) {
                    part.batch = Some(batch.clone());
                    describe(&mut part, details, &statement.account.id);
                    statement.entries.push(part);
                }
            }
            None => {
                whole(&mut entry, element, several);
                statement.entries.push(entry);
            }
        },
    }
}

fn is_booked(element: &Element, place: &Place, findings: &mut Findings) -> bool {
    let status = element
        .text_at_any(&["Sts/Cd", "Sts/Prtry", "Sts"])
        .unwrap_or("BOOK");
    let booked = status == "BOOK";
    if !booked {
        let english = format!(
            "entries of status {} are read, but count in no sum",
            quoted(status)
        );
        let words = Words::new(Say::Pending, english);
        findings.add(Rule::Pending, place.clone(), words);
    }
    booked
}

fn kind(code: &Element) -> Option<String> {
    let domain = ["Domn/Cd", "Domn/Fmly/Cd", "Domn/Fmly/SubFmlyCd"].map(|path| code.text_at(path));
    let domain: Vec<&str> = domain.into_iter().flatten().collect();
    if domain.is_empty() {
        code.text_at("Prtry/Cd").and_then(text::some)
    } else {
        Some(domain.join("/"))
    }
}

/// The amounts of a batch's parts, as entries; none when they are not told, or do not make the batch.
fn parts(
    entry: &Entry,
    details: &[(String, &Element)],
    path: &str,
    findings: &mut Findings,
) -> Option<Vec<Entry>> {
    let mut parts = Vec::new();
    for (step, details) in details {
        let Some(amount) = part_amount(details, entry.amount) else {
            let english = "its parts do not all say their amounts in its currency; it was kept as one entry";
            let words = Words::new(Say::PartsSilent, english);
            findings.add(Rule::Whole, entry.place.clone(), words);
            return None;
        };
        let mut part = entry.clone();
        part.amount = amount;
        part.place = Place::new(details.line, format!("{path}/{step}"));
        parts.push(part);
    }
    let sum = Money::sum(entry.amount.currency, parts.iter().map(|part| part.amount));
    if sum.as_ref().is_ok_and(|sum| *sum == entry.amount) {
        return Some(parts);
    }
    let sum = sum.map_or_else(|error| error.to_string(), |sum| sum.to_decimal().to_string());
    let english = format!(
        "its {} parts make {sum}, not {}; it was kept as one entry",
        parts.len(),
        entry.amount.to_decimal()
    );
    let words = Words::new(Say::PartsDiffer, english)
        .count("count", parts.len())
        .money("amount", entry.amount);
    findings.add(Rule::Batch, entry.place.clone(), words);
    None
}

/// What a part says it is worth, in the entry's currency and, unless it says otherwise, its direction.
fn part_amount(details: &Element, whole: Money) -> Option<Money> {
    let in_currency = |amount: &&Element| {
        let code = amount.currency.as_deref().unwrap_or_default();
        Currency::parse(code).is_ok_and(|currency| currency == whole.currency)
    };
    let amount = ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"]
        .iter()
        .filter_map(|path| details.at(path))
        .find(in_currency)?;
    let amount = text::amount(&amount.text, whole.currency).ok()?;
    let outwards = match details.text_at("CdtDbtInd") {
        Some("DBIT") => true,
        Some("CRDT") => false,
        _ => whole.minor < 0,
    };
    Some(if outwards { amount.negated() } else { amount })
}

/// Fills in what the details of a transaction say.
fn describe(entry: &mut Entry, details: &Element, own_account: &str) {
    let reference = |paths: &[&str]| details.text_at_any(paths).and_then(text::id);
    entry.end_to_end_id = reference(&["Refs/EndToEndId"]);
    entry.bank_reference = reference(&["Refs/AcctSvcrRef"]).or(entry.bank_reference.take());
    entry.reference = reference(&["Refs/InstrId", "Refs/PmtInfId", "Refs/ChqNb"]);
    if let Some(kind) = details.child("BkTxCd").and_then(kind) {
        entry.kind = Some(kind);
    }
    let about = remittance(details);
    if let Some(about) = about.or_else(|| details.text_at("AddtlTxInf").map(text::tidy)) {
        entry.remittance = about;
    }
    counterparty(entry, details, own_account);
}

/// What the payer wrote: lines, then references in a fixed form that the lines do not already hold.
fn remittance(details: &Element) -> Option<String> {
    let information = details.child("RmtInf")?;
    let mut about = String::new();
    let mut full = false;
    for line in information.all("Ustrd") {
        // A line of the full 140 characters goes on in the next.
        if !about.is_empty() && !full {
            about.push(' ');
        }
        full = line.text.chars().count() >= 140;
        about.push_str(&line.text);
    }
    let mut about = text::tidy(&about);
    for structured in information.all("Strd") {
        let reference = structured.text_at("CdtrRefInf/Ref");
        let lines = structured.all("AddtlRmtInf").map(|line| line.text.as_str());
        for more in reference.into_iter().chain(lines).map(text::tidy) {
            if !more.is_empty() && !about.contains(&more) {
                about.push_str(if about.is_empty() { "" } else { " " });
                about.push_str(&more);
            }
        }
    }
    (!about.is_empty()).then_some(about)
}

/// Money that came is from the debtor, money that went is to the creditor; when a payment comes back, the parties
/// keep the parts that they had in it.
fn counterparty(entry: &mut Entry, details: &Element, own_account: &str) {
    let Some(parties) = details.child("RltdPties") else {
        return;
    };
    let account = |role: &str| {
        let account = parties.child(&format!("{role}Acct"))?;
        account.text_at_any(&["Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id", "Id/BBAN"])
    };
    let returned = entry.reversal || details.child("RtrInf").is_some();
    let roles = if (entry.amount.minor > 0) == returned {
        ["Cdtr", "Dbtr"]
    } else {
        ["Dbtr", "Cdtr"]
    };
    let is_own = |role: &&str| {
        account(role).is_some_and(|id| !own_account.is_empty() && text::bare(id) == own_account)
    };
    let is_named = |role: &&str| parties.child(role).is_some() || account(role).is_some();
    let [expected, other] = roles;
    let role = if is_own(&expected) || (!is_named(&expected) && !is_own(&other)) {
        other
    } else {
        expected
    };
    let name = |role: &str| {
        let party = parties.child(role)?;
        party
            .text_at_any(&["Nm", "Pty/Nm", "Agt/FinInstnId/Nm"])
            .and_then(text::some)
    };
    entry.counterparty = name(role).or_else(|| name(&format!("Ultmt{role}")));
    if let Some(number) = account(role) {
        entry.set_counterparty_account(number);
    }
    let agent = details.at(&format!("RltdAgts/{role}Agt/FinInstnId"));
    entry.counterparty_bank = agent.and_then(bank_id);
}

/// A batch that stays whole tells what its parts are for, as far as a line holds it.
fn whole(entry: &mut Entry, element: &Element, details: &[(String, &Element)]) {
    const CHARACTERS_MAX: usize = 500;
    entry.batch = element.text_at("NtryRef").and_then(text::id);
    let mut about = entry.remittance.clone();
    for part in details.iter().filter_map(|(_, details)| remittance(details)) {
        if about.chars().count() + part.chars().count() > CHARACTERS_MAX {
            about.push_str(" …");
            break;
        }
        about.push_str(if about.is_empty() { "" } else { " / " });
        about.push_str(&part);
    }
    entry.remittance = about;
}
