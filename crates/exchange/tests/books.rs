//! A month's pack, read by programs that are not ours: beancount, ledger and hledger read its files unedited and find
//! the balances that the domain's records add up to; openpyxl finds the tables in the workbook.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "books/made.rs"]
mod made;
#[path = "books/programs.rs"]
mod programs;

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use folio_domain::payments::PaymentMethod;
use folio_exchange::month_pack::{LeftOutReason, Manifest};
use made::Made;
use programs::{Account, Balances};
use rust_decimal::Decimal;

/// How many months a run without `cargo xtask` reads.
const MONTHS_USUAL: u64 = 3;

fn months() -> u64 {
    let wanted = std::env::var("FOLIO_TEST_MONTHS").ok();
    wanted.map_or(MONTHS_USUAL, |text| text.parse().unwrap())
}

/// A pack whose files lie in a folder.
struct Unpacked {
    folder: tempfile::TempDir,
    manifest: Manifest,
}

impl Unpacked {
    fn of(made: &Made) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(made.packed())).unwrap();
        for nth in 0..zip.len() {
            let mut file = zip.by_index(nth).unwrap();
            let path = folder.path().join(file.name().unwrap().as_ref());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let manifest = std::fs::read(folder.path().join("manifest.json")).unwrap();
        Self {
            folder,
            manifest: serde_json::from_slice(&manifest).unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

/// Leaves a month's pack to be looked at, where there is a folder for that.
fn keep(made: &Made, seed: u64) {
    if let Some(folder) = std::env::var_os("FOLIO_TEST_ARTIFACTS") {
        let path = Path::new(&folder).join(format!("month-{seed}.zip"));
        std::fs::write(path, made.packed()).unwrap();
    }
}

/// What each account should hold, added up from the domain's records alone. Accounts of clients and taxes go by what
/// they are (`receivable <client>`, `tax GST 18%`), since every format calls them differently.
fn expected(made: &Made) -> Balances {
    let mut balances = Balances::new();
    let mut add = |account: String, amount: folio_domain::Money| {
        let key = (account, amount.currency.code().to_owned());
        *balances.entry(key).or_default() += amount.to_decimal();
    };
    for one in &made.invoices {
        let invoice = &one.invoice;
        add(format!("receivable {}", invoice.client_id), invoice.total);
        add("Income:Sales".to_owned(), invoice.taxable_total.negated());
        for tax in &invoice.taxes {
            let name = format!("tax {} {}%", tax.tax.name, tax.tax.percent.normalize());
            add(name, tax.amount.negated());
        }
    }
    for one in &made.payments {
        let client = one.payment.client_id;
        let method = match one.payment.method {
            PaymentMethod::BankTransfer => "Bank",
            PaymentMethod::Cash => "Cash",
            PaymentMethod::Card => "Card",
            PaymentMethod::Cheque => "Cheque",
            PaymentMethod::Upi => "UPI",
            PaymentMethod::Other => "Other",
        };
        add(format!("Assets:Payments:{method}"), one.payment.amount);
        let mut left = one.payment.amount;
        for (_, part) in &one.parts {
            add(format!("receivable {client}"), part.negated());
            left = left.minus(*part).unwrap();
        }
        add(format!("credit {client}"), left.negated());
    }
    balances.retain(|_, amount| !amount.is_zero());
    balances
}

/// Balances under the names that [`expected`] uses, by what each account says of itself.
fn understood(balances: Balances, accounts: &BTreeMap<String, Account>, made: &Made) -> Balances {
    let rows = balances.into_iter().map(|((account, currency), amount)| {
        let said = accounts.get(&account).cloned().unwrap_or_default();
        let meant = if let Some(client) = &said.client_id {
            let (_, record) = made
                .clients
                .iter()
                .find(|(id, _)| id.to_string() == *client)
                .unwrap();
            assert_eq!(said.name.as_ref(), Some(&record.name), "the name is whole");
            let kind = if account.starts_with("Assets:Receivable:") {
                "receivable"
            } else {
                assert!(account.starts_with("Liabilities:Credit:"), "{account}");
                "credit"
            };
            format!("{kind} {client}")
        } else if account.starts_with("Liabilities:Tax:") {
            format!("tax {}", said.name.unwrap())
        } else {
            account
        };
        (meant, currency, amount.to_string())
    });
    programs::balances(rows)
}

/// What a journal says of its accounts, in the comments below them.
fn accounts_of(journal: &str) -> BTreeMap<String, Account> {
    let mut accounts: BTreeMap<String, Account> = BTreeMap::new();
    let mut last = String::new();
    for line in journal.lines() {
        if let Some(account) = line.strip_prefix("account ") {
            account.clone_into(&mut last);
            accounts.entry(last.clone()).or_default();
        } else if let Some(name) = line.strip_prefix("    ; name: ") {
            accounts.get_mut(&last).unwrap().name = Some(serde_json::from_str(name).unwrap());
        } else if let Some(id) = line.strip_prefix("    ; client-id: ") {
            accounts.get_mut(&last).unwrap().client_id = Some(id.to_owned());
        }
    }
    accounts
}

#[test]
fn beancount_finds_every_balance_and_name() {
    for seed in 0..months() {
        let made = Made::new(seed);
        let pack = Unpacked::of(&made);
        let read = programs::beancount(&pack.path("accounting/books.beancount"));
        assert_eq!(read.errors, Vec::<String>::new(), "seed {seed}");
        let balances = programs::balances(read.balances.into_iter());
        assert_eq!(
            understood(balances, &read.accounts, &made),
            expected(&made),
            "seed {seed}"
        );
        let entries: BTreeMap<String, (String, String)> = read
            .entries
            .into_iter()
            .map(|(id, payee, reference)| (id, (payee, reference)))
            .collect();
        // No money comes with a set-off.
        let paid = made.payments.iter().filter(|one| one.payment.sets_off.is_none());
        assert_eq!(entries.len(), made.invoices.len() + paid.count());
        for one in &made.invoices {
            let (payee, reference) = &entries[&one.id.to_string()];
            assert_eq!(
                (payee, reference),
                (&one.invoice.buyer.name, &one.invoice.reference)
            );
        }
    }
}

#[test]
fn ledger_and_hledger_find_every_balance_and_name() {
    for seed in 0..months() {
        let made = Made::new(seed);
        let pack = Unpacked::of(&made);
        let file = pack.path("accounting/2026-03.journal");
        let journal = pack.text("accounting/2026-03.journal");
        let accounts = accounts_of(&journal);
        let expected = expected(&made);
        let found = understood(programs::hledger(&file), &accounts, &made);
        assert_eq!(found, expected, "hledger, seed {seed}");
        let currencies: Vec<&str> = pack
            .manifest
            .totals
            .iter()
            .map(|sum| sum.currency.code())
            .collect();
        let found = understood(programs::ledger(&file, &currencies), &accounts, &made);
        assert_eq!(found, expected, "ledger, seed {seed}");
        for one in &made.invoices {
            let whole = serde_json::to_string(&one.invoice.buyer.name).unwrap();
            let safe = whole
                .replace(':', "\\u003a")
                .replace('[', "\\u005b")
                .replace(']', "\\u005d");
            assert!(journal.contains(&format!("    ; client: {safe}\n")), "{whole}");
        }
    }
}

/// A CSV of the pack as rows.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let bytes = std::fs::read(path).unwrap();
    let text = bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// Numbers by their value, texts as they are.
fn plain(cells: &[Vec<String>]) -> Vec<Vec<String>> {
    let plain = |cell: &String| {
        let number = cell.parse::<Decimal>();
        number.map_or_else(|_text| cell.clone(), |number| number.normalize().to_string())
    };
    cells.iter().map(|row| row.iter().map(plain).collect()).collect()
}

#[test]
fn the_workbook_holds_the_tables_and_no_formula() {
    for seed in 0..months() {
        let made = Made::new(seed);
        let pack = Unpacked::of(&made);
        keep(&made, seed);
        let sheets = programs::workbook(&pack.path("books.xlsx"));
        let names: Vec<&str> = sheets.keys().map(String::as_str).collect();
        assert_eq!(names, ["Invoices", "Lines", "Payments", "Totals"]);
        for (sheet, file) in [("Invoices", "invoices.csv"), ("Payments", "payments.csv")] {
            let expected = plain(&rows(&pack.path(file)));
            assert_eq!(plain(&sheets[sheet]), expected, "{sheet}, seed {seed}");
        }
        let lines: usize = made.invoices.iter().map(|one| one.invoice.lines.len()).sum();
        assert_eq!(sheets["Lines"].len(), lines + 1);
    }
}

/// Sums of a column by currency.
fn sums(table: &[Vec<String>], columns: &[&str]) -> BTreeMap<String, Decimal> {
    let place = |name: &str| table[0].iter().position(|title| title == name).unwrap();
    let currency = place("Currency");
    let mut sums: BTreeMap<String, Decimal> = BTreeMap::new();
    for row in &table[1..] {
        for column in columns {
            *sums.entry(row[currency].clone()).or_default() += row[place(column)].parse::<Decimal>().unwrap();
        }
    }
    sums.retain(|_, sum| !sum.is_zero());
    sums
}

#[test]
fn lines_for_quickbooks_and_xero_add_up_to_the_invoices() {
    for seed in 0..months() {
        let made = Made::new(seed);
        let pack = Unpacked::of(&made);
        let (mut all, mut above) = (BTreeMap::new(), BTreeMap::new());
        for one in &made.invoices {
            let (currency, total) = (one.invoice.currency.code().to_owned(), one.invoice.total);
            *all.entry(currency.clone()).or_insert(Decimal::ZERO) += total.to_decimal();
            if total.minor >= 0 {
                *above.entry(currency).or_insert(Decimal::ZERO) += total.to_decimal();
            }
        }
        all.retain(|_, sum| !sum.is_zero());
        above.retain(|_, sum| !sum.is_zero());
        let xero = rows(&pack.path("accounting/xero-invoices.csv"));
        let place = |name: &str| xero[0].iter().position(|title| title == name).unwrap();
        let (quantity, price, tax) = (place("*Quantity"), place("*UnitAmount"), place("TaxAmount"));
        let mut found: BTreeMap<String, Decimal> = BTreeMap::new();
        for row in &xero[1..] {
            let number = |at: usize| row[at].parse::<Decimal>().unwrap();
            *found.entry(row[place("Currency")].clone()).or_default() +=
                number(quantity) * number(price) + number(tax);
        }
        found.retain(|_, sum| !sum.is_zero());
        assert_eq!(found, all, "Xero, seed {seed}");
        let quickbooks = rows(&pack.path("accounting/quickbooks-invoices.csv"));
        assert_eq!(
            sums(&quickbooks, &["*ItemAmount", "ItemTaxAmount"]),
            above,
            "QuickBooks, seed {seed}"
        );
    }
}

#[test]
fn the_batch_for_datev_holds_all_that_it_can_and_names_the_rest() {
    let mut batches = 0;
    for seed in 0..months().max(12) {
        let made = Made::new(seed);
        let pack = Unpacked::of(&made);
        let path = "accounting/EXTF_Buchungsstapel_2026-03.csv";
        if made.organisation.address.country != "DE" {
            assert!(!pack.path(path).exists());
            continue;
        }
        batches += 1;
        let bytes = std::fs::read(pack.path(path)).unwrap();
        let (text, _, broken) = encoding_rs::WINDOWS_1252.decode(&bytes);
        assert!(!broken && text.ends_with("\r\n"));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!((lines[0].len(), lines[1].len()), (31, 125));
        let mut receivable = Decimal::ZERO;
        for line in &lines[2..] {
            assert_eq!(line.len(), 125);
            let amount: Decimal = line[0].replace(',', ".").parse().unwrap();
            assert!(amount > Decimal::ZERO);
            let signed = if &line[1] == "S" { amount } else { -amount };
            // A debtor's account has a digit more: as account it is billed, as the one against it has paid.
            receivable += if line[6].len() == 5 { signed } else { -signed };
        }
        let left_out = |number: &str| {
            let mut of_file = pack.manifest.left_out.iter().filter(|one| one.path == path);
            of_file.find(|one| one.number == number).map(|one| one.reason)
        };
        let mut expected = Decimal::ZERO;
        for one in &made.invoices {
            let euros = one.invoice.currency.code() == "EUR";
            match left_out(&one.invoice.number) {
                None => expected += one.invoice.total.to_decimal(),
                Some(reason) => assert_eq!(reason == LeftOutReason::NotInEuros, !euros),
            }
        }
        for one in made.payments.iter().filter(|one| one.payment.sets_off.is_none()) {
            match left_out(&one.id.to_string()) {
                None => expected -= one.payment.amount.to_decimal(),
                Some(reason) => assert_eq!(reason, LeftOutReason::NotInEuros),
            }
        }
        assert_eq!(receivable, expected, "seed {seed}");
    }
    assert!(batches > 0, "no made-up business was a German one");
}
