//! Where a file of the vault lies.

use std::path::{Path, PathBuf};

use folio_domain::ids::{DocumentId, InvoiceId, OrgId, VersionId};

/// Where a file lies, which is bound into its seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilePlace {
    /// A version of a document.
    Version {
        /// The organisation.
        org_id: OrgId,
        /// The document.
        document_id: DocumentId,
        /// The version.
        version_id: VersionId,
    },
    /// The PDF of an invoice.
    Paper {
        /// The organisation.
        org_id: OrgId,
        /// The invoice.
        invoice_id: InvoiceId,
    },
}

impl FilePlace {
    /// What the seal of its frames is bound to.
    pub(super) fn context(&self) -> String {
        match self {
            Self::Version {
                org_id,
                document_id,
                version_id,
            } => {
                format!("folio/version/{org_id}/{document_id}/{version_id}")
            }
            Self::Paper { org_id, invoice_id } => format!("folio/paper/{org_id}/{invoice_id}"),
        }
    }

    /// Its file below the vault's `folder`.
    pub(super) fn path(&self, folder: &Path) -> PathBuf {
        match self {
            Self::Version {
                org_id, version_id, ..
            } => folder
                .join(org_id.to_string())
                .join("versions")
                .join(version_id.to_string()),
            Self::Paper { org_id, invoice_id } => folder
                .join(org_id.to_string())
                .join("papers")
                .join(invoice_id.to_string()),
        }
    }
}
