//! Commands: what a person asks of the host itself rather than of the records. Each is declared once; a host that
//! cannot do one refuses it with a reason ([`CommandName::hosts`]).

mod bank;
mod bills;
mod businesses;
mod changes;
mod einvoices;
mod files;
mod groups;
mod here;
mod imports;
mod invoices;
mod pages;
mod paper_checks;
mod saves;
mod sessions;
mod stationery;

use folio_domain::bank::BankStatements;
use folio_domain::bills::Bill;
use folio_domain::permissions::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::queries::Ask;
use crate::sessions::{InvitationLook, LinkAnswer, SignedIn};

pub use bank::{BankFileGiven, OpenBankStatements};
pub use bills::{OpenBill, ReceivedFile, SaveBillAttachment};
pub use businesses::{
    BegunPacks, Business, BusinessList, BusinessLook, BusinessMonth, BusinessPoke, BusinessState,
    BusinessStatus, Businesses, CancelPack, EndedBusiness, ForgetEnded, LookAtBusiness, RefusedPack,
    SavePacks, ShowBusiness,
};
pub use changes::{
    Dismiss, MutateAnswer, MutateRequest, PendingChange, PendingState, SyncNow, SyncState, SyncView, Undo,
};
pub use einvoices::{CheckEinvoice, EinvoiceCheck, EinvoiceMissing, EinvoicePlace, SaveEinvoice};
pub use files::{FILE_PIECE_BYTES_MAX, FileProgress, PutFilePiece, SaveFile, SavedFile};
pub use here::{RestoreHere, RestoredHere, SaveBackup, StartHere, StartedHere};
pub use imports::{
    CheckImportUndo, CommitImport, ImportFile, ImportIssue, ImportReport, ImportTable, ImportTables,
    ImportTotals, ImportUndoCheck, ImportUndoSums, LookAtTables, PreviewImport, TakeImportBack,
};
pub use invoices::{
    InvoiceLink, PaymentCode, PaymentCodeAnswer, PaymentCodeOf, RevokeInvoiceLinks, SavePdf, SaveReceipt,
    SaveStatement,
};
pub use pages::{InvoicePages, PaperPages, PreviewDraft};
pub use paper_checks::{CheckPaper, MissingLetters, NoBill, PaperCheck};
pub use saves::{BeginSave, BegunSave, CancelSave, Save, SaveList, SaveStage, SaveWish, Saves};
pub use sessions::{
    AcceptInvitation, DeviceList, Devices, EndDevice, Invite, LookAtInvitation, OpenInvoiceLink, OpenedLink,
    Session, SessionState, SignIn, SignOut,
};
pub use stationery::{PagePreview, PreviewStationery, StationeryPreview};

/// Where the screens run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Host {
    /// In the app's window.
    Desktop,
    /// In a browser.
    Browser,
}

const BOTH: &[Host] = &[Host::Desktop, Host::Browser];
const DESKTOP: &[Host] = &[Host::Desktop];
const ANYONE: &[Role] = &[];
const OWNER: &[Role] = &[Role::Owner];
const BUSINESS: &[Role] = &[Role::Owner, Role::Staff];
const BOOKS: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper];
const TALKERS: &[Role] = &[Role::Owner, Role::Staff, Role::Client];
const EVERYONE: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper, Role::Client];

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $tag:literal: $answer:ty, hosts $hosts:expr, roles $roles:expr;)*) => {
        /// A command with its parameters.
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(tag = "name", content = "params", rename_all = "snake_case")]
        pub enum Command { $($(#[$doc])* #[serde(rename = $tag)] $name($name)),* }

        /// A command's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum CommandName { $($(#[$doc])* #[serde(rename = $tag)] $name),* }

        impl CommandName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $tag),* }
            }

            /// The hosts that can do it.
            #[must_use]
            pub fn hosts(self) -> &'static [Host] {
                match self { $(Self::$name => $hosts),* }
            }

            /// The roles that may; empty means that nobody need be signed in.
            #[must_use]
            pub fn roles(self) -> &'static [Role] {
                match self { $(Self::$name => $roles),* }
            }
        }

        impl Command {
            /// Its name.
            #[must_use]
            pub fn name(&self) -> CommandName {
                match self { $(Self::$name(_) => CommandName::$name),* }
            }
        }

        $(impl Ask for $name {
            type Answer = $answer;
        })*

        pub(crate) fn typescript(collect: &mut crate::collector::Collector) {
            $(collect.pair::<$name, $answer>("Commands", $tag);)*
        }
    };
}

