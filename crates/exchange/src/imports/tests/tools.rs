//! What is peculiar to one tool.

use std::collections::BTreeSet;

use folio_domain::{Currency, Money};

use super::formats::{nothing, one, plan};

#[test]
fn a_zoho_payment_for_several_invoices_is_divided_as_its_rows_say() {
    let mut files = one(
        "Invoice.csv",
        "Invoice Date,Invoice Number,Invoice Status,Customer Name,Currency Code,Item Name,Quantity,Item Price,Total,Balance\n\
         2026-01-02,I-1,Closed,Birch,EUR,Print,1,100,100,0\n\
         2026-01-03,I-2,PartiallyPaid,Birch,EUR,Print,1,50,50,20\n",
    );
    files.extend(one(
        "Customer_Payment.csv",
        "Payment Number,CustomerPayment ID,Mode,Amount,Unused Amount,Customer Name,Date,Amount Applied to Invoice,Invoice Number\n\
         7,900,Cash,135.00,5.00,Birch,2026-02-01,100.00,I-1\n\
         7,900,Cash,135.00,5.00,Birch,2026-02-01,30.00,I-2\n",
    ));
    let plan = plan(&files, None, nothing());
    let mut parts: Vec<(Option<String>, i64)> = plan
        .batch
        .payments
        .iter()
        .map(|payment| (payment.invoice_number.clone(), payment.amount.minor))
        .collect();
    parts.sort();
    let (one, two) = (Some("I-1".to_owned()), Some("I-2".to_owned()));
    assert_eq!(parts, [(None, 500), (one, 10_000), (two, 3_000)]);
}

#[test]
fn zoho_discounts_of_the_whole_and_charges_are_read() {
    let files = one(
        "Invoice.csv",
        "Invoice Date,Invoice Number,Invoice Status,Customer Name,Currency Code,Is Inclusive Tax,Discount Type,\
         Is Discount Before Tax,Entity Discount Percent,Entity Discount Amount,Item Name,Quantity,Item Price,Item Tax,\
         Item Tax %,Shipping Charge,Adjustment,Total,Balance\n\
         2026-01-02,I-1,Sent,Birch,INR,false,entity_level,true,10.00,0,Print,1,100,GST18,18,12.00,-0.20,118.00,118.00\n\
         2026-01-02,I-2,Sent,Birch,INR,false,entity_level,false,0,10.00,Print,1,100,GST18,18,0,0,108.00,108.00\n",
    );
    let plan = plan(&files, None, nothing());
    let come: Vec<i64> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| invoice.invoice.total.minor)
        .collect();
    assert_eq!(come, [11_800, 10_800], "{:?}", plan.report.issues);
}

#[test]
fn what_xero_calls_a_credit_note_is_owed_to_the_client() {
    let files = one(
        "SalesInvoices.csv",
        "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,*Description,*Quantity,\
         *UnitAmount,LineAmount,*TaxType,TaxAmount,Currency,Type,Status\n\
         Birch,CN-1,02/01/2026,15/01/2026,57.5000,0.0000,57.5000,Returned,2.0000,25.0000,50.0000,15% GST on Income,7.5000,NZD,Sales credit note,Awaiting Payment\n\
         Birch,INV-1,02/01/2026,15/01/2026,57.5000,57.5000,0.0000,Sold,2.0000,25.0000,50.0000,15% GST on Income,7.5000,NZD,Sales invoice,Paid\n",
    );
    let plan = plan(&files, None, nothing());
    let come: Vec<(i64, String)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            (
                invoice.invoice.total.minor,
                invoice.invoice.taxes[0].tax.percent.to_string(),
            )
        })
        .collect();
    let rate = "15".to_owned();
    assert_eq!(
        come,
        [(-5_750, rate.clone()), (5_750, rate)],
        "{:?}",
        plan.report.issues
    );
    assert_eq!(plan.report.totals[0].balance.minor, -5_750);
}

