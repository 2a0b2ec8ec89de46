//! What a driver writes down for the judge: on the disk before it is counted on.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use folio_domain::ids::{InvoiceId, MutationId, VersionId};
use folio_domain::mutations::MutationName;
use folio_protocol::sync::MutationResult;
use serde::{Deserialize, Serialize};

/// One thing that a driver knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// It is about to bring this mutation.
    Offered {
        /// The mutation.
        mutation_id: MutationId,
        /// What it is.
        action: MutationName,
        /// Whether the mutation's id stands in a text of the row that it makes, exactly once.
        marked: bool,
    },
    /// The server acknowledged it with this result.
    Answered(MutationResult),
    /// A desktop said that it is saved.
    Saved {
        /// The mutation.
        mutation_id: MutationId,
    },
    /// A desktop said that a file is saved.
    FileSaved {
        /// The version.
        version_id: VersionId,
        /// The SHA-256 of its bytes, in hex.
        sha256: String,
    },
    /// The server showed this number.
    Numbered {
        /// The invoice.
        invoice_id: InvoiceId,
        /// Its number.
        number: String,
    },
}

/// An append-only file of notes.
pub struct Notebook {
    file: File,
}

impl Notebook {
    /// The notebook in `path`, made when it is not there.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn open(path: &Path) -> Result<Self> {
        let mut file = OpenOptions::new().create(true).append(true).open(path)?;
        // A line that a kill tore ends here.
        file.write_all(b"\n\n")?;
        Ok(Self { file })
    }

    /// Writes notes down; they are on the disk when this returns.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn write(&mut self, notes: &[Note]) -> Result<()> {
        let mut text = String::new();
        for note in notes {
            text.push_str(&serde_json::to_string(note)?);
            text.push('\n');
        }
        self.file.write_all(text.as_bytes())?;
        Ok(self.file.sync_data()?)
    }
}

/// The notes in `path`. A last line without its end was torn by a kill and was never counted on.
///
/// # Errors
/// The file cannot be read, or a whole line is no note.
pub fn read(path: &Path) -> Result<Vec<Note>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| path.display().to_string()),
    };
    let mut notes = Vec::new();
    let lines: Vec<&str> = text.split('\n').collect();
    for (nth, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        match serde_json::from_str(line) {
            Ok(note) => notes.push(note),
            // Torn: it is followed by nothing, or by the empty line with which the notebook was opened again.
            Err(_) if lines.get(nth + 1).is_none_or(|next| next.is_empty()) || nth + 1 == lines.len() => {}
            Err(error) => return Err(error).context((*line).to_owned()),
        }
    }
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::make::fresh;

    #[test]
    fn a_torn_line_is_not_counted_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes");
        let notes = [
            Note::Saved {
                mutation_id: MutationId(fresh()),
            },
            Note::Saved {
                mutation_id: MutationId(fresh()),
            },
        ];
        Notebook::open(&path).unwrap().write(&notes[..1]).unwrap();
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(b"{\"saved\":{\"muta").unwrap();
        assert_eq!(read(&path).unwrap(), notes[..1]);
        Notebook::open(&path).unwrap().write(&notes[1..]).unwrap();
        assert_eq!(read(&path).unwrap(), notes);
    }
}
