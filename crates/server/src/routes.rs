//! The policy table: every route with who may call it and how much it may bring. The router is built from it, so a
//! route that is not in it does not exist.

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse as _, Response};
use axum::routing::MethodRouter;
use folio_domain::permissions::Role;
use folio_protocol::Problem;
use folio_protocol::commands::FILE_PIECE_BYTES_MAX;
use folio_protocol::sync::PUSH_BYTES_MAX;
use http::Method;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::errors::Failure;
use crate::gate::{Gate, pass};
use crate::http::guard;
use crate::{backups, commands, files, invitations, invoices, packs, portal, saves, sessions, sync};

const EVERYONE: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper, Role::Client];
const OWNER: &[Role] = &[Role::Owner];
const BUSINESS: &[Role] = &[Role::Owner, Role::Staff];
const BOOKS: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper];
const TALKERS: &[Role] = &[Role::Owner, Role::Staff, Role::Client];

const SMALL: usize = 16 * 1024;
const MEDIUM: usize = 256 * 1024;

/// How long a request may take before it is given up; what it began to write is written all the same.
const REQUEST_LIMIT: Duration = Duration::from_secs(60);

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident = $method:ident $path:literal, $gate:expr, body $body:expr => $handler:expr;)*) => {
        /// A route of the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Route { $($(#[$doc])* $name),* }

        impl Route {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its method.
            #[must_use]
            pub fn method(self) -> Method {
                match self { $(Self::$name => method(stringify!($method))),* }
            }

            /// Its path, with parameters in braces.
            #[must_use]
            pub fn path(self) -> &'static str {
                match self { $(Self::$name => $path),* }
            }

            /// Who may call it.
            #[must_use]
            pub fn gate(self) -> Gate {
                match self { $(Self::$name => $gate),* }
            }

            /// The most bytes that it may bring.
            #[must_use]
            pub fn body_bytes_max(self) -> usize {
                match self { $(Self::$name => $body),* }
            }

            fn handler(self) -> MethodRouter<App> {
                match self { $(Self::$name => axum::routing::$method($handler)),* }
            }
        }
    };
}

routes! {
    /// Signs in.
    SignIn = post "/api/session/sign-in", Gate::Anyone, body SMALL => sessions::sign_in;
    /// Accepts an invitation.
    Accept = post "/api/session/accept", Gate::Anyone, body SMALL => invitations::handlers::accept;
    /// Buys the next pair of tokens.
    Refresh = post "/api/session/refresh", Gate::Anyone, body SMALL => sessions::refresh;
    /// Signs out.
    SignOut = post "/api/session/sign-out", Gate::SignedOrLinked(EVERYONE), body SMALL => sessions::sign_out;
    /// Says who is signed in.
    Session = get "/api/session", Gate::Anyone, body SMALL => sessions::session;
    /// Invites a person.
    Invite = post "/api/invitations", Gate::Signed(BUSINESS), body SMALL => invitations::handlers::invite;
    /// Says what an invitation is.
    LookAtInvitation = post "/api/invitations/look", Gate::Anyone, body SMALL => invitations::handlers::look;
    /// Opens an invoice's link.
    OpenLink = post "/api/links/open", Gate::Anyone, body SMALL => invoices::open;
    /// Answers a question; each says in the protocol which roles may ask it.
    Query = post "/api/query", Gate::SignedOrLinked(EVERYONE), body MEDIUM => sync::query;
    /// Makes a change; each says in the domain which roles may make it.
    Mutate = post "/api/mutate", Gate::SignedOrLinked(EVERYONE), body PUSH_BYTES_MAX => sync::mutate;
    /// Takes a device's changes.
    Push = post "/api/push", Gate::Signed(EVERYONE), body PUSH_BYTES_MAX => sync::push;
    /// Brings a device up to date, or tells it to purge.
    Pull = post "/api/pull", Gate::Anyone, body MEDIUM => sync::pull;
    /// Pokes.
    Events = get "/api/events", Gate::SignedOrLinked(EVERYONE), body SMALL => sync::events;
    /// A browser's commands; each says in the protocol which roles may give it, and has its own limit.
    Command = post "/api/command/{name}", Gate::Anyone, body SMALL => commands::command;
    /// Takes a piece of a file.
    PutFile = put "/api/files/{version_id}", Gate::Signed(TALKERS), body FILE_PIECE_BYTES_MAX => files::put_piece;
    /// Gives a file.
    GetFile = get "/api/files/{version_id}", Gate::Signed(TALKERS), body SMALL => files::download;
    /// Gives an invoice's paper.
    GetPdf = get "/api/invoices/{invoice_id}/pdf", Gate::SignedOrLinked(EVERYONE), body SMALL => invoices::download;
    /// Gives the e-invoice that travels in an invoice's paper.
    GetEinvoice = get "/api/invoices/{invoice_id}/einvoice", Gate::SignedOrLinked(EVERYONE), body SMALL => invoices::download_einvoice;
    /// Gives a month's pack.
    GetPack = get "/api/packs/{year}/{month}", Gate::Signed(BOOKS), body SMALL => packs::download;
    /// Gives a file that was made for the caller.
    GetSave = get "/api/saves/{save_id}", Gate::Signed(BOOKS), body SMALL => saves::download;
    /// Gives a backup of everything.
    GetBackup = get "/api/backup", Gate::Signed(OWNER), body SMALL => backups::download;
}

fn method(name: &str) -> Method {
    match name {
        "post" => Method::POST,
        "put" => Method::PUT,
        _ => Method::GET,
    }
}

impl App {
    /// The HTTP API and the screens. Called through `tower::ServiceExt::oneshot` it needs no socket.
    pub fn router(&self) -> Router {
        router(self)
    }
}

/// The router over the whole table, with the screens for everything else.
fn router(app: &App) -> Router {
    let mut router = Router::new();
    for route in Route::ALL {
        let handler = route
            .handler()
            .layer(DefaultBodyLimit::max(route.body_bytes_max()))
            .layer(from_fn_with_state((app.clone(), route.gate()), pass))
            .layer(map_response(move |mut response: Response| async move {
                response.extensions_mut().insert(RouteName(route.path()));
                response
            }));
        router = router.route(route.path(), handler);
    }
    router
        .fallback(portal::serve)
        .method_not_allowed_fallback(|| async { Failure::not_found() })
        .with_state(app.clone())
        .layer(from_fn(limit))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(guard))
        .layer(from_fn(log))
}

/// One line for each answer of the API: its route, never its address, which may carry ids and tokens.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let begin = Instant::now();
    let response = next.run(request).await;
    if let Some(route) = response.extensions().get::<RouteName>() {
        let (status, ms) = (response.status().as_u16(), begin.elapsed().as_millis());
        tracing::info!(http.method = %method, http.route = route.0, http.status = status, ms, "request.answered");
    }
    response
}

/// The route that an answer came from, for the log.
#[derive(Clone, Copy)]
struct RouteName(&'static str);

async fn limit(request: Request, next: Next) -> Response {
    match tokio::time::timeout(REQUEST_LIMIT, next.run(request)).await {
        Ok(response) => response,
        Err(_late) => Failure(Problem::internal()).into_response(),
    }
}

fn panicked(_cause: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("request.panicked");
    Failure(Problem::internal()).into_response()
}