#[test]
fn a_quickbooks_list_without_lines_comes_as_one_line_each() {
    let files = one(
        "Invoice List.csv",
        "Studio\nInvoice List\n\"January 1 - December 31, 2025\"\n\n\
         Date,Transaction type,Num,Name,Memo,Due date,Amount,Open balance\n\
         01/15/2025,Invoice,1041,Birch,Twelve posters,02/14/2025,\"1,200.00\",200.00\n\
         01/16/2025,Invoice,1042,Birch,,02/15/2025,300.00,0.00\n\
         01/17/2025,Credit Memo,CM-1,Birch,Returned,01/17/2025,-50.00,0.00\n\
         01/18/2025,Sales Receipt,SR-1,Oak,Over the counter,,80.00,\n\
         01/19/2025,Invoice,1043,Oak,Voided - wrong client,02/18/2025,0.00,0.00\n\
         02/01/2025,Payment,CHK 7,Birch,,,-1000.00,0.00\n\
         02/02/2025,Payment,,Birch,,,-400.00,0.00\n\
         TOTAL,,,,,,\"1,530.00\",200.00\n",
    );
    let plan = plan(&files, None, nothing());
    let keys: Vec<(u32, &str)> = plan
        .report
        .issues
        .iter()
        .map(|issue| (issue.line, issue.message_key))
        .collect();
    assert!(keys.contains(&(1, "import-file-no-items")), "{keys:?}");
    assert!(keys.contains(&(1, "import-file-payments-spread")));
    assert!(keys.contains(&(10, "import-invoice-cancelled")));
    let lines: Vec<(&str, &str, i64)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            let invoice = &invoice.invoice;
            let item = &invoice.lines[0].item;
            (
                invoice.number.as_str(),
                item.description.as_str(),
                invoice.total.minor,
            )
        })
        .collect();
    let expected = [
        ("1041", "Twelve posters", 120_000),
        ("1042", "1042", 30_000),
        ("CM-1", "Returned", -5_000),
        ("SR-1", "Over the counter", 8_000),
    ];
    assert_eq!(lines, expected);
    let totals = &plan.report.totals[0];
    assert_eq!(
        (totals.source_balance.minor, totals.balance.minor),
        (20_000, 20_000)
    );
    assert_eq!(
        plan.batch
            .payments
            .iter()
            .filter(|payment| payment.invoice_number.is_none())
            .count(),
        1
    );
}

