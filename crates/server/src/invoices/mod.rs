//! Invoices: their papers, and the links that open one.

mod attachments;
mod check;
mod codes;
mod einvoices;
mod giving_up;
mod handlers;
mod links;
mod mails;
mod pdf;
mod prospects;

pub use check::{check_draft_paper, check_paper};
pub use codes::payment_code;
pub use einvoices::check_einvoice;
pub(crate) use giving_up::{ClosedJob, give_up_mails};
pub use handlers::{download, download_einvoice, open};
pub use links::{invoice_link, open_link, revoke_links};
pub(crate) use mails::{mail_invoice, send_one};
pub use pdf::{pages, render_invoice, render_missing};
