//! The scan for canaries: everything that reaches a person or lies on a person's disk is decrypted and decoded, and
//! searched for byte strings that must not be there.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use aes::Aes256;
use anyhow::{Context as _, Result, bail, ensure};
use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use bytes::Bytes;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt as _, KeyIvInit as _};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use folio_replica::link::BodyStream;
use folio_replica::{LinkError, ServerLink};
use folio_store::Store;
use futures::StreamExt as _;
use http::{Request, Response};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Column as _, Row as _};
use uuid::Uuid;

/// Bytes with the name of where they come from.
#[derive(Clone, Debug)]
pub struct Hay {
    /// Such as `answer of /api/pull` or `file folio.db-wal`.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Hay {
    fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

/// Where which canary was found: name of the hay, then the canary.
pub type Found = Vec<(String, String)>;

/// Searches `hay` for `canaries` (lower-case letters and digits): in plain text of either case, UTF-16, hex and
/// Base64; a PDF's text too, and with it its blanks taken out, since paper breaks lines.
///
/// # Errors
/// A PDF that cannot be read.
pub fn find(hay: &[Hay], canaries: &[&str]) -> Result<Found> {
    let mut found = Vec::new();
    for hay in hay {
        let mut texts = vec![String::from_utf8_lossy(&hay.bytes).into_owned()];
        if hay.bytes.starts_with(b"%PDF") {
            let text = pdf_text(&hay.bytes)?;
            texts.push(text.chars().filter(|letter| !letter.is_whitespace()).collect());
            texts.push(text);
        }
        for canary in canaries {
            if texts.iter().any(|text| holds(text, canary)) {
                found.push((hay.name.clone(), (*canary).to_owned()));
            }
        }
    }
    Ok(found)
}

fn holds(text: &str, canary: &str) -> bool {
    let lower = text.to_lowercase();
    let wide = |first: &str, second: &str| -> String {
        canary
            .chars()
            .map(|letter| format!("{first}{letter}{second}"))
            .collect()
    };
    lower.contains(canary)
        || lower.contains(&wide("", "\0"))
        || lower.contains(&wide("\0", ""))
        || lower.contains(&hex::encode(canary))
        || (0..3).any(|shift| text.contains(&base64_core(canary, shift)))
}

/// The part of a text's Base64 that is the same whatever stands around it, when it begins at `shift` modulo 3.
fn base64_core(text: &str, shift: usize) -> String {
    let bytes = [vec![0; shift], text.as_bytes().to_vec()].concat();
    let whole = STANDARD_NO_PAD.encode(&bytes);
    let (from, until) = ((shift * 8).div_ceil(6), bytes.len() * 8 / 6);
    whole.get(from..until).unwrap_or_default().to_owned()
}

/// The text of a PDF.
///
/// # Errors
/// `pdftotext` is not there, or cannot read it.
pub fn pdf_text(pdf: &[u8]) -> Result<String> {
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(pdf)?;
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .stdin(Stdio::null())
        .output()
        .context("running pdftotext (of poppler-utils)")?;
    ensure!(
        output.status.success(),
        "pdftotext: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// A link that keeps every byte that came over it.
pub struct RecordingLink {
    inner: Arc<dyn ServerLink>,
    seen: Arc<Mutex<Vec<Hay>>>,
}

impl RecordingLink {
    /// A link over `inner`.
    #[must_use]
    pub fn new(inner: Arc<dyn ServerLink>) -> Self {
        Self {
            inner,
            seen: Arc::default(),
        }
    }

    /// What came over it so far.
    #[must_use]
    pub fn seen(&self) -> Vec<Hay> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn keep(seen: &Mutex<Vec<Hay>>, hay: Hay) {
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(hay);
}

#[async_trait]
impl ServerLink for RecordingLink {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<BodyStream>, LinkError> {
        let name = format!("answer of {} {}", request.method(), request.uri().path());
        let (head, body) = self.inner.send(request).await?.into_parts();
        let headers: String = head
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes())))
            .collect();
        keep(&self.seen, Hay::new(format!("headers, {name}"), headers));
        let (seen, streamed) = (self.seen.clone(), name);
        // A piece may end in the middle of a canary: each is kept with what came before it.
        let mut whole = Vec::new();
        let nth = seen.lock().unwrap_or_else(PoisonError::into_inner).len();
        keep(&seen, Hay::new(streamed, Vec::new()));
        let body = body.inspect(move |piece| {
            if let Ok(piece) = piece {
                whole.extend_from_slice(piece);
                if let Some(hay) = seen.lock().unwrap_or_else(PoisonError::into_inner).get_mut(nth) {
                    hay.bytes.clone_from(&whole);
                }
            }
        });
        Ok(Response::from_parts(head, body.boxed()))
    }
}

/// Every file below `folder`, as it lies there, and its name.
///
/// # Errors
/// A file cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<Hay>> {
    let mut hay = Vec::new();
    if !folder.exists() {
        return Ok(hay);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        hay.push(Hay::new("a file's name", path.to_string_lossy().into_owned()));
        if path.is_dir() {
            hay.extend(files_below(&path)?);
        } else {
            hay.push(Hay::new(
                format!("file {}", path.display()),
                std::fs::read(&path)?,
            ));
        }
    }
    Ok(hay)
}

