//! Rows on their way out: each table's lines in a file of its own that is gone when it is closed.

use std::fs::File;
use std::io::{BufWriter, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;

use folio_exchange::full_export::json_line;
use serde_json::Value;

use crate::errors::ServerError;

/// The lines of one table.
pub(super) struct TableLines {
    /// The table.
    pub(super) table: &'static str,
    /// How many they are.
    pub(super) count: u64,
    /// The lines, from the beginning.
    pub(super) file: File,
}

/// Takes rows, table by table.
pub(super) struct Lines {
    folder: PathBuf,
    done: Vec<TableLines>,
    open: Option<(&'static str, u64, BufWriter<File>)>,
}

impl Lines {
    /// Lines that lie in `folder` for as long as they are needed.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            done: Vec::new(),
            open: None,
        }
    }

    /// Takes a row; the rows of a table come one after the other.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub(super) fn add(&mut self, table: &'static str, row: &Value) -> Result<(), ServerError> {
        if self.open.as_ref().is_none_or(|(open, ..)| *open != table) {
            self.close()?;
            std::fs::create_dir_all(&self.folder).map_err(ServerError::io("making a folder"))?;
            let file =
                tempfile::tempfile_in(&self.folder).map_err(ServerError::io("making a file of rows"))?;
            self.open = Some((table, 0, BufWriter::new(file)));
        }
        if let Some((_, count, lines)) = &mut self.open {
            *count += 1;
            lines
                .write_all(json_line(row).as_bytes())
                .map_err(ServerError::io("writing rows"))?;
        }
        Ok(())
    }

    /// The tables that had a row.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub(super) fn end(mut self) -> Result<Vec<TableLines>, ServerError> {
        self.close()?;
        Ok(self.done)
    }

    fn close(&mut self) -> Result<(), ServerError> {
        let Some((table, count, lines)) = self.open.take() else {
            return Ok(());
        };
        let mut file = lines
            .into_inner()
            .map_err(|error| ServerError::io("writing rows")(error.into_error()))?;
        file.seek(SeekFrom::Start(0))
            .map_err(ServerError::io("reading rows"))?;
        self.done.push(TableLines { table, count, file });
        Ok(())
    }
}
