//! Files: what a person brings is kept here at once and goes up behind the records; what a person opens is kept for
//! the next time without a network.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use folio_domain::documents::{DocumentVersion, FileState};
use folio_domain::ids::{InvoiceId, VersionId};
use folio_domain::invoices::{Invoice, InvoicePdf};
use folio_domain::records::{Kind, Record};
use folio_domain::trail::sha256_hex;
use folio_exchange::einvoices::{attached, attachment_name};
use folio_protocol::commands::{FILE_PIECE_BYTES_MAX, FileProgress, PutFilePiece};
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use folio_store::desktop::{self, Upload};
use folio_store::rows::by_ids;
use uuid::Uuid;

use crate::api::Download;
use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::link::LinkError;
use crate::pull::version_row;

impl Core {
    async fn version(&self, id: VersionId) -> Result<Option<(DocumentVersion, bool)>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        version_row(&mut transaction, &self.scope(), id.0).await
    }

    async fn upload(&self, id: VersionId) -> Result<Option<Upload>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        Ok(desktop::upload(&mut transaction, id).await?)
    }

    async fn put_upload(&self, upload: &Upload) -> Result<(), ReplicaError> {
        let mut transaction = self.store.begin().await?;
        // As with a change: it comes before what a purge seals.
        self.require_open()?;
        desktop::put_upload(&mut transaction, upload).await?;
        Ok(transaction.commit().await.map_err(StoreError::from)?)
    }

    async fn delete_upload(&self, id: VersionId) -> Result<(), ReplicaError> {
        let mut transaction = self.store.begin().await?;
        desktop::delete_upload(&mut transaction, id).await?;
        Ok(transaction.commit().await.map_err(StoreError::from)?)
    }

    pub(crate) async fn put_file_piece(&self, piece: &PutFilePiece) -> Result<FileProgress, ReplicaError> {
        let bad = || Problem::new(ProblemCode::Invalid, "problem-bad-request");
        let bytes = STANDARD.decode(&piece.bytes).map_err(|_not_base64| bad())?;
        if bytes.len() > FILE_PIECE_BYTES_MAX {
            return Err(Problem::new(ProblemCode::Limit, "problem-body-too-large").into());
        }
        let id = piece.version_id;
        let (version, _) = self.version(id).await?.ok_or_else(Problem::not_found)?;
        if version.state == FileState::Stored {
            return Ok(FileProgress {
                offset: version.size_bytes,
                complete: true,
            });
        }
        let fresh = Upload {
            version_id: id,
            size_bytes: version.size_bytes,
            received: 0,
            sent: 0,
        };
        let mut upload = self.upload(id).await?.unwrap_or(fresh);
        let length = i64::try_from(bytes.len()).map_err(|_huge| bad())?;
        let is_next = piece.offset == upload.received && upload.received + length <= upload.size_bytes;
        if is_next {
            if length > 0 {
                self.vault.put_piece(id.0, piece.offset, bytes).await?;
            }
            upload.received += length;
            if upload.received == upload.size_bytes {
                self.check_whole(id, &version).await?;
            }
            // Only now: progress is noted when what it stands for is on the disk.
            self.put_upload(&upload).await?;
        }
        Ok(FileProgress {
            offset: upload.received,
            complete: upload.received == upload.size_bytes,
        })
    }

    async fn check_whole(&self, id: VersionId, version: &DocumentVersion) -> Result<(), ReplicaError> {
        if self
            .vault
            .whole(id.0, version.size_bytes, version.sha256.clone())
            .await?
            .is_some()
        {
            return Ok(());
        }
        self.vault.remove(id.0).await?;
        self.delete_upload(id).await?;
        Err(Problem::new(ProblemCode::Invalid, "problem-file-hash").into())
    }

    /// Brings whole files to the server whose rows it has. Another's trouble does not hold the next one up.
    pub(crate) async fn send_files(&self) -> Result<(), ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        let uploads = desktop::uploads(&mut transaction).await?;
        let (waiting, _) = desktop::waiting_and_refused(&mut transaction).await?;
        drop(transaction);
        for upload in uploads
            .into_iter()
            .filter(|upload| upload.received == upload.size_bytes)
        {
            match self.version(upload.version_id).await? {
                Some((version, _)) if version.state == FileState::Stored => {
                    self.delete_upload(upload.version_id).await?
                }
                Some((_, true)) => match self.send_file(upload).await {
                    Err(error) if !error.is_passing() && error.code() != Some(ProblemCode::Unauthorised) => {
                        tracing::warn!(version.id = %upload.version_id, %error, "file.not_taken");
                    }
                    sent => sent?,
                },
                // Its row was refused or removed: nobody will ask for the bytes.
                None if waiting == 0 => {
                    self.delete_upload(upload.version_id).await?;
                    self.vault.remove(upload.version_id.0).await?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    async fn send_file(&self, mut upload: Upload) -> Result<(), ReplicaError> {
        let id = upload.version_id;
        loop {
            let piece = self.vault.piece_at(id.0, upload.sent).await?.unwrap_or_default();
            let progress = self.api.put_piece(id, upload.sent, Bytes::from(piece)).await?;
            if progress.complete {
                return self.delete_upload(id).await;
            }
            if progress.offset == upload.sent {
                return Err(LinkError::Broken("the server does not go on".to_owned()).into());
            }
            // The server says where to go on, backwards too when it has lost a piece.
            upload.sent = progress.offset;
            self.put_upload(&upload).await?;
        }
    }

    pub(crate) async fn file(&self, id: VersionId) -> Result<(String, Vec<u8>), ReplicaError> {
        let (version, _) = self.version(id).await?.ok_or_else(Problem::not_found)?;
        let kept = self
            .vault
            .whole(id.0, version.size_bytes, version.sha256.clone())
            .await?;
        let bytes = match kept {
            Some(bytes) => bytes,
            None if version.state == FileState::Awaiting => {
                return Err(Problem::new(ProblemCode::Changed, "problem-file-not-ready").into());
            }
            None => self.fetch(Download::Version(id), id.0, &version.sha256).await?,
        };
        Ok((version.file_name, bytes))
    }

    pub(crate) async fn invoice_pdf(&self, id: InvoiceId) -> Result<(String, Vec<u8>), ReplicaError> {
        let invoice: Invoice = self.record(id.0).await?.ok_or_else(Problem::not_found)?;
        let not_ready = || Problem::new(ProblemCode::Changed, "problem-pdf-not-ready");
        let pdf: InvoicePdf = self.record(id.0).await?.ok_or_else(not_ready)?;
        let kept = self.vault.whole(id.0, pdf.size_bytes, pdf.sha256.clone()).await?;
        let bytes = match kept {
            Some(bytes) => bytes,
            None => self.fetch(Download::InvoicePdf(id), id.0, &pdf.sha256).await?,
        };
        Ok((invoice.number, bytes))
    }

    /// The e-invoice that travels in an invoice's PDF, with the invoice's number.
    pub(crate) async fn einvoice(&self, id: InvoiceId) -> Result<(String, Vec<u8>), ReplicaError> {
        let none = || Problem::new(ProblemCode::NotFound, "problem-no-einvoice");
        let invoice: Invoice = self.record(id.0).await?.ok_or_else(Problem::not_found)?;
        let name = attachment_name(invoice.einvoice.ok_or_else(none)?.form);
        let (number, pdf) = self.invoice_pdf(id).await?;
        let found = attached(&pdf, name).map_err(LinkError::Broken)?;
        Ok((number, found.ok_or_else(none)?))
    }

    pub(crate) async fn record<R: Record>(&self, id: Uuid) -> Result<Option<R>, ReplicaError> {
        let kind: Kind = R::KIND;
        let scope = self.scope();
        let mut transaction = self.store.begin_read().await?;
        let rows = by_ids(&mut transaction, scope.org_id, kind, &[id]).await?;
        Ok(rows
            .first()
            .filter(|row| scope.shows(row))
            .and_then(|row| R::from_body(&row.body).cloned()))
    }

    /// Takes bytes from the server and keeps them, when they are what their row says.
    async fn fetch(&self, what: Download, id: Uuid, sha256: &str) -> Result<Vec<u8>, ReplicaError> {
        let bytes = self.api.download(what).await?.to_vec();
        if sha256_hex(&bytes) != sha256 {
            return Err(Problem::new(ProblemCode::Invalid, "problem-file-hash").into());
        }
        self.vault.put_whole(id, bytes.clone()).await?;
        Ok(bytes)
    }
}
