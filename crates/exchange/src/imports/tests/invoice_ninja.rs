use std::collections::BTreeSet;

use folio_domain::imports::{ImportFormat, imported_id};
use folio_domain::invoices::{TaxMode, totals};
use folio_domain::records::Kind;
use folio_domain::{Currency, Money};
use proptest::prelude::*;

use super::{organisation, pretty};
use crate::imports::sample::invoice_ninja::{FILE_NAMES, GeneratedExport, sample_invoice_ninja};
use crate::imports::{ImportPlan, Issue, MESSAGE_KEYS, NamedFile, Settings, Taken, read};

const SOURCE: &str = "invoice-ninja";

fn plan(files: &[(&str, &[u8])]) -> ImportPlan {
    plan_after(files, nothing())
}

fn nothing() -> Taken {
    Taken::none(uuid::Uuid::from_u128(1).into())
}

fn plan_after(files: &[(&str, &[u8])], taken: Taken) -> ImportPlan {
    let organisation = organisation();
    let settings = Settings {
        organisation: &organisation,
        now: "2026-11-22T10:00:00Z".parse().unwrap(),
        numbers_in_use: BTreeSet::from(["TAKEN-1".to_owned()]),
        taken,
        mappings: Vec::new(),
    };
    let files: Vec<NamedFile<'_>> = files
        .iter()
        .map(|(name, bytes)| NamedFile { name, bytes })
        .collect();
    read(&files, Some(ImportFormat::InvoiceNinja), &settings)
}

fn plan_of(export: &GeneratedExport) -> ImportPlan {
    let [clients, invoices, payments] = FILE_NAMES;
    plan(&[
        (clients, &export.clients_csv),
        (invoices, &export.invoices_csv),
        (payments, &export.payments_csv),
    ])
}

fn issues(plan: &ImportPlan) -> Vec<(String, u32, bool, &'static str)> {
    let issue = |issue: &Issue| (issue.file.clone(), issue.line, issue.refused, issue.message_key);
    plan.report.issues.iter().map(issue).collect()
}

#[test]
fn the_sample_is_reported_line_by_line_and_reconciles_to_the_cent() {
    for seed in [1, 7, 2_026] {
        let export = sample_invoice_ninja(seed, 400);
        let plan = plan_of(&export);
        let expected: Vec<_> = export
            .expected
            .iter()
            .map(|issue| {
                (
                    FILE_NAMES[issue.file].to_owned(),
                    issue.line,
                    issue.refused,
                    issue.message_key,
                )
            })
            .collect();
        let mut found = issues(&plan);
        found.sort_by_key(|(file, line, refused, key)| {
            (
                FILE_NAMES.iter().position(|name| name == file),
                *line,
                *refused,
                *key,
            )
        });
        pretty(&found, &expected);
        assert_eq!(plan.report.invoices, export.invoices, "seed {seed}");
        for sums in &export.totals {
            let totals = plan
                .report
                .totals
                .iter()
                .find(|totals| totals.currency == sums.currency)
                .unwrap();
            let (invoiced, balance) = (
                Money::new(sums.invoiced, sums.currency),
                Money::new(sums.balance, sums.currency),
            );
            assert_eq!(
                (totals.source_invoiced, totals.invoiced),
                (invoiced, invoiced),
                "seed {seed}"
            );
            assert_eq!(
                (totals.source_balance, totals.balance),
                (balance, balance),
                "seed {seed}"
            );
        }
    }
}

#[test]
fn every_imported_invoice_is_what_its_lines_say() {
    let plan = plan_of(&sample_invoice_ninja(3, 200));
    for imported in &plan.batch.invoices {
        let invoice = &imported.invoice;
        let content = folio_domain::invoices::PricedContent {
            currency: invoice.currency,
            tax_mode: invoice.tax_mode,
            discount: invoice.discount,
            lines: invoice.lines.iter().map(|line| line.item.clone()).collect(),
        };
        assert_eq!(
            totals(&content).unwrap().total,
            invoice.total,
            "{}",
            invoice.number
        );
    }
}

