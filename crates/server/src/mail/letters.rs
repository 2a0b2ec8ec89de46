//! What mails say.

use folio_domain::Money;
use folio_domain::languages::Language;
use folio_domain::permissions::Role;
use jiff::civil::Date;

use super::words::text;
use crate::errors::ServerError;

/// A mail before it has an address: plain text, which every program shows and every reader can hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, one line.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// The business that a mail comes from.
#[derive(Clone, Debug)]
pub struct Sender<'a> {
    /// Its name.
    pub business: &'a str,
    /// Its phone number, empty for none.
    pub phone: &'a str,
}

/// An invitation to sign in.
#[derive(Clone, Debug)]
pub struct InvitationLetter<'a> {
    /// The business.
    pub sender: Sender<'a>,
    /// Who invites, by name.
    pub inviter: &'a str,
    /// What the guest is called, empty when unknown.
    pub first_name: &'a str,
    /// As what the guest is invited.
    pub role: Role,
    /// The link.
    pub url: &'a str,
    /// The last day on which it opens.
    pub until: Date,
}

impl InvitationLetter<'_> {
    /// The mail in `language`.
    ///
    /// # Errors
    /// A missing text.
    pub fn write(&self, language: Language) -> Result<Letter, ServerError> {
        let business = one_line(self.sender.business);
        let inviter = one_line(self.inviter);
        let names = [("business", business.as_str()), ("inviter", inviter.as_str())];
        let until = folio_paper::date_in_words(language, self.until)?;
        let why = match self.role {
            Role::Client => "mail-invitation-client",
            Role::Bookkeeper => "mail-invitation-bookkeeper",
            Role::Owner | Role::Staff | Role::System => "mail-invitation-team",
        };
        let parts = [
            hello(language, self.first_name)?,
            text(language, why, &names)?,
            self.url.to_owned(),
            text(
                language,
                "mail-invitation-until",
                &[("date", until.as_str()), ("inviter", inviter.as_str())],
            )?,
            text(language, "mail-link-only-you", &[])?,
        ];
        let subject = text(language, "mail-invitation-subject", &names)?;
        finish(language, subject, parts.into(), &self.sender)
    }
}

/// An invoice, with the link that opens it.
#[derive(Clone, Debug)]
pub struct InvoiceLetter<'a> {
    /// The business.
    pub sender: Sender<'a>,
    /// What the contact is called, empty when unknown.
    pub first_name: &'a str,
    /// The invoice's number.
    pub number: &'a str,
    /// What was asked.
    pub total: Money,
    /// What is left to pay.
    pub amount_due: Money,
    /// When.
    pub due_date: Date,
    /// The number of the invoice that it takes back; none for an invoice.
    pub credits: Option<&'a str>,
    /// The link.
    pub url: &'a str,
}

impl InvoiceLetter<'_> {
    /// The mail in `language`.
    ///
    /// # Errors
    /// A missing text.
    pub fn write(&self, language: Language) -> Result<Letter, ServerError> {
        let business = one_line(self.sender.business);
        let asked = if self.credits.is_some() {
            self.total.negated()
        } else {
            self.total
        };
        let total = folio_paper::money_in_words(language, asked);
        let amount = folio_paper::money_in_words(language, self.amount_due);
        let date = folio_paper::date_in_words(language, self.due_date)?;
        let figures = [
            ("number", self.number),
            ("total", total.as_str()),
            ("amount", amount.as_str()),
            ("date", date.as_str()),
            ("invoice", self.credits.unwrap_or_default()),
        ];
        let (subject_key, figures_key, link_key) = match self.credits {
            Some(_) => ("mail-credit-subject", "mail-credit", "mail-credit-link"),
            None if self.amount_due.minor > 0 => {
                ("mail-invoice-subject", "mail-invoice-open", "mail-invoice-link")
            }
            None => (
                "mail-invoice-subject",
                "mail-invoice-settled",
                "mail-invoice-link",
            ),
        };
        let parts = [
            hello(language, self.first_name)?,
            text(language, figures_key, &figures)?,
            text(language, link_key, &[])?,
            self.url.to_owned(),
            text(language, "mail-link-only-you", &[])?,
            text(language, "mail-invoice-question", &[])?,
        ];
        let names = [("business", business.as_str()), ("number", self.number)];
        finish(
            language,
            text(language, subject_key, &names)?,
            parts.into(),
            &self.sender,
        )
    }
}

