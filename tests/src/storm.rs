//! A storm of pushes: drivers that bring changes as fast as the server takes them, keep on through its deaths, and
//! write down what they offered and what was acknowledged.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use folio_domain::ids::{ClientId, DraftId, InvoiceId, LineId, MutationId, ThreadId};
use folio_domain::invoices::{IssueInvoice, invoice_id};
use folio_domain::mutations::{MUTATIONS_VERSION, Mutation};
use folio_domain::payments::ReversePayment;
use folio_protocol::queries::{DraftDetail, DraftQuery, InvoiceDetail, InvoiceQuery, Query};
use folio_protocol::sync::{MutationResult, PushAnswer, PushedMutation};
use serde::de::DeserializeOwned;

use crate::caller::{Answer, Caller};
use crate::make::{add_line, create_draft, fresh, post_message, record_payment, start_thread};
use crate::notebook::{Note, Notebook};

/// How long a driver waits for a server that is down.
const PATIENCE: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_millis(10);

/// A push that was sent.
#[derive(Clone, Copy, Debug)]
pub struct Flight {
    /// When it was sent.
    pub from: Instant,
    /// When its answer came, or when it was known that none comes.
    pub until: Instant,
    /// Whether no answer came.
    pub broken: bool,
}

/// What the storm's drivers and whoever kills the server share.
#[derive(Default)]
pub struct Storm {
    over: AtomicBool,
    in_flight: AtomicUsize,
    answered: AtomicUsize,
    flights: Mutex<Vec<Flight>>,
}

impl Storm {
    /// Asks the drivers to end after their round.
    pub fn end(&self) {
        self.over.store(true, Ordering::SeqCst);
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// How many pushes are on their way.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::SeqCst)
    }

    /// How many pushes were answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.answered.load(Ordering::SeqCst)
    }

    /// Every push so far.
    #[must_use]
    pub fn flights(&self) -> Vec<Flight> {
        self.flights
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn landed(&self, flight: Flight) {
        self.in_flight.fetch_sub(1, Ordering::SeqCst);
        if !flight.broken {
            self.answered.fetch_add(1, Ordering::SeqCst);
        }
        self.flights
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(flight);
    }
}

/// One replica of the storm.
pub struct Driver {
    caller: Caller,
    client_id: ClientId,
    notebook: Notebook,
    storm: Arc<Storm>,
    next_mid: i64,
    /// The last batch with its results, to be brought again.
    last: Option<(Vec<PushedMutation>, Vec<MutationResult>)>,
}

impl Driver {
    /// A driver that works for `caller` on things of one client, and writes to `notebook`.
    ///
    /// # Errors
    /// The notebook cannot be opened.
    pub fn new(caller: Caller, client_id: ClientId, notebook: &Path, storm: Arc<Storm>) -> Result<Self> {
        Ok(Self {
            caller,
            client_id,
            notebook: Notebook::open(notebook)?,
            storm,
            next_mid: 1,
            last: None,
        })
    }

    /// Brings changes until the storm is over.
    ///
    /// # Errors
    /// The server is away for too long, or contradicts itself.
    pub async fn run(mut self) -> Result<()> {
        while !self.storm.is_over() {
            self.round().await?;
        }
        Ok(())
    }

    /// One round: a draft with lines and a thread; the draft is issued; the invoice is paid twice, one payment is
    /// taken back; then all of the last batch once more, which must change nothing.
    ///
    /// # Errors
    /// As [`Driver::run`].
    pub async fn round(&mut self) -> Result<()> {
        let (draft_id, thread_id) = (DraftId(fresh()), ThreadId(fresh()));
        let client_id = self.client_id;
        let mut batch = vec![
            self.marked(|mark| create_draft(draft_id, Some(client_id), mark)),
            self.marked(|mark| start_thread(thread_id, client_id, mark, "begins")),
        ];
        for _ in 0..3 {
            batch.push(self.marked(|mark| add_line(draft_id, LineId(fresh()), mark)));
        }
        for _ in 0..12 {
            batch.push(self.marked(|mark| post_message(thread_id, mark)));
        }
        self.push(batch).await?;

        let draft: DraftDetail = self.ask(Query::DraftQuery(DraftQuery { draft_id })).await?;
        let issue = IssueInvoice {
            draft_id,
            content_hash: draft.content_hash,
            send: false,
        };
        let batch = vec![
            self.unmarked(issue.into()),
            self.marked(|mark| post_message(thread_id, mark)),
        ];
        self.push(batch).await?;

        let invoice_id = invoice_id(draft_id);
        self.note_number(invoice_id).await?;
        self.pay(invoice_id, thread_id).await?;
        self.note_number(invoice_id).await?;
        self.bring_again().await
    }

