//! Commands: what a person asks of the host itself rather than of the records. Each is declared once; a host that
//! cannot do one refuses it with a reason ([`CommandName::hosts`]).

mod bank;
mod bills;
mod businesses;
mod changes;
mod drafts;
mod einvoices;
mod imports;
mod paper_checks;
mod saves;
mod stationery;

use folio_domain::Currency;
use folio_domain::bank::BankStatements;
use folio_domain::bills::Bill;
use folio_domain::ids::{ClientId, DeviceId, InvoiceId, MutationId, PaymentId, VersionId};
use folio_domain::languages::Language;
use folio_domain::mutations::Mutation;
use folio_domain::permissions::Role;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::problems::Problem;
use crate::queries::Ask;
use crate::sessions::{DeviceSummary, InvitationLook, InviteRequest, LinkAnswer, SignedIn};

pub use bank::{BankFileGiven, OpenBankStatements};
pub use bills::{OpenBill, ReceivedFile, SaveBillAttachment};
pub use businesses::{
    BegunPacks, Business, BusinessList, BusinessLook, BusinessMonth, BusinessPoke, BusinessState,
    BusinessStatus, Businesses, CancelPack, EndedBusiness, ForgetEnded, LookAtBusiness, RefusedPack,
    SavePacks, ShowBusiness,
};
pub use changes::{Dismiss, PendingChange, PendingState, SyncNow, SyncState, SyncView, Undo};
pub use drafts::{DraftPreview, PreviewDraft};
pub use einvoices::{CheckEinvoice, EinvoiceCheck, EinvoiceMissing, EinvoicePlace, SaveEinvoice};
pub use imports::{
    CheckImportUndo, CommitImport, ImportFile, ImportIssue, ImportReport, ImportTable, ImportTables,
    ImportTotals, ImportUndoCheck, ImportUndoSums, LookAtTables, PreviewImport, TakeImportBack,
};
pub use paper_checks::{CheckPaper, MissingLetters, NoBill, PaperCheck};
pub use saves::{BeginSave, BegunSave, CancelSave, Save, SaveList, SaveStage, SaveWish, Saves};
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
    PreviewDraft = "preview_draft": DraftPreview, hosts BOTH, roles BUSINESS;
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

/// Asks who is signed in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Session {}

/// Who is signed in here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionState {
    /// The host.
    pub host: Host,
    /// Which of the desktop's businesses is shown: every call from the window names it. None for nobody's, and in a
    /// browser, whose session is one business.
    #[ts(type = "string | null")]
    pub account: Option<Uuid>,
    /// The person; none when nobody is.
    pub person: Option<SignedIn>,
    /// Whether the sign-in has ended while the local copy is still here: sign in again to go on.
    pub locked: bool,
    /// Whether the first copy of the records is still on its way to this computer; until then no query has answers.
    pub copying: bool,
    /// Whether the server runs on this computer, inside the app.
    pub here: bool,
    /// The server's address; empty for none.
    pub server: String,
    /// Whether the session opened by an invoice's link and sees that invoice alone.
    pub by_link: Option<InvoiceId>,
    /// What stands in the way, such as a missing keyring.
    pub problem: Option<Problem>,
}

/// Signs in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SignIn {
    /// The server's address; in a browser the one it came from.
    pub server: Option<String>,
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: String,
}

/// Signs out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SignOut {}

/// Asks what an invitation says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LookAtInvitation {
    /// The invitation's link, or in a browser its token.
    pub link: String,
}

/// Accepts an invitation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AcceptInvitation {
    /// The invitation's link, or in a browser its token.
    pub link: String,
    /// The name that others see.
    pub name: String,
    /// The password for later sign-ins.
    pub password: String,
}

/// Opens an invoice's link.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenInvoiceLink {
    /// The link's token.
    pub token: String,
}

/// What a link opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenedLink {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Who the mail went to.
    pub person: SignedIn,
}

