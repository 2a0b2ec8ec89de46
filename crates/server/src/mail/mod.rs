//! Mails: what they say, and how they leave.

mod letters;
mod post;
mod words;

pub use letters::{InvitationLetter, InvoiceLetter, Letter, Sender};
pub use post::{Handed, Post};
