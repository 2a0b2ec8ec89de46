//! Where a file of the vault lies.

use std::path::{Path, PathBuf};

use folio_domain::ids::{DocumentId, InvoiceId, OrgId, VersionId};
use uuid::Uuid;

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
    /// A file that was made for somebody and waits to be taken.
    Save {
        /// The organisation.
        org_id: OrgId,
        /// The save.
        save_id: Uuid,
    },
}

impl FilePlace {
    /// Whose it is.
    #[must_use]
    pub fn org_id(&self) -> OrgId {
        match self {
            Self::Version { org_id, .. } | Self::Paper { org_id, .. } | Self::Save { org_id, .. } => *org_id,
        }
    }

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
            Self::Save { org_id, save_id } => format!("folio/save/{org_id}/{save_id}"),
        }
    }

    /// Its file below the vault's `folder`.
    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
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
            Self::Save { org_id, save_id } => folder.join(org_id.to_string()).join(save_id.to_string()),
        }
    }
}