/// Starts a business on this computer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StartHere {
    /// The business's name.
    pub business_name: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Its currency.
    pub currency: Currency,
    /// Its IANA time zone.
    pub time_zone: String,
    /// Its language.
    pub language: Language,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's e-mail address.
    pub email: String,
    /// The pattern of invoice numbers; empty for the usual one.
    pub number_pattern: String,
    /// The number that the first invoice takes: one more than the old tool's last.
    #[ts(type = "number")]
    pub next_number: i64,
}

/// A business started on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartedHere {
    /// The owner, signed in.
    pub person: SignedIn,
    /// The code to print: it alone opens the backups.
    pub recovery_code: String,
}

/// Brings a backup or a full export back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RestoreHere {
    /// The code that was printed. A backup opens with it alone; after an export it goes on as the business's code, and
    /// without it the business gets a new one.
    pub recovery_code: Option<String>,
}

/// A business that was brought back on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoredHere {
    /// The owner, signed in.
    pub person: SignedIn,
    /// The code to print, where the business got a new one: it alone opens the backups to come.
    pub recovery_code: Option<String>,
    /// How many other people have a sign-in and, after an export, no password any more.
    pub without_password: u32,
}

/// Saves a backup.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveBackup {}

/// A file that was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// Its name; none when the person changed their mind.
    pub file_name: Option<String>,
}

/// Invites a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Invite {
    /// Whom.
    pub invitation: InviteRequest,
}

/// Makes a link to an invoice.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct InvoiceLink {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Ends the links to an invoice: those that were mailed, and those that were copied.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RevokeInvoiceLinks {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Asks what a payer scans.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PaymentCodeOf {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// What a payer scans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentCode {
    /// What the code is called: `EPC` (SEPA), `UPI`, `PIX` or `QR-bill`.
    pub scheme: String,
    /// What is pasted into a banking app instead, where its scheme has that.
    #[serde(default)]
    pub copied: Option<String>,
    /// Whether the Swiss cross stands in its middle, seven parts of forty-six wide.
    #[serde(default)]
    pub has_cross: bool,
    /// The modules of the QR code, row by row, true for dark.
    pub modules: Vec<Vec<bool>>,
}

/// What a payer scans, when there is a code for that currency and account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentCodeAnswer {
    /// The code.
    pub code: Option<PaymentCode>,
}

/// Saves an invoice's PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SavePdf {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Saves the receipt of a payment.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveReceipt {
    /// The payment; of a reversal, the payment that it takes back.
    pub payment_id: PaymentId,
}

/// Saves a client's statement of account.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveStatement {
    /// The client.
    pub client_id: ClientId,
    /// The first day.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
}

/// The most bytes of one piece.
pub const FILE_PIECE_BYTES_MAX: usize = 512 * 1024;

/// Brings a piece of a file. Pieces are taken in order; a piece that begins elsewhere is answered with where to go
/// on, and changes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PutFilePiece {
    /// The version.
    pub version_id: VersionId,
    /// Where the piece begins.
    #[ts(type = "number")]
    pub offset: i64,
    /// Its bytes in Base64, at most [`FILE_PIECE_BYTES_MAX`] before coding.
    pub bytes: String,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileProgress {
    /// How many bytes are there.
    #[ts(type = "number")]
    pub offset: i64,
    /// Whether it is whole and its hash holds.
    pub complete: bool,
}

/// Saves a document's version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveFile {
    /// The version.
    pub version_id: VersionId,
}

/// Asks for the devices.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Devices {}

/// The person's devices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeviceList {
    /// The devices, last seen first.
    pub devices: Vec<DeviceSummary>,
}

/// Ends a device.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EndDevice {
    /// The device.
    pub device_id: DeviceId,
}

/// Asks a host to make a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MutateRequest {
    /// The change's id, chosen by the screen.
    pub mutation_id: MutationId,
    /// The change.
    pub mutation: Mutation,
    /// How long it is held so that it can be undone, in milliseconds; 0 for not at all.
    pub hold_ms: u32,
}

/// A host's answer to [`MutateRequest`]. A refusal is a [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MutateAnswer {
    /// The change's id.
    pub mutation_id: MutationId,
    /// Whether it stands on the server already; else it is safe on this computer and on its way.
    pub confirmed: bool,
}
