//! Other people's programs, and what they find in the files as they lie in the pack.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use rust_decimal::Decimal;
use serde::Deserialize;

/// Balances by account and currency, without those that are zero.
pub type Balances = BTreeMap<(String, String), Decimal>;

/// What beancount read.
#[derive(Deserialize)]
pub struct Beancount {
    pub errors: Vec<String>,
    pub accounts: BTreeMap<String, Account>,
    /// Account, currency, exact decimal.
    pub balances: Vec<(String, String, String)>,
    /// Id, payee, reference.
    pub entries: Vec<(String, String, String)>,
}

/// What an account says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Account {
    pub name: Option<String>,
    #[serde(rename = "client-id")]
    pub client_id: Option<String>,
}

const READ_BEANCOUNT: &str = r#"
import json, sys
from beancount import loader
from beancount.core import data, inventory

entries, errors, _ = loader.load_file(sys.argv[1])
accounts, sums, named = {}, {}, []
for entry in entries:
    if isinstance(entry, data.Open):
        accounts[entry.account] = {key: entry.meta.get(key) for key in ("name", "client-id")}
    if isinstance(entry, data.Transaction):
        named.append((entry.meta["folio-id"], entry.payee, entry.meta.get("reference", "")))
        for posting in entry.postings:
            sums.setdefault(posting.account, inventory.Inventory()).add_position(posting)
balances = [
    (account, position.units.currency, str(position.units.number))
    for account, total in sums.items()
    for position in total
]
print(json.dumps({
    "errors": [str(error) for error in errors],
    "accounts": accounts,
    "balances": balances,
    "entries": named,
}))
"#;

const READ_WORKBOOK: &str = r#"
import json, sys
from openpyxl import load_workbook

book = load_workbook(sys.argv[1])
def shown(cell):
    if cell.data_type == "f":
        raise SystemExit("a formula: " + cell.coordinate)
    if cell.value is None:
        return ""
    return cell.value.date().isoformat() if cell.is_date else str(cell.value)
print(json.dumps({
    sheet.title: [[shown(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book
}))
"#;

/// A program of beancount's folder.
fn python_program(name: &str) -> PathBuf {
    let folder = std::env::var_os("FOLIO_TEST_BEANCOUNT");
    let folder = folder.expect("FOLIO_TEST_BEANCOUNT is not set: run `cargo xtask test books`");
    Path::new(&folder).join(name)
}

fn output(program: &Path, arguments: &[&OsStr]) -> String {
    let mut command = Command::new(program);
    // Without a language of its own a program would take the files for ASCII.
    command
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env("LEDGER_FILE", "/dev/null");
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{} cannot be started: {error}", program.display()));
    assert!(
        output.status.success(),
        "{}: {}{}",
        program.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// `bean-check` finds nothing, and this is what it read.
pub fn beancount(file: &Path) -> Beancount {
    assert_eq!(output(&python_program("bean-check"), &[file.as_os_str()]), "");
    let script = OsStr::new(READ_BEANCOUNT);
    let json = output(
        &python_program("python"),
        &[OsStr::new("-c"), script, file.as_os_str()],
    );
    serde_json::from_str(&json).unwrap()
}

/// The sheets of a workbook by their names, every cell as text.
pub fn workbook(file: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let script = OsStr::new(READ_WORKBOOK);
    let json = output(
        &python_program("python"),
        &[OsStr::new("-c"), script, file.as_os_str()],
    );
    serde_json::from_str(&json).unwrap()
}

/// `hledger check --strict` finds nothing, and these are its balances.
pub fn hledger(file: &Path) -> Balances {
    let run = |words: &[&str]| {
        let mut arguments = vec![OsStr::new("-f"), file.as_os_str()];
        arguments.extend(words.iter().map(OsStr::new));
        output(Path::new("hledger"), &arguments)
    };
    assert_eq!(run(&["check", "--strict"]), "");
    let table = run(&["balance", "--flat", "--no-total", "--layout=bare", "-O", "csv"]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    balances(rows.map(|row| (row[0].to_owned(), row[1].to_owned(), row[2].to_owned())))
}

/// ledger's balances, read with everything declared before it is used.
pub fn ledger(file: &Path, currencies: &[&str]) -> Balances {
    let mut found = Vec::new();
    for currency in currencies {
        let only = format!("commodity == \"{currency}\"");
        let words = [
            "--strict",
            "--pedantic",
            "balance",
            "--flat",
            "--no-total",
            "--limit",
            &only,
            "--balance-format",
            "%(account)\t%(quantity(scrub(display_total)))\n",
        ];
        let mut arguments = vec![OsStr::new("-f"), file.as_os_str()];
        arguments.extend(words.iter().map(OsStr::new));
        let text = output(Path::new("ledger"), &arguments);
        for line in text.lines() {
            let (account, amount) = line.split_once('\t').unwrap();
            found.push((account.to_owned(), (*currency).to_owned(), amount.to_owned()));
        }
    }
    balances(found.into_iter())
}

/// Rows of account, currency and amount as balances.
pub fn balances(rows: impl Iterator<Item = (String, String, String)>) -> Balances {
    let mut balances = Balances::new();
    for (account, currency, amount) in rows {
        let amount: Decimal = amount.trim().trim_end_matches('.').parse().unwrap();
        *balances.entry((account, currency)).or_default() += amount;
    }
    balances.retain(|_, amount| !amount.is_zero());
    balances
}