fn hello(language: Language, first_name: &str) -> Result<String, ServerError> {
    let name = one_line(first_name);
    if name.is_empty() {
        return text(language, "mail-hello-nobody", &[]);
    }
    text(language, "mail-hello", &[("name", name.as_str())])
}

fn finish(
    language: Language,
    subject: String,
    mut parts: Vec<String>,
    sender: &Sender<'_>,
) -> Result<Letter, ServerError> {
    if !sender.phone.trim().is_empty() {
        parts.push(text(language, "mail-phone", &[("phone", sender.phone.trim())])?);
    }
    let business = one_line(sender.business);
    parts.push(text(
        language,
        "mail-regards",
        &[("business", business.as_str())],
    )?);
    Ok(Letter {
        subject: one_line(&subject),
        body: parts.join("\n\n") + "\n",
    })
}

/// A name as one line, whatever was pasted into it: a subject with a line break would be a header of its own.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use folio_domain::Currency;

    use super::*;

    fn invitation(role: Role) -> InvitationLetter<'static> {
        InvitationLetter {
            sender: Sender {
                business: "Verma Print Works",
                phone: "+91 44 5550 0142",
            },
            inviter: "Asha Verma",
            first_name: "Kavita",
            role,
            url: "https://folio.example/invitation#abc",
            until: jiff::civil::date(2026, 11, 25),
        }
    }

    #[test]
    fn every_mail_is_there_in_every_language() {
        for language in Language::ALL {
            for role in Role::PEOPLE {
                let letter = invitation(role).write(language).unwrap();
                assert!(
                    letter.body.contains("https://folio.example/invitation#abc"),
                    "{}",
                    letter.body
                );
                assert!(letter.body.contains("Kavita"), "{}", letter.body);
            }
        }
    }

    #[test]
    fn an_invoice_says_what_is_left_to_pay() {
        let currency = Currency::parse("INR").unwrap();
        let mut letter = InvoiceLetter {
            sender: Sender {
                business: "Verma Print Works",
                phone: "",
            },
            first_name: "கவிதா",
            number: "2026-0042",
            total: Money::new(12_345_600, currency),
            amount_due: Money::new(10_000_000, currency),
            due_date: jiff::civil::date(2026, 12, 5),
            credits: None,
            url: "https://folio.example/invoice#abc",
        };
        insta::assert_snapshot!(letter.write(Language::En).unwrap().body);
        let tamil = letter.write(Language::Ta).unwrap();
        assert!(tamil.body.contains("₹1,00,000.00"), "{}", tamil.body);
        letter.amount_due = Money::new(0, currency);
        assert!(
            letter
                .write(Language::En)
                .unwrap()
                .body
                .contains("nothing left to pay")
        );
    }

    #[test]
    fn a_credit_note_says_what_is_given_back() {
        let letter = InvoiceLetter {
            sender: Sender {
                business: "Verma Print Works",
                phone: "",
            },
            first_name: "Kavita",
            number: "CN-2026-0007",
            total: Money::new(-12_345_600, Currency::parse("INR").unwrap()),
            amount_due: Money::new(-100, Currency::parse("INR").unwrap()),
            due_date: jiff::civil::date(2026, 12, 5),
            credits: Some("2026-0042"),
            url: "https://folio.example/invoice#abc",
        };
        for language in Language::ALL {
            let letter = letter.write(language).unwrap();
            assert!(letter.subject.contains("CN-2026-0007"), "{}", letter.subject);
            for part in ["Kavita", "CN-2026-0007", "2026-0042", "https://folio.example"] {
                assert!(letter.body.contains(part), "{part}: {}", letter.body);
            }
            assert!(!letter.body.contains("-₹"), "{}", letter.body);
        }
        insta::assert_snapshot!(letter.write(Language::En).unwrap().body);
    }

    #[test]
    fn a_name_cannot_add_a_line_to_the_subject() {
        let mut letter = invitation(Role::Client);
        letter.sender.business = "Evil\r\nBcc: everyone@example.test";
        let subject = letter.write(Language::En).unwrap().subject;
        assert!(!subject.contains(['\r', '\n']), "{subject:?}");
    }
}