#[test]
fn keys_do_not_depend_on_the_order_of_files() {
    let export = sample_invoice_ninja(5, 60);
    let [clients, invoices, payments] = FILE_NAMES;
    let forwards = plan_of(&export);
    let backwards = plan(&[
        (payments, &export.payments_csv),
        (invoices, &export.invoices_csv),
        (clients, &export.clients_csv),
    ]);
    assert_eq!(forwards.batch, backwards.batch);
    let keys: BTreeSet<&String> = forwards
        .batch
        .payments
        .iter()
        .map(|payment| &payment.key)
        .collect();
    assert_eq!(keys.len(), forwards.batch.payments.len());
}

#[test]
fn version_4_files_with_a_preamble_are_read() {
    let clients = "\"Invoice Ninja v4.5.17 - December 19, 2020 11:28 pm\",,,,\n,,,,\nCLIENTS,,,,\n\
                   Name,Balance,Phone,Email,Phone\nBob,$1.00,111,bob@example.org,222\n";
    let invoices = "Invoice Ninja v4.5.17,,\n,,\nINVOICES,,\n\
        Client,Email,Invoice Number,Amount,Paid,Status,Invoice Date,Due Date,Item Product,Item Notes,Item Cost,Item Quantity\n\
        Bob,bob@example.org,1,$13.50,$5.01,Partial,2019-11-25,2019-12-20,et,\"two\nlines\",1.35,10\n\
        Bob,bob@example.org,2,$26.67,$0.00,Sent,2020-02-19,2020-02-29,omnis,,8.89,3\n\
        Bob,bob@example.org,2,$26.67,$0.00,Sent,2020-02-19,2020-02-29,omnis,,8.89,3\n";
    let payments = "Payments,,,\nClient,Invoice Number,Amount,Date\nBob,1,$5.01 ,10/25/2019\nBob,7,($400.00),1/29/2020\n";
    let plan = plan(&[
        ("p.csv", payments.as_bytes()),
        ("i.csv", invoices.as_bytes()),
        ("c.csv", clients.as_bytes()),
    ]);
    assert_eq!(
        issues(&plan),
        [
            ("p.csv".to_owned(), 4, true, "import-payment-unknown-invoice"),
            ("i.csv".to_owned(), 7, true, "import-total-differs"),
        ]
    );
    let contact = &plan.batch.clients[0].contacts[0];
    assert_eq!(
        (contact.email.as_str(), contact.phone.as_str()),
        ("bob@example.org", "222")
    );
    let payment = &plan.batch.payments[0];
    assert_eq!(
        (payment.received_on.to_string(), payment.amount.minor),
        ("2019-10-25".to_owned(), 501)
    );
    assert_eq!(plan.report.totals[0].balance.minor, 849);
}

#[test]
fn without_a_list_of_clients_invoices_bring_theirs() {
    let invoices = "Client Name,Client Email,Client Currency,Invoice Number,Invoice Amount,Invoice Balance,Invoice Date,\
        Item Product,Item Quantity,Item Cost,Payment Date,Payment Amount\n\
        Ĉielarko,a@example.org,EUR,9,100,40,2026-01-02,Dezajno,1,100,2026-02-01,60\n\
        Ĉielarko,a@example.org,EUR,10,5,5,2026-01-02,Dezajno,1,5,,Unpaid\n\
        Ĉielarko,a@example.org,EUR,TAKEN-1,5,5,2026-01-02,Dezajno,1,5,,Unpaid\n";
    let plan = plan(&[("i.csv", invoices.as_bytes())]);
    assert_eq!(
        issues(&plan),
        [("i.csv".to_owned(), 4, true, "import-invoice-number-in-use")]
    );
    assert_eq!(
        (plan.report.clients, plan.report.invoices, plan.report.payments),
        (1, 2, 1)
    );
    assert_eq!(plan.batch.clients[0].contacts[0].email, "a@example.org");
}

#[test]
fn what_the_files_leave_open_is_said() {
    let invoices = "Client Name;Client Currency;Invoice Number;Invoice Amount;Invoice Date;Item Product;Item Quantity;Item Cost\n\
        A;EUR;1;1,234;03/04/2026;x;1;1,234\n";
    let plan = plan(&[("i.csv", invoices.as_bytes())]);
    let keys: Vec<_> = issues(&plan)
        .into_iter()
        .map(|(_, line, _, key)| (line, key))
        .collect();
    let (number, date) = ("import-number-ambiguous", "import-date-ambiguous");
    assert_eq!(keys, [(2, date), (2, number), (2, number)]);
    let invoice = &plan.batch.invoices[0].invoice;
    assert_eq!(
        invoice.total,
        Money::new(123_400, Currency::parse("EUR").unwrap())
    );
    assert_eq!(invoice.issue_date.to_string(), "2026-04-03");
    assert_eq!(invoice.tax_mode, TaxMode::Exclusive);
}