/// Every row of every table of an open database, as text: records, search tokens, base rows, outbox and all.
///
/// # Errors
/// The database breaks, or a column is of a type that is not known here.
pub async fn tables(store: &Store) -> Result<Vec<Hay>> {
    let names = sqlx::query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .fetch_all(store.reader())
        .await?;
    let mut hay = Vec::new();
    for name in names {
        let name: String = name.try_get(0)?;
        // The list of migrations holds no record, and has types that this driver does not know.
        if name.starts_with("_sqlx") || name.starts_with("sqlite_") {
            continue;
        }
        let mut text = String::new();
        for row in sqlx::query(AssertSqlSafe(format!("SELECT * FROM {name}")))
            .fetch_all(store.reader())
            .await?
        {
            for nth in 0..row.len() {
                let column = row.columns().get(nth).context("a column")?.name();
                text.push_str(&cell(&row, nth).with_context(|| format!("{name}.{column}"))?);
                text.push('\n');
            }
        }
        hay.push(Hay::new(format!("table {name}"), text));
    }
    ensure!(!hay.is_empty(), "the database has no table");
    Ok(hay)
}

fn cell(row: &sqlx::any::AnyRow, nth: usize) -> Result<String> {
    if let Ok(text) = row.try_get::<Option<String>, _>(nth) {
        return Ok(text.unwrap_or_default());
    }
    if let Ok(number) = row.try_get::<Option<i64>, _>(nth) {
        return Ok(number.map(|number| number.to_string()).unwrap_or_default());
    }
    bail!("neither text nor a whole number")
}

/// Sizes of SQLCipher 4: <https://www.zetetic.net/sqlcipher/design/>.
const PAGE: usize = 4096;
const RESERVED: usize = 80;
const SALT: usize = 16;
const IV: usize = 16;
const WAL_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The pages of an encrypted SQLite file and its log, decrypted: also what was deleted and not yet written over.
///
/// # Errors
/// The files cannot be read, or the key does not open them.
pub fn pages(database: &Path, key: &[u8; 32]) -> Result<Vec<Hay>> {
    let file = std::fs::read(database)?;
    let mut plain = Vec::with_capacity(file.len());
    for (nth, page) in file.chunks_exact(PAGE).enumerate() {
        plain.extend(decrypted(page, key, nth == 0)?);
    }
    // Bytes 16 and 17 of a SQLite file are its page size: the key is right.
    ensure!(
        plain.get(16..18) == Some(&[0x10, 0x00]),
        "the key does not open {}",
        database.display()
    );
    let mut hay = vec![Hay::new("pages of the database", plain)];
    let log = database.with_extension("db-wal");
    if log.is_file() {
        let frames = std::fs::read(&log)?;
        let mut plain = Vec::new();
        for frame in frames
            .get(WAL_HEADER..)
            .unwrap_or_default()
            .chunks_exact(FRAME_HEADER + PAGE)
        {
            let (head, page) = frame.split_at(FRAME_HEADER);
            plain.extend(decrypted(page, key, head.get(..4) == Some(&[0, 0, 0, 1]))?);
        }
        hay.push(Hay::new("pages of the database's log", plain));
    }
    Ok(hay)
}

