//! Other people's readers, run by the script `tests/tools/einvoice_verdicts.py`.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What the published validations say of an e-invoice.
#[derive(Debug, Deserialize)]
pub struct Judgement {
    pub file: PathBuf,
    /// Why no rules could be found for it.
    pub unreadable: Option<String>,
    /// Where it departs from its schema.
    pub schema: Vec<String>,
    /// Rules that it breaks, with their words.
    pub rules: BTreeMap<String, String>,
    /// What Peppol's rules find; none where it does not say that it follows them.
    pub peppol: Option<Vec<String>>,
}

impl Judgement {
    pub fn is_valid(&self) -> bool {
        self.unreadable.is_none() && self.schema.is_empty() && self.rules.is_empty()
    }
}

/// What readers of PDFs find in a paper.
#[derive(Debug, Deserialize)]
pub struct PaperLook {
    pub file: PathBuf,
    /// The files inside, by name.
    pub files: BTreeMap<String, Carried>,
    /// The names that the catalogue says belong to the whole.
    pub associated: Vec<String>,
    pub xmp: BTreeMap<String, String>,
    pub intents: Vec<String>,
    pub facturx: Facturx,
}

#[derive(Debug, Deserialize)]
pub struct Carried {
    pub relationship: String,
    #[serde(rename = "type")]
    pub mime: String,
    pub text: String,
}

/// What the reader of Factur-X takes it for.
#[derive(Debug, Deserialize)]
pub struct Facturx {
    pub name: Option<String>,
    pub level: Option<String>,
    pub error: Option<String>,
}

/// The texts of the QR codes on a picture.
#[derive(Debug, Deserialize)]
pub struct Codes {
    pub file: PathBuf,
    pub texts: Vec<String>,
}

/// A folder of files that are judged together; it stays, to be looked at.
pub struct Folder(PathBuf);

fn told(name: &str) -> PathBuf {
    let value = std::env::var_os(name);
    PathBuf::from(value.unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask test einvoice`")))
}

impl Folder {
    /// An empty one.
    pub fn new(name: &str) -> Self {
        let folder = told("FOLIO_TEST_ARTIFACTS").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn judge(&self, files: &[PathBuf]) -> Vec<Judgement> {
        let judgements: Vec<Judgement> = ask("invoices", files);
        assert!(judgements.iter().map(|one| &one.file).eq(files));
        judgements
    }

    pub fn look(&self, papers: &[PathBuf]) -> Vec<PaperLook> {
        let looks: Vec<PaperLook> = ask("papers", papers);
        assert!(looks.iter().map(|one| &one.file).eq(papers));
        looks
    }

    /// The codes on the first page of a paper, as it would be printed at 150 dots to the inch.
    pub fn scan(&self, paper: &Path) -> Vec<String> {
        let picture = paper.with_extension("");
        let status = Command::new("pdftoppm")
            .args(["-r", "150", "-png", "-singlefile"])
            .args([paper, picture.as_path()])
            .status()
            .expect("pdftoppm of poppler-utils");
        assert!(status.success());
        let found: Vec<Codes> = ask("codes", &[picture.with_extension("png")]);
        assert_eq!(found[0].file, picture.with_extension("png"));
        found.into_iter().next().unwrap().texts
    }
}

/// What the script answers, a line a file.
fn ask<T: DeserializeOwned>(what: &str, files: &[PathBuf]) -> Vec<T> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/einvoice_verdicts.py");
    let mut child = Command::new(told("FOLIO_TEST_EINVOICE_READERS").join("python"))
        .arg(script)
        .arg(what)
        .env("PYTHONUTF8", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let list: String = files.iter().map(|file| format!("{}\n", file.display())).collect();
    child.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "einvoice_verdicts.py {what} ends with {}: {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<T> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), files.len(), "an answer for each file");
    answers
}
