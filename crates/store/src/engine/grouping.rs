//! Group commit: submissions that arrive while another transaction is being written share the next one, and its
//! one wait for the disk. Each is still decided for itself.

use folio_domain::ids::OrgId;
use jiff::Timestamp;
use tokio::sync::oneshot;

use super::{submit_group_in, submit_in};
use crate::database::Store;
use crate::error::StoreError;
use crate::submissions::{Answer, Submission, Submitted, Waiting};

impl Store {
    /// Takes a submission. A mutation that was taken before gives its stored result again. When this returns, what
    /// it says is on the disk.
    ///
    /// # Errors
    /// When the database breaks; then nothing of it is written.
    pub async fn submit(
        &self,
        org: OrgId,
        submission: &Submission,
        now: Timestamp,
    ) -> Result<Submitted, StoreError> {
        let mut receiver = self.group().add(org, submission, now);
        let _turn = self.group().turn.lock().await;
        loop {
            match receiver.try_recv() {
                Ok(answer) => return answer,
                // Whoever took it along was stopped before its end: nothing was promised, so it waits anew.
                Err(oneshot::error::TryRecvError::Closed) => {
                    receiver = self.group().add(org, submission, now)
                }
                Err(oneshot::error::TryRecvError::Empty) => {}
            }
            self.write_group(self.group().take()).await;
        }
    }

    async fn write_group(&self, group: Vec<Waiting>) {
        match self.write_together(&group).await {
            Ok(answers) => {
                for (waiting, submitted) in group.into_iter().zip(answers) {
                    give(waiting.answer, Ok(submitted));
                }
            }
            // One of them broke the transaction; alone, the others stand.
            Err(error) if group.len() > 1 => {
                tracing::warn!(%error, size = group.len(), "group.split");
                for waiting in group {
                    let alone = self.write_alone(&waiting).await;
                    give(waiting.answer, alone);
                }
            }
            Err(error) => {
                let mut error = Some(error);
                for waiting in group {
                    if let Some(error) = error.take() {
                        give(waiting.answer, Err(error));
                    }
                }
            }
        }
    }

    async fn write_together(&self, group: &[Waiting]) -> Result<Vec<Submitted>, StoreError> {
        let mut transaction = self.begin().await?;
        let mut answers = Vec::with_capacity(group.len());
        for of_one in group.chunk_by(|one, next| one.org == next.org) {
            let submissions: Vec<_> = of_one
                .iter()
                .map(|waiting| (&waiting.submission, waiting.now))
                .collect();
            let org = of_one
                .first()
                .map_or(OrgId(uuid::Uuid::nil()), |waiting| waiting.org);
            answers.extend(submit_group_in(&mut transaction, org, &submissions).await?);
        }
        transaction.commit().await?;
        Ok(answers)
    }

    async fn write_alone(&self, waiting: &Waiting) -> Answer {
        let mut transaction = self.begin().await?;
        let submitted = submit_in(&mut transaction, waiting.org, &waiting.submission, waiting.now).await?;
        transaction.commit().await?;
        Ok(submitted)
    }
}

fn give(answer: oneshot::Sender<Answer>, submitted: Answer) {
    if answer.send(submitted).is_err() {
        // The caller went away; what was written stands and is given again when it asks.
        tracing::debug!("submission.unheard");
    }
}
