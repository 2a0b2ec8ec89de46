//! Papers that are drawn up when somebody asks for them, from this copy: they need no server.

use folio_paper::{Paper, PaperError, render_receipt, render_statement};
use folio_protocol::commands::{SaveReceipt, SaveStatement};
use folio_protocol::queries::{ReceiptQuery, StatementQuery};
use folio_store::queries::{AnswerError, Question, ask};

use crate::errors::ReplicaError;
use crate::inner::Core;

impl Core {
    /// The receipt of a payment.
    pub(crate) async fn receipt(&self, params: &SaveReceipt) -> Result<Paper, ReplicaError> {
        let query = ReceiptQuery {
            payment_id: params.payment_id,
        };
        let receipt = self.found(&query).await?;
        drawn(move || render_receipt(&receipt)).await
    }

    /// A client's statement of account.
    pub(crate) async fn statement(&self, params: &SaveStatement) -> Result<Paper, ReplicaError> {
        let query = StatementQuery {
            client_id: params.client_id,
            from: params.from,
            to: params.to,
        };
        let statement = self.found(&query).await?;
        drawn(move || render_statement(&statement)).await
    }

    async fn found<Q: Question>(&self, query: &Q) -> Result<Q::Answer, ReplicaError> {
        let answer = ask(&self.store, &self.scope(), self.clock.now(), query).await;
        answer.map_err(|error| match error {
            AnswerError::Refused(refusal) => ReplicaError::Problem(refusal.into()),
            AnswerError::Store(error) => error.into(),
        })
    }
}

async fn drawn(
    draw: impl FnOnce() -> Result<Paper, PaperError> + Send + 'static,
) -> Result<Paper, ReplicaError> {
    let drawn = tokio::task::spawn_blocking(draw)
        .await
        .map_err(|_ended| ReplicaError::Task)?;
    drawn.map_err(|error| match error.into_refusal() {
        Ok(refusal) => ReplicaError::Problem(refusal.into()),
        Err(broken) => broken.into(),
    })
}
