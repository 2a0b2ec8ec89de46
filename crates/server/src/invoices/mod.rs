//! Invoices: their papers, and the links that open one.

mod check;
mod codes;
mod links;
mod mails;
mod pdf;

pub use check::check_paper;
pub use codes::payment_code;
pub use links::{invoice_link, open_link};
pub(crate) use mails::send_one;
pub use mails::{OneMail, mail_invoice};
pub use pdf::{download, render_invoice};
