//! `GET /api/events`: the stream of pokes.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use folio_domain::records::Kind;
use folio_protocol::sync::Poke;
use futures::stream::Stream;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::app::App;
use crate::http::Session;
use crate::pokes::Touched;

const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// A stream ends by itself after so long and is opened again: with the person's access as it is then.
const LIFE: Duration = Duration::from_secs(10 * 60);

/// `GET /api/events`: an event `poke` with the kinds that changed, as JSON of [`Poke`].
pub async fn events(
    State(app): State<App>,
    session: Session,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = Listener {
        heard: app.pokes.listen(),
        session,
        ends_at: tokio::time::Instant::now() + LIFE,
    };
    // The first one says that the stream stands: what was missed before it has to be asked for.
    let first = futures::stream::once(async { event(&Poke { kinds: Vec::new() }) });
    let rest = futures::stream::unfold(listener, |mut listener| async {
        let poke = listener.next().await?;
        Some((event(&poke), listener))
    });
    let stream = futures::StreamExt::chain(first, rest);
    Sse::new(stream).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

const LINK_KINDS: &[Kind] = &[
    Kind::Organisation,
    Kind::Invoice,
    Kind::InvoiceStanding,
    Kind::InvoicePdf,
    Kind::Payment,
    Kind::Allocation,
];

struct Listener {
    heard: Receiver<Touched>,
    session: Session,
    ends_at: tokio::time::Instant,
}

impl Listener {
    async fn next(&mut self) -> Option<Poke> {
        loop {
            match tokio::time::timeout_at(self.ends_at, self.heard.recv())
                .await
                .ok()?
            {
                Ok(touched) => {
                    let poke = touched.poke_for(self.session.org_id, &self.session.actor.access);
                    let poke = poke.and_then(|poke| self.narrowed(poke));
                    if poke.is_some() {
                        return poke;
                    }
                }
                Err(RecvError::Lagged(_)) => return Some(Poke { kinds: Vec::new() }),
                Err(RecvError::Closed) => return None,
            }
        }
    }

    /// Who came by an invoice's link hears of nothing but invoices and payments.
    fn narrowed(&self, mut poke: Poke) -> Option<Poke> {
        if self.session.by_link.is_some() {
            poke.kinds.retain(|kind| LINK_KINDS.contains(kind));
        }
        (!poke.kinds.is_empty()).then_some(poke)
    }
}

fn event(poke: &Poke) -> Result<Event, Infallible> {
    // A list of kinds is always JSON.
    let event = Event::default().event("poke");
    Ok(event
        .json_data(poke)
        .unwrap_or_else(|_never| Event::default().event("poke").data("{\"kinds\":[]}")))
}