fn decrypted(page: &[u8], key: &[u8; 32], first: bool) -> Result<Vec<u8>> {
    let from = if first { SALT } else { 0 };
    let body = page.get(from..PAGE - RESERVED).context("a short page")?;
    let iv = page
        .get(PAGE - RESERVED..PAGE - RESERVED + IV)
        .context("a short page")?;
    let iv = <[u8; IV]>::try_from(iv)?;
    let mut bytes = body.to_vec();
    cbc::Decryptor::<Aes256>::new(key.into(), &iv.into())
        .decrypt_padded::<NoPadding>(&mut bytes)
        .map_err(|_length| anyhow::anyhow!("a page is not whole blocks"))?;
    Ok([vec![0; from], bytes].concat())
}

/// The files of a desktop's copy, decrypted: each whole, so that no canary hides on the edge of a piece.
///
/// # Errors
/// A file cannot be read or opened.
pub fn vault(copy: &Path, key: &[u8; 32]) -> Result<Vec<Hay>> {
    let derived: [u8; 32] = Sha256::new()
        .chain_update(b"folio desktop files\0")
        .chain_update(key)
        .finalize()
        .into();
    let cipher = XChaCha20Poly1305::new(&derived.into());
    let mut hay = Vec::new();
    let folder = copy.join("files");
    if !folder.is_dir() {
        return Ok(hay);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let id: Uuid = path
            .file_name()
            .and_then(|name| name.to_str())
            .context("a file's folder")?
            .parse()?;
        let mut pieces: Vec<_> = std::fs::read_dir(&path)?.collect::<std::io::Result<Vec<_>>>()?;
        pieces.sort_by_key(std::fs::DirEntry::file_name);
        let mut whole = Vec::new();
        for piece in pieces {
            let name = piece.file_name().to_string_lossy().into_owned();
            let Ok(offset) = i64::from_str_radix(&name, 16) else {
                continue;
            };
            let sealed = std::fs::read(piece.path())?;
            let (nonce, sealed) = sealed.split_first_chunk::<24>().context("a short piece")?;
            let place = [id.as_bytes().as_slice(), &offset.to_be_bytes()].concat();
            let payload = Payload {
                msg: sealed,
                aad: &place,
            };
            let plain = cipher.decrypt(&XNonce::from(*nonce), payload);
            whole.extend(plain.map_err(|_other_key| anyhow::anyhow!("the key does not open a piece"))?);
        }
        hay.push(Hay::new(format!("decrypted file {id}"), whole));
    }
    Ok(hay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_canary_is_found_in_every_dress() {
        let canary = "kanari0name0x7";
        let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = canary.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut dresses = vec![
            canary.as_bytes().to_vec(),
            canary.to_uppercase().into_bytes(),
            utf16,
            big,
            hex::encode(canary).into_bytes(),
            [&[0xff, 0xd8, 0x80][..], canary.as_bytes(), &[0xc3]].concat(),
        ];
        for before in ["", "a", "ab", "abc"] {
            let text = format!("{before}{canary}yz");
            dresses.push(STANDARD_NO_PAD.encode(text).into_bytes());
        }
        for dress in dresses {
            let hay = [Hay::new("dress", dress.clone())];
            assert_eq!(
                find(&hay, &[canary]).unwrap().len(),
                1,
                "{}",
                String::from_utf8_lossy(&dress)
            );
            assert!(find(&hay, &["kanari1name0x7"]).unwrap().is_empty());
        }
    }
}
