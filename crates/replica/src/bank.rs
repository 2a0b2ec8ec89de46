//! Bank statements that a person opens: read on this computer, whether there is a network or not, and forgotten.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::bank::{BANK_BYTES_MAX, BANK_FILES_MAX, BankSaid, BankStatements};
use folio_exchange::bank::{self, Opened};
use folio_protocol::commands::OpenBankStatements;
use folio_protocol::{Problem, ProblemCode};

use crate::errors::ReplicaError;
use crate::inner::Core;

impl Core {
    /// What the files say together.
    pub(crate) async fn bank_statements(
        &self,
        params: OpenBankStatements,
    ) -> Result<BankStatements, ReplicaError> {
        let files = decode(params)?;
        let read = tokio::task::spawn_blocking(move || {
            let files: Vec<Opened<'_>> = files
                .iter()
                .map(|(name, bytes, said)| Opened { name, bytes, said })
                .collect();
            bank::open(&files)
        });
        read.await.map_err(|_ended| ReplicaError::Task)
    }
}

fn decode(params: OpenBankStatements) -> Result<Vec<(String, Vec<u8>, BankSaid)>, ReplicaError> {
    let refused = |code, key: &'static str| ReplicaError::Problem(Problem::new(code, key));
    let too_large = || refused(ProblemCode::Limit, "problem-body-too-large");
    if params.files.len() > BANK_FILES_MAX {
        return Err(too_large());
    }
    let mut files = Vec::new();
    let mut left = BANK_BYTES_MAX;
    for given in params.files {
        let bytes = STANDARD.decode(&given.file.bytes);
        let bytes = bytes.map_err(|_error| refused(ProblemCode::Invalid, "problem-bad-request"))?;
        left = left.checked_sub(bytes.len()).ok_or_else(too_large)?;
        files.push((given.file.name, bytes, given.said));
    }
    Ok(files)
}