#[test]
fn frappe_books_says_the_tax_of_the_whole_in_rows_of_its_own() {
    let mut files = one(
        "SalesInvoice.csv",
        "Rechnungsnr.,Partei,Datum,Summe,Basis,Offen,Gebucht,Storniert,Währung,Artikel,Preis,Menge,Steuer,Konto,Satz\n\
         SalesInvoice.name,SalesInvoice.party,SalesInvoice.date,SalesInvoice.grandTotal,SalesInvoice.baseGrandTotal,\
         SalesInvoice.outstandingAmount,SalesInvoice.submitted,SalesInvoice.cancelled,SalesInvoice.currency,\
         SalesInvoiceItem.item,SalesInvoiceItem.rate,SalesInvoiceItem.quantity,SalesInvoiceItem.tax,TaxSummary.account,TaxSummary.rate\n\
         SINV-1,Birch,2026-01-02T09:30:00.000Z,118,118,18,1,0,INR,Print,100,1,Local GST,,\n\
         SINV-1,Birch,2026-01-02T09:30:00.000Z,118,118,18,1,0,INR,,,,,CGST,9\n\
         SINV-1,Birch,2026-01-02T09:30:00.000Z,118,118,18,1,0,INR,,,,,SGST,9\n\
         SINV-2,Birch,2026-01-03,10,840,840,1,0,EUR,Print,10,1,,,\n\
         SINV-3,Birch,2026-01-03,10,840,420,1,0,EUR,Print,10,1,,,\n\
         SINV-4,Birch,2026-01-04,5,5,5,0,0,INR,Print,5,1,,,\n\
         SINV-5,Birch,2026-01-04,5,5,5,1,1,INR,Print,5,1,,,\n",
    );
    files.extend(one(
        "Payment.csv",
        "Payment.name,Payment.party,Payment.date,Payment.paymentType,Payment.amount,Payment.submitted,Payment.cancelled,\
         PaymentFor.referenceType,PaymentFor.referenceName,PaymentFor.amount\n\
         PAY-1,Birch,2026-02-01,Receive,120,1,0,SalesInvoice,SINV-1,100\n\
         PAY-2,Birch,2026-02-01,Pay,50,1,0,PurchaseInvoice,PINV-1,50\n\
         PAY-3,Birch,2026-02-01,Receive,5,1,0,SalesInvoice,SINV-3,5\n\
         PAY-4,Birch,2026-02-01,Receive,5,1,1,SalesInvoice,SINV-3,5\n",
    ));
    let plan = plan(&files, None, nothing());
    let come: Vec<(&str, i64, String)> = plan
        .batch
        .invoices
        .iter()
        .map(|invoice| {
            let invoice = &invoice.invoice;
            (
                invoice.number.as_str(),
                invoice.total.minor,
                invoice.issue_date.to_string(),
            )
        })
        .collect();
    let on = |day: &str| day.to_owned();
    assert_eq!(
        come,
        [
            ("SINV-1", 11_800, on("2026-01-02")),
            ("SINV-2", 1_000, on("2026-01-03")),
            ("SINV-3", 1_000, on("2026-01-03")),
        ],
        "{:?}",
        plan.report.issues
    );
    assert_eq!(
        plan.batch.invoices[0].invoice.taxes[0].tax.percent.to_string(),
        "18"
    );
    let mut parts: Vec<(Option<&str>, i64)> = plan
        .batch
        .payments
        .iter()
        .map(|payment| (payment.invoice_number.as_deref(), payment.amount.minor))
        .collect();
    parts.sort_unstable();
    assert_eq!(
        parts,
        [(None, 2_000), (Some("SINV-1"), 10_000), (Some("SINV-3"), 500)]
    );
    let left: BTreeSet<&str> = plan.report.issues.iter().map(|issue| issue.message_key).collect();
    for key in [
        "import-invoice-draft",
        "import-invoice-cancelled",
        "import-rows-left-out",
        "import-payment-failed",
    ] {
        assert!(left.contains(key), "{key}: {left:?}");
    }
}

#[test]
fn wave_payments_come_from_the_books() {
    let files = one(
        "accounting.csv",
        "Transaction ID,Transaction Date,Account Name,Transaction Description,Transaction Line Description,\
         Amount (One column), ,Customer,Invoice Number,Amount Before Sales Tax,Sales Tax Amount,Sales Tax Name,Account Type\n\
         1,2026-01-02,Sales,Birch - 7,Birch - 7 - Print,100.00,,Birch,7,100.00,19.00,MwSt,Income\n\
         1,2026-01-02,Accounts Receivable,Birch - 7,Birch - 7,119.00,,Birch,7,119.00,,,System Receivable Invoice\n\
         2,2026-01-09,Accounts Receivable,Invoice Payment,Invoice Payment,-60.00,,Birch,7,-60.00,,,System Receivable Invoice\n\
         2,2026-01-09,Cash,Invoice Payment,Invoice Payment,60.00,,,,60.00,,,Cash and Bank\n\
         3,2026-01-10,Rent,Rent,Rent,-9.00,,,,-9.00,,,Expense\n",
    );
    let plan = plan(&files, None, nothing());
    let invoice = &plan.batch.invoices[0].invoice;
    assert_eq!(
        (invoice.total.minor, invoice.lines[0].item.description.as_str()),
        (11_900, "Print")
    );
    let payment = &plan.batch.payments[0];
    assert_eq!(
        (payment.amount.minor, payment.received_on.to_string()),
        (6_000, "2026-01-09".to_owned())
    );
    assert_eq!(
        plan.report.totals[0].balance,
        Money::new(5_900, Currency::parse("INR").unwrap())
    );
}
