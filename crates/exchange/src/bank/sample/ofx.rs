//! OFX 1.0.2 in SGML and 2.1.1 in XML.

use super::escaped;
use crate::bank::model::{Entry, Statement};

/// How OFX is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfxStyle {
    /// 1.x: values without end tags.
    Sgml,
    /// 2.x.
    Xml,
}

struct Writer {
    style: OfxStyle,
    text: String,
}

impl Writer {
    fn value(&mut self, name: &str, value: &str) {
        let end = match self.style {
            OfxStyle::Sgml => String::new(),
            OfxStyle::Xml => format!("</{name}>"),
        };
        self.text.push_str(&format!("<{name}>{}{end}\n", escaped(value)));
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }

    fn within(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.text.push_str(&format!("<{name}>\n"));
        inside(self);
        self.text.push_str(&format!("</{name}>\n"));
    }
}

pub(super) fn write(statements: &[Statement], style: OfxStyle) -> String {
    let header = match style {
        OfxStyle::Sgml => {
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\n\
             COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n"
        }
        OfxStyle::Xml => {
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <?OFX OFXHEADER=\"200\" VERSION=\"211\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\" NEWFILEUID=\"NONE\"?>\n"
        }
    };
    let mut writer = Writer {
        style,
        text: header.to_owned(),
    };
    writer.within("OFX", |ofx| {
        ofx.within("BANKMSGSRSV1", |messages| {
            for (number, statement) in statements.iter().enumerate() {
                messages.within("STMTTRNRS", |answer| {
                    answer.value("TRNUID", &number.to_string());
                    answer.within("STATUS", |status| {
                        status.value("CODE", "0");
                        status.value("SEVERITY", "INFO");
                    });
                    answer.within("STMTRS", |writer| one(writer, statement));
                });
            }
        });
    });
    writer.text
}

fn one(writer: &mut Writer, statement: &Statement) {
    writer.value("CURDEF", statement.currency.code());
    writer.within("BANKACCTFROM", |account| {
        account.maybe("BANKID", statement.account.bank.as_deref());
        account.value("ACCTID", &statement.account.id);
        account.value("ACCTTYPE", "CHECKING");
    });
    writer.within("BANKTRANLIST", |list| {
        let day = |date: jiff::civil::Date| date.strftime("%Y%m%d").to_string();
        list.maybe("DTSTART", statement.from.map(day).as_deref());
        list.maybe("DTEND", statement.to.map(day).as_deref());
        for entry in &statement.entries {
            list.within("STMTTRN", |transaction| self::entry(transaction, entry));
        }
    });
    if let Some(closing) = &statement.closing {
        writer.within("LEDGERBAL", |balance| {
            balance.value("BALAMT", &closing.amount.to_decimal().to_string());
            let date = closing.date.map(|date| date.strftime("%Y%m%d235959").to_string());
            balance.maybe("DTASOF", date.as_deref());
        });
    }
}

fn entry(writer: &mut Writer, entry: &Entry) {
    writer.maybe("TRNTYPE", entry.kind.as_deref());
    writer.value(
        "DTPOSTED",
        &entry.booking_date.strftime("%Y%m%d120000[+1:CET]").to_string(),
    );
    let available = entry.value_date.map(|date| date.strftime("%Y%m%d").to_string());
    writer.maybe("DTAVAIL", available.as_deref());
    writer.value("TRNAMT", &entry.amount.to_decimal().to_string());
    writer.maybe("FITID", entry.bank_reference.as_deref());
    writer.maybe("REFNUM", entry.reference.as_deref());
    writer.maybe("NAME", entry.counterparty.as_deref());
    if let Some(number) = entry
        .counterparty_iban
        .as_ref()
        .or(entry.counterparty_account.as_ref())
    {
        writer.within("BANKACCTTO", |account| {
            account.maybe("BANKID", entry.counterparty_bank.as_deref());
            account.value("ACCTID", number);
            account.value("ACCTTYPE", "CHECKING");
        });
    }
    let about = Some(entry.remittance.as_str()).filter(|about| !about.is_empty());
    writer.maybe("MEMO", about);
}
