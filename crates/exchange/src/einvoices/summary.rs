//! A report in words, for a terminal.

use std::fmt::{Display, Write};

use en16931::Invoice;
use en16931::invoice::Party;

use super::declared::{Declared, Syntax};
use super::findings::Finding;
use super::report::{Report, Verdict};

impl Report {
    /// The report in words, for a terminal.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing into a String cannot fail.
        let _ = write_report(&mut out, self);
        out
    }
}

fn write_report(out: &mut String, report: &Report) -> std::fmt::Result {
    let verdict = match report.verdict {
        Verdict::Valid => "valid",
        Verdict::BreaksRules => "breaks rules",
        Verdict::Unreadable => "cannot be read",
    };
    writeln!(out, "{}: {verdict}", report.name)?;
    if let Some(why) = &report.unreadable {
        writeln!(out, "  {why}")?;
    }
    if let Some(declared) = &report.declared {
        writeln!(out, "  Written as {}", written_as(declared, report))?;
    }
    if let Some(invoice) = &report.invoice {
        write_invoice(out, invoice)?;
    }
    write_findings(out, "Broken rules", &report.findings)?;
    write_findings(
        out,
        "Remarks: rules of the narrower specification it names",
        &report.remarks,
    )?;
    if let Some(attachment) = &report.attachment {
        for remark in &attachment.remarks {
            writeln!(out, "  Remark on the PDF: {remark}")?;
        }
    }
    Ok(())
}

fn written_as(declared: &Declared, report: &Report) -> String {
    let syntax = match declared.syntax {
        Syntax::Ubl => "UBL",
        Syntax::Cii => "CII",
    };
    match &report.attachment {
        Some(attachment) => format!("{}, {syntax}, in the PDF's {}", declared.name(), attachment.name),
        None => format!("{}, {syntax}", declared.name()),
    }
}

fn write_invoice(out: &mut String, invoice: &Invoice) -> std::fmt::Result {
    let currency = or_dash(invoice.currency.as_ref());
    let number = or_dash(invoice.number.as_ref());
    let dated = or_dash(invoice.issue_date.as_ref());
    write!(out, "  Invoice {number} of {dated}")?;
    if let Some(due) = invoice.due_date {
        write!(out, ", due {due}")?;
    }
    writeln!(out)?;
    writeln!(out, "  From {}", party(&invoice.seller))?;
    writeln!(out, "  To {}", party(&invoice.buyer))?;
    writeln!(out, "  Lines: {}", invoice.lines.len())?;
    let totals = &invoice.totals;
    writeln!(out, "  Without tax {} {currency}", totals.taxable_total)?;
    for tax in &invoice.vat_breakdown {
        let rate = tax.rate.map(|rate| format!(" {rate} %")).unwrap_or_default();
        let (amount, base) = (tax.tax_amount, tax.taxable_amount);
        writeln!(
            out,
            "  Tax {}{rate}: {amount} {currency} on {base} {currency}",
            tax.category
        )?;
    }
    writeln!(out, "  With tax {} {currency}", totals.gross_total)?;
    writeln!(out, "  To pay {} {currency}", totals.due)
}

fn party(party: &Party) -> String {
    let name = or_dash(party.name.as_ref());
    match party.vat_identifier.as_ref().or(party.tax_registration.as_ref()) {
        Some(tax_id) => format!("{name} ({tax_id})"),
        None => name,
    }
}

fn or_dash(value: Option<&impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), ToString::to_string)
}

fn write_findings(out: &mut String, title: &str, findings: &[Finding]) -> std::fmt::Result {
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {title}: {}", findings.len())?;
    for finding in findings {
        writeln!(out, "  {} at {}: {}", finding.rule, finding.place, finding.words)?;
    }
    Ok(())
}
