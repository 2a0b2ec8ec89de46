//! Commands by what they need here.

folio_protocol::command_groups! {
    pub(super) enum Group {
        /// What needs nobody to be signed in.
        Entrance { Session, SignIn, LookAtInvitation, AcceptInvitation, StartHere, RestoreHere }
        /// What is about all businesses of this computer.
        AllBusinesses { Businesses, LookAtBusiness, ShowBusiness, SavePacks, CancelPack, ForgetEnded }
        /// What ends the sign-in to one business.
        Exit { SignOut }
        /// What writes a file where the person says.
        Saved {
            SaveBackup,
            SavePdf,
            SaveEinvoice,
            SaveReceipt,
            SaveStatement,
            SaveBillAttachment,
            SaveFile,
            BeginSave,
            Saves,
            CancelSave,
        }
        /// What the copy does without the server.
        InCopy {
            PreviewDraft,
            InvoicePages,
            PreviewStationery,
            OpenBankStatements,
            OpenBill,
            PutFilePiece,
            SyncState,
            Undo,
            Dismiss,
            SyncNow,
        }
        /// What only the server can do.
        AtServer {
            Invite,
            InvoiceLink,
            RevokeInvoiceLinks,
            PaymentCodeOf,
            CheckEinvoice,
            CheckPaper,
            LookAtTables,
            PreviewImport,
            CommitImport,
            CheckImportUndo,
            TakeImportBack,
            Devices,
            EndDevice,
        }
        /// What the app's window never needs.
        Browser { OpenInvoiceLink }
    }
}
