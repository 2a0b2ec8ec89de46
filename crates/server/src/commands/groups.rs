//! Commands by what they are about.

folio_protocol::command_groups! {
    pub(super) enum Group {
        /// What needs nobody to be signed in.
        Door { Session, SignIn, LookAtInvitation, AcceptInvitation, OpenInvoiceLink }
        /// What is about the person's own sign-in.
        Own { SignOut, Devices, EndDevice, SyncState, Undo }
        /// What is about one invoice.
        Invoices { InvoiceLink, RevokeInvoiceLinks, PaymentCodeOf, InvoicePages, CheckEinvoice, CheckPaper }
        /// What is answered with a file.
        Downloads { SavePdf, SaveEinvoice, SaveReceipt, SaveStatement, SaveFile, SaveBillAttachment, SaveBackup }
        /// What is made or looked at for the business.
        Work {
            Invite,
            PreviewDraft,
            PreviewStationery,
            BeginSave,
            Saves,
            CancelSave,
            OpenBankStatements,
            OpenBill,
            PutFilePiece,
        }
        /// What is about other tools' files.
        Imports { LookAtTables, PreviewImport, CommitImport, CheckImportUndo, TakeImportBack }
        /// What a browser cannot do.
        Desktop {
            StartHere,
            RestoreHere,
            Dismiss,
            SyncNow,
            Businesses,
            LookAtBusiness,
            ShowBusiness,
            SavePacks,
            CancelPack,
            ForgetEnded,
        }
    }
}
