//! camt.053.001.08.

use std::fmt::Write;

use folio_domain::Money;

use super::escaped;
use crate::bank::model::{Balance, Entry, Statement, Sum};

/// Collects XML; writing to a string cannot fail.
struct Xml(String);

impl Xml {
    fn raw(&mut self, text: impl std::fmt::Display) {
        // Writing to a String never fails.
        let _ = write!(self.0, "{text}");
    }

    fn leaf(&mut self, name: &str, text: impl AsRef<str>) {
        self.raw(format_args!("<{name}>{}</{name}>", escaped(text.as_ref())));
    }

    fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.leaf(name, text);
        }
    }

    fn inside(&mut self, path: &[&str], text: Option<&str>) {
        let Some(text) = text else {
            return;
        };
        path.iter().for_each(|name| self.raw(format_args!("<{name}>")));
        self.raw(escaped(text));
        path.iter()
            .rev()
            .for_each(|name| self.raw(format_args!("</{name}>")));
    }

    fn amount(&mut self, money: Money) {
        let direction = if money.minor < 0 { "DBIT" } else { "CRDT" };
        let amount = money.to_decimal().abs();
        self.raw(format_args!("<Amt Ccy=\"{}\">{amount}</Amt>", money.currency));
        self.leaf("CdtDbtInd", direction);
    }
}

pub(super) fn write(statements: &[Statement]) -> String {
    let mut xml = Xml(String::new());
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.raw("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>");
    xml.raw("<GrpHdr><MsgId>SAMPLE</MsgId><CreDtTm>2026-12-31T12:00:00Z</CreDtTm></GrpHdr>\n");
    statements.iter().for_each(|statement| one(&mut xml, statement));
    xml.raw("</BkToCstmrStmt></Document>\n");
    xml.0
}

fn one(xml: &mut Xml, statement: &Statement) {
    xml.raw("<Stmt>");
    xml.maybe("Id", statement.reference.as_deref());
    xml.maybe("ElctrncSeqNb", statement.number.as_deref());
    if let (Some(from), Some(to)) = (statement.from, statement.to) {
        xml.raw(format_args!(
            "<FrToDt><FrDtTm>{from}T00:00:00</FrDtTm><ToDtTm>{to}T23:59:59</ToDtTm></FrToDt>"
        ));
    }
    xml.raw("<Acct>");
    xml.inside(&["Id", "IBAN"], Some(&statement.account.id));
    xml.leaf("Ccy", statement.currency.code());
    xml.inside(&["Ownr", "Nm"], statement.account.owner.as_deref());
    xml.inside(
        &["Svcr", "FinInstnId", "BICFI"],
        statement.account.bank.as_deref(),
    );
    xml.raw("</Acct>\n");
    for (code, balance) in [("OPBD", &statement.opening), ("CLBD", &statement.closing)] {
        if let Some(balance) = balance {
            self::balance(xml, code, balance);
        }
    }
    xml.raw("<TxsSummry>");
    sum(xml, "TtlCdtNtries", statement.stated.credits);
    sum(xml, "TtlDbtNtries", statement.stated.debits);
    xml.raw("</TxsSummry>\n");
    let mut rest = statement.entries.as_slice();
    while let Some(first) = rest.first() {
        let same = |entry: &&Entry| first.batch.is_some() && entry.batch == first.batch;
        let length = rest.iter().take_while(same).count().max(1);
        let (parts, after) = rest.split_at(length);
        entry(xml, first, parts);
        rest = after;
    }
    xml.raw("</Stmt>\n");
}

fn balance(xml: &mut Xml, code: &str, balance: &Balance) {
    xml.raw("<Bal>");
    xml.inside(&["Tp", "CdOrPrtry", "Cd"], Some(code));
    xml.amount(balance.amount);
    xml.inside(
        &["Dt", "Dt"],
        balance.date.map(|date| date.to_string()).as_deref(),
    );
    xml.raw("</Bal>\n");
}

fn sum(xml: &mut Xml, name: &str, sum: Option<Sum>) {
    let Some(sum) = sum else {
        return;
    };
    xml.raw(format_args!("<{name}>"));
    xml.maybe("NbOfNtries", sum.count.map(|count| count.to_string()).as_deref());
    xml.maybe(
        "Sum",
        sum.amount
            .map(|amount| amount.to_decimal().to_string())
            .as_deref(),
    );
    xml.raw(format_args!("</{name}>"));
}

fn entry(xml: &mut Xml, first: &Entry, parts: &[Entry]) {
    let whole: i64 = parts.iter().map(|part| part.amount.minor).sum();
    xml.raw("<Ntry>");
    xml.maybe("NtryRef", first.batch.as_deref());
    xml.amount(Money::new(whole, first.amount.currency));
    xml.raw(format_args!("<RvslInd>{}</RvslInd>", first.reversal));
    xml.inside(&["Sts", "Cd"], Some(if first.booked { "BOOK" } else { "PDNG" }));
    xml.inside(&["BookgDt", "Dt"], Some(&first.booking_date.to_string()));
    xml.inside(
        &["ValDt", "Dt"],
        first.value_date.map(|date| date.to_string()).as_deref(),
    );
    if let Some([domain, family, sub]) = first.kind.as_deref().map(|kind| {
        let mut parts = kind.split('/');
        [(); 3].map(|()| parts.next().unwrap_or_default())
    }) {
        xml.raw("<BkTxCd><Domn>");
        xml.leaf("Cd", domain);
        xml.raw("<Fmly>");
        xml.leaf("Cd", family);
        xml.leaf("SubFmlyCd", sub);
        xml.raw("</Fmly></Domn></BkTxCd>");
    }
    xml.raw("<NtryDtls>\n");
    parts.iter().for_each(|part| details(xml, part));
    xml.raw("</NtryDtls></Ntry>\n");
}

fn details(xml: &mut Xml, entry: &Entry) {
    xml.raw("<TxDtls><Refs>");
    xml.maybe("AcctSvcrRef", entry.bank_reference.as_deref());
    xml.maybe("InstrId", entry.reference.as_deref());
    xml.leaf(
        "EndToEndId",
        entry.end_to_end_id.as_deref().unwrap_or("NOTPROVIDED"),
    );
    xml.raw("</Refs>");
    xml.amount(entry.amount);
    let role = if (entry.amount.minor > 0) == entry.reversal {
        "Cdtr"
    } else {
        "Dbtr"
    };
    xml.raw("<RltdPties>");
    xml.inside(&[role, "Pty", "Nm"], entry.counterparty.as_deref());
    let account = format!("{role}Acct");
    xml.inside(&[&account, "Id", "IBAN"], entry.counterparty_iban.as_deref());
    xml.inside(
        &[&account, "Id", "Othr", "Id"],
        entry.counterparty_account.as_deref(),
    );
    xml.raw("</RltdPties>");
    let agent = format!("{role}Agt");
    xml.inside(
        &["RltdAgts", &agent, "FinInstnId", "BICFI"],
        entry.counterparty_bank.as_deref(),
    );
    let about = Some(entry.remittance.as_str()).filter(|about| !about.is_empty());
    xml.inside(&["RmtInf", "Ustrd"], about);
    xml.raw("</TxDtls>\n");
}
