//! Bills that somebody received as data: read on this computer, whether there is a network or not, and forgotten.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::bills::{BILL_BYTES_MAX, Bill};
use folio_exchange::bills::{self, BillFile};
use folio_protocol::commands::{OpenBill, ReceivedFile, SaveBillAttachment};
use folio_protocol::{Problem, ProblemCode};

use crate::errors::ReplicaError;
use crate::inner::Core;

impl Core {
    /// What the file says.
    pub(crate) async fn bill(&self, params: OpenBill) -> Result<Bill, ReplicaError> {
        let bytes = decode(&params.file)?;
        let name = params.file.name;
        let read = tokio::task::spawn_blocking(move || bills::read(&name, &bytes));
        read.await.map_err(|_ended| ReplicaError::Task)
    }

    /// A file that is inside the bill.
    pub(crate) async fn bill_attachment(&self, params: SaveBillAttachment) -> Result<BillFile, ReplicaError> {
        let bytes = decode(&params.file)?;
        let missing = || ReplicaError::Problem(Problem::not_found());
        let index = usize::try_from(params.index).map_err(|_too_large| missing())?;
        let found = tokio::task::spawn_blocking(move || bills::attachment(&bytes, index));
        let found = found.await.map_err(|_ended| ReplicaError::Task)?;
        found.ok_or_else(missing)
    }
}

fn decode(file: &ReceivedFile) -> Result<Vec<u8>, ReplicaError> {
    let refused = |code, key: &'static str| ReplicaError::Problem(Problem::new(code, key));
    let bytes = STANDARD.decode(&file.bytes);
    let bytes = bytes.map_err(|_error| refused(ProblemCode::Invalid, "problem-bad-request"))?;
    if bytes.len() > BILL_BYTES_MAX {
        return Err(refused(ProblemCode::Limit, "problem-body-too-large"));
    }
    Ok(bytes)
}
