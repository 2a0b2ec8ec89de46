//! Commands by what they are about. Each group is a type of its own, so that whoever does a group does all of it and
//! nothing else, and a command that is in no group does not compile.

use folio_protocol::commands::{self, Command};

macro_rules! groups {
    ($($(#[$doc:meta])* $group:ident { $($name:ident),* $(,)? })*) => {
        /// A command in its group.
        pub(super) enum Group { $($(#[$doc])* $group($group)),* }

        $(
            $(#[$doc])*
            #[allow(clippy::enum_variant_names, reason = "a command keeps its name in its group")]
            pub(super) enum $group { $($name(commands::$name)),* }
        )*

        /// The group of `command`, with it.
        pub(super) fn sorted(command: Command) -> Group {
            match command {
                $($(Command::$name(params) => Group::$group($group::$name(params)),)*)*
            }
        }
    };
}

groups! {
    /// What needs nobody to be signed in.
    Door { Session, SignIn, LookAtInvitation, AcceptInvitation, OpenInvoiceLink }
    /// What is about the person's own sign-in.
    Own { SignOut, Devices, EndDevice, SyncState, Undo }
    /// What is about one invoice.
    Invoices { InvoiceLink, RevokeInvoiceLinks, PaymentCodeOf, CheckEinvoice, CheckPaper }
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
    #[allow(dead_code, reason = "what it carries is looked at by nobody here")]
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