#[test]
fn windows_1252_and_strange_files_are_answered() {
    let latin = b"Name,Currency,Country\nM\xfcller,EUR,\xd6sterreich\n";
    let read = plan(&[("c.csv", latin)]);
    assert_eq!(
        issues(&read),
        [("c.csv".to_owned(), 1, false, "import-encoding-guessed")]
    );
    assert_eq!(read.batch.clients[0].client.name, "Müller");
    assert_eq!(read.batch.clients[0].client.address.country, "AT");
    for (bytes, key) in [
        (b"".as_slice(), "import-file-empty"),
        (b"a,b\n1,2\n", "import-file-not-of-tool"),
    ] {
        assert_eq!(issues(&plan(&[("x", bytes)])), [("x".to_owned(), 1, true, key)]);
    }
}

#[test]
fn message_keys_are_one_each() {
    assert_eq!(
        MESSAGE_KEYS.iter().collect::<BTreeSet<_>>().len(),
        MESSAGE_KEYS.len()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        plan(&[("any", &bytes)]);
    }

    #[test]
    fn broken_exports_are_answered(seed in 0_u64..50, at in 0_usize..20_000, byte in any::<u8>()) {
        let mut export = sample_invoice_ninja(seed, 20);
        for file in [&mut export.clients_csv, &mut export.invoices_csv, &mut export.payments_csv] {
            let place = at % file.len();
            file[place] = byte;
        }
        let plan = plan_of(&export);
        for totals in &plan.report.totals {
            prop_assert_eq!(totals.source_invoiced, totals.invoiced);
            prop_assert_eq!(totals.source_balance, totals.balance);
        }
    }
}

#[test]
fn every_message_has_its_words() {
    let words = include_str!("../../../../../locales/en/imports.ftl");
    for key in MESSAGE_KEYS {
        assert!(
            words.lines().any(|line| line.starts_with(&format!("{key} = "))),
            "{key}"
        );
    }
}

#[test]
fn the_domain_takes_the_batch_and_a_second_time_adds_nothing() {
    use folio_domain::invoices::InvoiceStanding;
    use folio_domain::mutations::{Actor, Context, Mutation, Seat, decide};
    use folio_domain::permissions::{Access, Grant, Role};
    use folio_domain::records::Records;

    let plan = plan_of(&sample_invoice_ninja(11, 120));
    let grants = vec![Grant::for_role(Role::Owner, None).unwrap()];
    let mut ctx = Context {
        org_id: uuid::Uuid::from_u128(1).into(),
        actor: Actor {
            principal_id: uuid::Uuid::from_u128(2).into(),
            name: "Owner".to_owned(),
            access: Access {
                role: Role::Owner,
                grants,
            },
        },
        mutation_id: uuid::Uuid::from_u128(3).into(),
        now: "2026-11-22T10:00:00Z".parse().unwrap(),
        today: "2026-11-22".parse().unwrap(),
    };
    let mutation = Mutation::from(plan.batch.clone());
    let mut records = Records::default();
    let decision = decide(Seat::Server, &ctx, &mutation, &records).unwrap();
    for write in &decision.writes {
        records.apply(write, 1);
    }
    let mut balances = std::collections::BTreeMap::<Currency, i64>::new();
    for write in decision
        .writes
        .iter()
        .filter(|write| write.key().0 == Kind::InvoiceStanding)
    {
        let due = records.get::<InvoiceStanding>(write.key().1).unwrap().amount_due;
        *balances.entry(due.currency).or_default() += due.minor;
    }
    for totals in &plan.report.totals {
        assert_eq!(
            balances.get(&totals.currency),
            Some(&totals.source_balance.minor),
            "{}",
            totals.currency
        );
    }
    ctx.mutation_id = uuid::Uuid::from_u128(4).into();
    assert_eq!(
        decide(Seat::Server, &ctx, &mutation, &records).unwrap().writes,
        []
    );
}