commands! {
    /// Who is signed in here, if anyone.
    Session = "session": SessionState, hosts BOTH, roles ANYONE;
    /// Signs in; on the desktop to the server whose address it carries.
    SignIn = "sign_in": SignedIn, hosts BOTH, roles ANYONE;
    /// Signs out. On the desktop the local copy stays, locked, until the same person signs in again.
    SignOut = "sign_out": Done, hosts BOTH, roles EVERYONE;
    /// What an invitation says.
    LookAtInvitation = "look_at_invitation": InvitationLook, hosts BOTH, roles ANYONE;
    /// Accepts an invitation and signs in.
    AcceptInvitation = "accept_invitation": SignedIn, hosts BOTH, roles ANYONE;
    /// Opens the link of one invoice.
    OpenInvoiceLink = "open_invoice_link": OpenedLink, hosts &[Host::Browser], roles ANYONE;
    /// Starts a business on this computer.
    StartHere = "start_here": StartedHere, hosts DESKTOP, roles ANYONE;
    /// Brings a backup or a full export back on this computer; asks for the file.
    RestoreHere = "restore_here": RestoredHere, hosts DESKTOP, roles ANYONE;
    /// Saves a backup: the desktop asks where, the browser downloads it.
    SaveBackup = "save_backup": SavedFile, hosts BOTH, roles OWNER;
    /// Invites a person; gives the link.
    Invite = "invite": LinkAnswer, hosts BOTH, roles BUSINESS;
    /// Makes a link that opens one invoice.
    InvoiceLink = "invoice_link": LinkAnswer, hosts BOTH, roles BUSINESS;
    /// Ends every link that opens one invoice.
    RevokeInvoiceLinks = "revoke_invoice_links": Done, hosts BOTH, roles BUSINESS;
    /// What a payer scans to pay an invoice.
    PaymentCodeOf = "payment_code": PaymentCodeAnswer, hosts BOTH, roles EVERYONE;
    /// Saves an invoice's PDF: the desktop asks where, the browser downloads it.
    SavePdf = "save_pdf": SavedFile, hosts BOTH, roles EVERYONE;
    /// Saves the e-invoice that travels in an invoice's PDF, as a file of its own.
    SaveEinvoice = "save_einvoice": SavedFile, hosts BOTH, roles EVERYONE;
    /// What the e-invoice of a draft still asks for.
    CheckEinvoice = "check_einvoice": EinvoiceCheck, hosts BOTH, roles BUSINESS;
    /// How the paper of a draft comes out.
    CheckPaper = "check_paper": PaperCheck, hosts BOTH, roles BUSINESS;
    /// How a sample invoice looks on other stationery.
    PreviewStationery = "preview_stationery": StationeryPreview, hosts BOTH, roles BUSINESS;
    /// How the pages of a draft would be printed.
    PreviewDraft = "preview_draft": PaperPages, hosts BOTH, roles BUSINESS;
    /// The pages of what was issued, as they are printed.
    InvoicePages = "invoice_pages": PaperPages, hosts BOTH, roles EVERYONE;
    /// Draws up the receipt of a payment and saves it: the desktop asks where, the browser downloads it.
    SaveReceipt = "save_receipt": SavedFile, hosts BOTH, roles EVERYONE;
    /// Draws up a client's statement of account and saves it, likewise.
    SaveStatement = "save_statement": SavedFile, hosts BOTH, roles EVERYONE;
    /// Brings a piece of a version's bytes.
    PutFilePiece = "put_file_piece": FileProgress, hosts BOTH, roles TALKERS;
    /// Saves a document's version: the desktop asks where, the browser downloads it.
    SaveFile = "save_file": SavedFile, hosts BOTH, roles TALKERS;
    /// Begins to make and save a month's pack, or everything: the desktop asks where, the browser takes it when it is
    /// ready. Everything is the owner's alone.
    BeginSave = "begin_save": BegunSave, hosts BOTH, roles BOOKS;
    /// How far the person's saves are.
    Saves = "saves": SaveList, hosts BOTH, roles BOOKS;
    /// Ends a save.
    CancelSave = "cancel_save": Done, hosts BOTH, roles BOOKS;
    /// Reads bank statements that a person opens together, and says what they say.
    OpenBankStatements = "open_bank_statements": BankStatements, hosts BOTH, roles BOOKS;
    /// Reads a bill that somebody received as data, and says what it says.
    OpenBill = "open_bill": Bill, hosts BOTH, roles BOOKS;
    /// Saves a file that is inside such a bill: the desktop asks where, the browser downloads it.
    SaveBillAttachment = "save_bill_attachment": SavedFile, hosts BOTH, roles BOOKS;
    /// Shows the first rows of tables and what their columns may mean.
    LookAtTables = "look_at_tables": ImportTables, hosts BOTH, roles OWNER;
    /// Reads another tool's files and says what would come.
    PreviewImport = "preview_import": ImportReport, hosts BOTH, roles OWNER;
    /// Takes another tool's files over, as one step.
    CommitImport = "commit_import": ImportReport, hosts BOTH, roles OWNER;
    /// What undoing an import would remove, and whether it can be undone.
    CheckImportUndo = "check_import_undo": ImportUndoCheck, hosts BOTH, roles OWNER;
    /// Undoes an import as one step.
    TakeImportBack = "take_import_back": Done, hosts BOTH, roles OWNER;
    /// The person's devices.
    Devices = "devices": DeviceList, hosts BOTH, roles EVERYONE;
    /// Ends a device.
    EndDevice = "end_device": Done, hosts BOTH, roles EVERYONE;
    /// How the desktop stands to its server, and every change that has not arrived.
    SyncState = "sync_state": SyncView, hosts BOTH, roles EVERYONE;
    /// Takes a held change back before it leaves.
    Undo = "undo": Done, hosts BOTH, roles BUSINESS;
    /// Lets a refused change go, after the person has seen it.
    Dismiss = "dismiss": Done, hosts DESKTOP, roles EVERYONE;
    /// Tries to reach the server now.
    SyncNow = "sync_now": Done, hosts DESKTOP, roles EVERYONE;
    /// Every business that this desktop knows, with how its copy stands.
    Businesses = "businesses": BusinessList, hosts DESKTOP, roles ANYONE;
    /// What is owed, unread and open at a month's end in one of them.
    LookAtBusiness = "look_at_business": BusinessLook, hosts DESKTOP, roles ANYONE;
    /// Shows another of them in the window.
    ShowBusiness = "show_business": SessionState, hosts DESKTOP, roles ANYONE;
    /// Begins to save a month's pack of several of them; asks for a folder.
    SavePacks = "save_packs": BegunPacks, hosts DESKTOP, roles ANYONE;
    /// Ends one of those saves.
    CancelPack = "cancel_pack": Done, hosts DESKTOP, roles ANYONE;
    /// Says no more that the access to a business was taken away.
    ForgetEnded = "forget_ended": Done, hosts DESKTOP, roles ANYONE;
}

/// Done; there is nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Done {}