    async fn pay(&mut self, invoice_id: InvoiceId, thread_id: ThreadId) -> Result<()> {
        let client_id = self.client_id;
        let mut mistake = None;
        let mut batch = Vec::new();
        for _ in 0..2 {
            batch.push(self.marked(|mark| {
                let payment = record_payment(client_id, Some(invoice_id), 500, mark);
                mistake = Some(payment.payment_id);
                payment.into()
            }));
        }
        if let Some(payment_id) = mistake {
            batch.push(self.marked(|mark| {
                ReversePayment {
                    payment_id,
                    reason: mark.to_owned(),
                }
                .into()
            }));
        }
        for _ in 0..6 {
            batch.push(self.marked(|mark| post_message(thread_id, mark)));
        }
        self.push(batch).await
    }

    /// A mutation whose id stands in the row that it makes.
    fn marked(&mut self, make: impl FnOnce(&str) -> Mutation) -> (PushedMutation, bool) {
        let mutation_id = MutationId(fresh());
        (self.placed(mutation_id, make(&mutation_id.to_string())), true)
    }

    fn unmarked(&mut self, mutation: Mutation) -> (PushedMutation, bool) {
        (self.placed(MutationId(fresh()), mutation), false)
    }

    fn placed(&mut self, mutation_id: MutationId, mutation: Mutation) -> PushedMutation {
        let mid = self.next_mid;
        self.next_mid += 1;
        PushedMutation {
            again: false,
            mutation_id,
            mid,
            version: MUTATIONS_VERSION,
            mutation,
        }
    }

    /// Brings a batch until it is answered, however often the server dies meanwhile.
    async fn push(&mut self, batch: Vec<(PushedMutation, bool)>) -> Result<()> {
        let offered = batch.iter().map(|(pushed, marked)| Note::Offered {
            mutation_id: pushed.mutation_id,
            action: pushed.mutation.name(),
            marked: *marked,
        });
        self.notebook.write(&offered.collect::<Vec<_>>())?;
        let batch: Vec<PushedMutation> = batch.into_iter().map(|(pushed, _)| pushed).collect();
        let results = self.deliver(&batch).await?;
        let answered: Vec<Note> = results.iter().cloned().map(Note::Answered).collect();
        self.notebook.write(&answered)?;
        self.last = Some((batch, results));
        Ok(())
    }

    async fn bring_again(&mut self) -> Result<()> {
        if let Some((batch, results)) = self.last.take() {
            let again = self.deliver(&batch).await?;
            ensure!(
                again == results,
                "the server answers the same mutations otherwise: {results:?}, then {again:?}"
            );
        }
        Ok(())
    }

    async fn deliver(&self, batch: &[PushedMutation]) -> Result<Vec<MutationResult>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let from = Instant::now();
            self.storm.in_flight.fetch_add(1, Ordering::SeqCst);
            let answer = self.caller.try_push(batch).await;
            let broken = answer.is_err();
            self.storm.landed(Flight {
                from,
                until: Instant::now(),
                broken,
            });
            match answer {
                Ok(answer) => {
                    let results = answer.read::<PushAnswer>()?.results;
                    ensure!(
                        results.len() == batch.len(),
                        "{} results for {}",
                        results.len(),
                        batch.len()
                    );
                    return Ok(results);
                }
                Err(error) if Instant::now() >= deadline => bail!("the server is away for too long: {error}"),
                Err(_broken) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn ask<A: DeserializeOwned>(&self, query: Query) -> Result<A> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self
                .caller
                .query(&query)
                .await
                .map(|answer: Answer| answer.read())
            {
                Ok(answer) => return answer,
                Err(error) if Instant::now() >= deadline => return Err(error),
                Err(_away) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn note_number(&mut self, invoice_id: InvoiceId) -> Result<()> {
        let detail: InvoiceDetail = self.ask(Query::InvoiceQuery(InvoiceQuery { invoice_id })).await?;
        self.notebook.write(&[Note::Numbered {
            invoice_id,
            number: detail.invoice.number,
        }])
    }
}