/// What is there once `plan` has been taken over.
fn take(mut taken: Taken, plan: &ImportPlan) -> Taken {
    for payment in &plan.batch.payments {
        let id = imported_id(taken.org_id, SOURCE, Kind::Payment, &payment.key);
        if let (true, Some(number)) = (taken.payments.insert(id), &payment.invoice_number) {
            taken
                .allocated
                .entry(number.clone())
                .or_default()
                .add(payment.amount.minor);
        }
    }
    taken
}

const HEAD: &str = "Client Name,Client Currency,Invoice Number,Invoice Amount,Paid to Date,Invoice Date,Item Product,Item Quantity,Item Cost";

fn invoice_paid(paid: &str) -> String {
    format!("{HEAD}\nBirch,EUR,7,100,{paid},2026-01-02,Print,1,100\n")
}

#[test]
fn a_payment_that_came_as_paid_to_date_does_not_come_again() {
    let invoices = invoice_paid("60");
    let first = plan(&[("i.csv", invoices.as_bytes())]);
    let taken = take(nothing(), &first);
    assert_eq!(taken.allocated["7"].net, 6_000);

    let payments = "Client,Invoice Number,Amount,Date\nBirch,7,60,2026-02-01\n";
    let files = [("i.csv", invoices.as_bytes()), ("p.csv", payments.as_bytes())];
    let second = plan_after(&files, taken.clone());
    assert_eq!(
        issues(&second),
        [("p.csv".to_owned(), 2, true, "import-payment-covered")]
    );
    assert_eq!(take(taken.clone(), &second), taken);
    assert_eq!(second.report.totals[0].balance.minor, 4_000);

    // The source has been paid more since: of its payments, what is not there yet comes.
    let (grown, payments) = (invoice_paid("85"), format!("{payments}Birch,7,25,2026-03-01\n"));
    let files = [("i.csv", grown.as_bytes()), ("p.csv", payments.as_bytes())];
    let third = plan_after(&files, taken.clone());
    let taken = take(taken, &third);
    assert_eq!(taken.allocated["7"].net, 8_500);
    assert_eq!(
        third.report.totals[0].balance,
        third.report.totals[0].source_balance
    );
    assert_eq!(take(taken.clone(), &plan_after(&files, taken.clone())), taken);
}

#[test]
fn what_is_paid_later_comes_though_no_payment_shows_it() {
    let payments = "Client,Invoice Number,Amount,Date\nBirch,7,60,2026-02-01\n";
    let first = plan(&[
        ("i.csv", invoice_paid("60").as_bytes()),
        ("p.csv", payments.as_bytes()),
    ]);
    let mut taken = take(nothing(), &first);
    for (paid, minor) in [("70", 7_000), ("90", 9_000), ("90", 9_000), ("100", 10_000)] {
        let plan = plan_after(&[("i.csv", invoice_paid(paid).as_bytes())], taken.clone());
        taken = take(taken, &plan);
        assert_eq!(taken.allocated["7"].net, minor);
        assert_eq!(
            plan.report.totals[0].balance,
            plan.report.totals[0].source_balance
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn in_whichever_order_shapes_come_each_balance_is_the_source_s(seed in 0_u64..500, bare_first in any::<bool>()) {
        let export = sample_invoice_ninja(seed, 30);
        let [clients, invoices, payments] = FILE_NAMES;
        let bare: &[(&str, &[u8])] = &[(clients, &export.clients_csv), (invoices, &export.invoices_csv)];
        let full: &[(&str, &[u8])] = &[bare[0], bare[1], (payments, &export.payments_csv)];
        let (first, second) = if bare_first { (bare, full) } else { (full, bare) };
        let taken = take(nothing(), &plan(first));
        let plan = plan_after(second, taken.clone());
        let taken = take(taken, &plan);
        for totals in &plan.report.totals {
            prop_assert_eq!(totals.source_balance, totals.balance);
        }
        let incoming = plan.batch.invoices.iter().map(|imported| imported.invoice.clone());
        let due: i64 = incoming.map(|invoice| {
            invoice.total.minor - taken.allocated.get(&invoice.number).copied().unwrap_or_default().net
        }).sum();
        let said: i64 = plan.report.totals.iter().map(|totals| totals.source_balance.minor).sum();
        prop_assert_eq!(due, said);
    }
}
