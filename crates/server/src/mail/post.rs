//! Handing mails to the mail server.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use uuid::Uuid;

use super::letters::Letter;
use crate::config::Smtp;
use crate::errors::ServerError;

const TIMEOUT: Duration = Duration::from_secs(30);

/// How handing over a mail ended.
#[derive(Debug)]
pub enum Handed {
    /// The mail server has taken it.
    Taken,
    /// The mail server will never take it: the address is wrong, or the mail is.
    Refused(String),
    /// It may be taken later.
    Later(String),
}

/// A mail server.
#[derive(Clone)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// The mail server of `smtp`. Nothing is sent yet.
    ///
    /// # Errors
    /// An address that cannot be read.
    pub fn new(smtp: &Smtp) -> Result<Self, ServerError> {
        let setting = |error: String| ServerError::Setting(format!("mail server: {error}"));
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url);
        let builder = builder.map_err(|error| setting(error.to_string()))?;
        let from = smtp
            .from
            .parse()
            .map_err(|_bad| setting("the sender is no e-mail address".to_owned()))?;
        Ok(Self {
            transport: builder.timeout(Some(TIMEOUT)).build(),
            from,
        })
    }

    /// Hands `letter` over, in the name of `business`; answers go to `reply_to`. `mail_id` is the same at each try of a
    /// mail, so that whoever gets it twice can tell.
    pub async fn hand_over(
        &self,
        mail_id: Uuid,
        letter: &Letter,
        business: &str,
        reply_to: &str,
        to: &str,
    ) -> Handed {
        let message = match self.message(mail_id, letter, business, reply_to, to) {
            Ok(message) => message,
            Err(reason) => return Handed::Refused(reason),
        };
        match self.transport.send(message).await {
            Ok(_) => Handed::Taken,
            Err(error) if error.is_permanent() => Handed::Refused(error.to_string()),
            Err(error) => Handed::Later(error.to_string()),
        }
    }

    fn message(
        &self,
        mail_id: Uuid,
        letter: &Letter,
        business: &str,
        reply_to: &str,
        to: &str,
    ) -> Result<Message, String> {
        let address = |text: &str| text.parse::<lettre::Address>().map_err(|error| error.to_string());
        let from = Mailbox::new(Some(business.to_owned()), self.from.email.clone());
        let mut builder = Message::builder()
            .message_id(Some(format!("<{mail_id}@{}>", self.from.email.domain())))
            .from(from)
            .to(Mailbox::new(None, address(to)?))
            .subject(&letter.subject);
        if let Ok(reply_to) = address(reply_to) {
            builder = builder.reply_to(Mailbox::new(Some(business.to_owned()), reply_to));
        }
        builder
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|error| error.to_string())
    }
}
