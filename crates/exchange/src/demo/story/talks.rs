//! What is said, and which papers are shared.

use folio_domain::documents::{AddDocument, AddVersion, NewVersion, ShareDocument, ViewDocument};
use folio_domain::invoices::Invoice;
use folio_domain::mutations::Mutation;
use folio_domain::threads::{MessageKind, NewMessage, PostMessage, StartThread, Subject};
use folio_domain::trail::sha256_hex;
use folio_domain::{DocumentId, InvoiceId, MessageId, ThreadId, VersionId};
use jiff::{SignedDuration, Timestamp};

use super::super::cast::Patron;
use super::super::timeline::Timeline;
use super::super::words::{self, Voice};
use super::super::{DemoError, DemoFile, bill, files};
use super::{Act, OWNER, Paper, STAFF};

impl Timeline {
    /// The newest invoice of a client.
    fn newest(&self, patron: &Patron) -> Option<(InvoiceId, String)> {
        let invoices = self.records.all::<Invoice>("client_id", patron.id);
        let newest = invoices
            .into_iter()
            .max_by_key(|(_, invoice)| invoice.issued_at)?;
        Some((InvoiceId(newest.0), newest.1.number.clone()))
    }

    pub(super) fn say(
        &mut self,
        at: Timestamp,
        place: usize,
        conversation: usize,
        said: usize,
        thread: Option<(ThreadId, String)>,
    ) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(place).cloned() else {
            return Ok(());
        };
        let Some(talk) = words::conversations(patron.client.language).get(conversation) else {
            return Ok(());
        };
        let (Some((voice, _, text)), Some(client)) = (talk.said.get(said), self.person_of(patron.id)) else {
            return Ok(());
        };
        let studio = if place.is_multiple_of(2) { OWNER } else { STAFF };
        let (who, other) = if *voice == Voice::Client {
            (client, studio)
        } else {
            (studio, client)
        };
        let message = |text: String, dice: &mut crate::dice::Dice| NewMessage {
            message_id: MessageId(dice.uuid(at.as_millisecond())),
            text,
            kind: MessageKind::Text,
            attachments: vec![],
        };
        let (thread_id, number) = if let Some((thread_id, number)) = thread {
            let message = message(text.replace("{number}", &number), &mut self.dice);
            self.tell(at, who, vec![PostMessage { thread_id, message }.into()], vec![])?;
            (thread_id, number)
        } else {
            let newest = self.newest(&patron).filter(|_| talk.about_invoice);
            if talk.about_invoice && newest.is_none() {
                return Ok(());
            }
            let (subject, number) = newest.map_or((Subject::General, String::new()), |(id, number)| {
                (Subject::Invoice(id), number)
            });
            let thread_id = ThreadId(self.dice.uuid(at.as_millisecond()));
            let start = StartThread {
                thread_id,
                client_id: patron.id,
                title: talk.title.replace("{number}", &number),
                subject,
                message: message(text.replace("{number}", &number), &mut self.dice),
            };
            self.tell(at, who, vec![start.into()], vec![])?;
            (thread_id, number)
        };
        let after = |minutes| {
            at.saturating_add(SignedDuration::from_mins(minutes))
                .unwrap_or(at)
        };
        let minutes = self.dice.between(20, 100);
        let read = self.awake(after(minutes));
        self.later(
            read,
            Act::Read {
                who: other,
                thread: thread_id,
            },
        );
        if let Some((_, hours, _)) = talk.said.get(said + 1) {
            let next = self.awake(after(hours * 60 + 101));
            self.later(
                next,
                Act::Say {
                    patron: place,
                    conversation,
                    said: said + 1,
                    thread: Some((thread_id, number)),
                },
            );
        }
        Ok(())
    }

    /// A client who waits for an answer.
    pub(super) fn knock(&mut self, at: Timestamp, place: usize, call: bool) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(place).cloned() else {
            return Ok(());
        };
        let (Some(who), Some((invoice, number))) = (self.person_of(patron.id), self.newest(&patron)) else {
            return Ok(());
        };
        let phone = patron
            .contacts
            .first()
            .map(|(_, contact)| contact.phone.clone())
            .unwrap_or_default();
        let kind = if call {
            MessageKind::CallRequest { phone }
        } else {
            MessageKind::Text
        };
        let text = if call {
            String::new()
        } else {
            words::last_word(patron.client.language).to_owned()
        };
        let start = StartThread {
            thread_id: ThreadId(self.dice.uuid(at.as_millisecond())),
            client_id: patron.id,
            title: number,
            subject: Subject::Invoice(invoice),
            message: NewMessage {
                message_id: MessageId(self.dice.uuid(at.as_millisecond())),
                text,
                kind,
                attachments: vec![],
            },
        };
        self.tell(at, who, vec![start.into()], vec![])
    }

    pub(super) fn paper(&mut self, at: Timestamp, place: usize, step: Paper) -> Result<(), DemoError> {
        let Some(patron) = self.cast.get(place).cloned() else {
            return Ok(());
        };
        let Some(client) = self.person_of(patron.id) else {
            return Ok(());
        };
        let [proof, text, agreement] = words::documents(patron.client.language);
        let document_id = DocumentId(self.dice.uuid(at.as_millisecond()));
        let later = |hours| at.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(at);
        let mut next = Vec::new();
        let (who, mutation, file) = match step {
            Paper::Proof => {
                let (version, file) = self.file(at, &patron, "proof-1.png");
                next.push((later(20), Paper::Look(document_id)));
                next.push((later(72), Paper::SecondProof(document_id)));
                let add = added(&patron, document_id, proof, true, version);
                (STAFF, add, Some(file))
            }
            Paper::SecondProof(document_id) => {
                let (version, file) = self.file(at, &patron, "proof-2.png");
                next.push((later(5), Paper::Look(document_id)));
                (STAFF, AddVersion { document_id, version }.into(), Some(file))
            }
            Paper::Look(document_id) => (client, ViewDocument { document_id }.into(), None),
            Paper::Text => {
                let (version, file) = self.file(at, &patron, "text.txt");
                let add = added(&patron, document_id, text, true, version);
                (client, add, Some(file))
            }
            Paper::Agreement => {
                let (version, file) = self.file(at, &patron, "agreement.pdf");
                // Half of the agreements are shared with the client, the others are not yet.
                if place.is_multiple_of(2) {
                    next.push((later(30), Paper::Share(document_id)));
                }
                let add = added(&patron, document_id, agreement, false, version);
                (OWNER, add, Some(file))
            }
            Paper::Bill => {
                let Some(bytes) = bill::bill(&patron, self.date(at)) else {
                    return Ok(());
                };
                let (version, file) = self.kept(at, &patron, bill::FILE_NAME, ("application/xml", bytes));
                let add = added(&patron, document_id, words::BILL, true, version);
                (client, add, Some(file))
            }
            Paper::Share(document_id) => (
                OWNER,
                ShareDocument {
                    document_id,
                    shared: true,
                }
                .into(),
                None,
            ),
        };
        self.tell(at, who, vec![mutation], file.into_iter().collect())?;
        for (at, step) in next {
            self.later(self.awake(at), Act::Paper { patron: place, step });
        }
        Ok(())
    }

    fn file(&mut self, at: Timestamp, patron: &Patron, file_name: &str) -> (NewVersion, DemoFile) {
        let seed = self.dice.throw();
        let (media_type, bytes) = match file_name.rsplit('.').next() {
            Some("png") => ("image/png", files::png(120, seed)),
            Some("pdf") => (
                "application/pdf",
                files::pdf("Agreement between Studio Kolam and its client"),
            ),
            _ => {
                let lines = words::services(patron.client.language)
                    .iter()
                    .map(|service| service.0);
                (
                    "text/plain",
                    format!("{}\n", lines.collect::<Vec<_>>().join("\n")).into_bytes(),
                )
            }
        };
        self.kept(at, patron, file_name, (media_type, bytes))
    }

    fn kept(
        &mut self,
        at: Timestamp,
        patron: &Patron,
        file_name: &str,
        (media_type, bytes): (&'static str, Vec<u8>),
    ) -> (NewVersion, DemoFile) {
        let version = NewVersion {
            version_id: VersionId(self.dice.uuid(at.as_millisecond())),
            file_name: file_name.to_owned(),
            size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            sha256: sha256_hex(&bytes),
        };
        let file = DemoFile {
            version_id: version.version_id,
            client_id: patron.id,
            file_name: file_name.to_owned(),
            media_type,
            bytes,
        };
        (version, file)
    }
}

fn added(
    patron: &Patron,
    document_id: DocumentId,
    title: &str,
    shared: bool,
    version: NewVersion,
) -> Mutation {
    let (client_id, title) = (patron.id, title.to_owned());
    AddDocument {
        document_id,
        client_id,
        title,
        shared,
        version,
    }
    .into()
}
