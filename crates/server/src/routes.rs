//! The policy table: every route with who may call it and how much it may bring. The router is built from it, so a
//! route that is not in it does not exist.

use axum::extract::{DefaultBodyLimit, State};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse as _, Response};
use axum::routing::MethodRouter;
use axum::{Json, Router};
use folio_domain::permissions::Role;
use folio_protocol::Problem;
use folio_protocol::commands::FILE_PIECE_BYTES_MAX;
use folio_protocol::sessions::{InvitationLook, InviteRequest, LinkAnswer, OpenLinkRequest};
use folio_protocol::sync::PUSH_BYTES_MAX;
use http::Method;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::{App, REQUEST_LIMIT};
use crate::errors::Failure;
use crate::http::{Address, Gate, Input, Session, guard, pass};
use crate::{commands, files, invitations, invoices, packs, portal, sessions, sync};

const EVERYONE: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper, Role::Client];
const BUSINESS: &[Role] = &[Role::Owner, Role::Staff];
const BOOKS: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper];
const TALKERS: &[Role] = &[Role::Owner, Role::Staff, Role::Client];

const SMALL: usize = 16 * 1024;
const MEDIUM: usize = 256 * 1024;

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
    Accept = post "/api/session/accept", Gate::Anyone, body SMALL => sessions::accept;
    /// Buys the next pair of tokens.
    Refresh = post "/api/session/refresh", Gate::Anyone, body SMALL => sessions::refresh;
    /// Signs out.
    SignOut = post "/api/session/sign-out", Gate::SignedOrLinked(EVERYONE), body SMALL => sessions::sign_out;
    /// Says who is signed in.
    Session = get "/api/session", Gate::Anyone, body SMALL => sessions::session;
    /// Invites a person.
    Invite = post "/api/invitations", Gate::Signed(BUSINESS), body SMALL => invite;
    /// Says what an invitation is.
    LookAtInvitation = post "/api/invitations/look", Gate::Anyone, body SMALL => look;
    /// Opens an invoice's link.
    OpenLink = post "/api/links/open", Gate::Anyone, body SMALL => open_link;
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
    /// Gives a month's pack.
    GetPack = get "/api/packs/{year}/{month}", Gate::Signed(BOOKS), body SMALL => packs::download;
}

fn method(name: &str) -> Method {
    match name {
        "post" => Method::POST,
        "put" => Method::PUT,
        _ => Method::GET,
    }
}

/// The router over the whole table, with the screens for everything else.
pub(crate) fn router(app: &App) -> Router {
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
async fn log(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    let method = request.method().clone();
    let begin = std::time::Instant::now();
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

async fn limit(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    match tokio::time::timeout(REQUEST_LIMIT, next.run(request)).await {
        Ok(response) => response,
        Err(_late) => Failure(Problem::internal()).into_response(),
    }
}

fn panicked(_cause: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("request.panicked");
    Failure(Problem::internal()).into_response()
}

async fn invite(
    State(app): State<App>,
    session: Session,
    Input(request): Input<InviteRequest>,
) -> Result<Json<LinkAnswer>, Failure> {
    invitations::invite(&app, &session, request).await.map(Json)
}

#[derive(serde::Deserialize)]
struct Look {
    token: String,
}

async fn look(
    State(app): State<App>,
    address: Address,
    Input(request): Input<Look>,
) -> Result<Json<InvitationLook>, Failure> {
    invitations::look(&app, address, &request.token).await.map(Json)
}

async fn open_link(
    State(app): State<App>,
    address: Address,
    Input(request): Input<OpenLinkRequest>,
) -> Result<Response, Failure> {
    let (answer, tokens) = invoices::open_link(&app, address, &request.token).await?;
    let mut response = Json(answer).into_response();
    sessions::cookies::set(response.headers_mut(), &app.config, &tokens);
    Ok(response)
}
