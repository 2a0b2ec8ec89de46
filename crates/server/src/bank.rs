//! Bank statements that a person opens: read where they come in, and forgotten.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::bank::{BANK_BYTES_MAX, BANK_FILES_MAX, BankSaid, BankStatements};
use folio_exchange::bank::{self, Opened};
use folio_protocol::ProblemCode;
use folio_protocol::commands::OpenBankStatements;

use crate::app::App;
use crate::errors::Failure;

/// What the files say together.
///
/// # Errors
/// More files or bytes than are read, or no Base64.
pub async fn open(app: &App, params: OpenBankStatements) -> Result<BankStatements, Failure> {
    let files = decode(params)?;
    let read = move || {
        let files: Vec<Opened<'_>> = files
            .iter()
            .map(|(name, bytes, said)| Opened { name, bytes, said })
            .collect();
        Ok(bank::open(&files))
    };
    Ok(app.blocking(read).await?)
}

fn decode(params: OpenBankStatements) -> Result<Vec<(String, Vec<u8>, BankSaid)>, Failure> {
    let too_large = || Failure::new(ProblemCode::Limit, "problem-body-too-large");
    let bad = |_error| Failure::new(ProblemCode::Invalid, "problem-bad-request");
    if params.files.len() > BANK_FILES_MAX {
        return Err(too_large());
    }
    let mut files = Vec::new();
    let mut left = BANK_BYTES_MAX;
    for given in params.files {
        let bytes = STANDARD.decode(&given.file.bytes).map_err(bad)?;
        left = left.checked_sub(bytes.len()).ok_or_else(too_large)?;
        files.push((given.file.name, bytes, given.said));
    }
    Ok(files)
}
