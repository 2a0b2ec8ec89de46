//! A server in a temporary home, and people who call it.

mod business;
mod log;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use folio_domain::mutations::Mutation;
use folio_protocol::sessions::SignInAnswer;
use folio_server::clock::{Clock, SystemChance};
use folio_server::{App, Config, PasswordCost, Source};
use http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use uuid::Uuid;

pub use business::{Business, Customer, Person, new_business};

pub const PASSWORD: &str = "a long enough password";

/// A clock that a test moves.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

impl Hand {
    pub fn forward(&self, by: SignedDuration) {
        self.0
            .fetch_add(i64::try_from(by.as_millis()).unwrap(), Ordering::Relaxed);
    }
}

pub struct House {
    pub app: App,
    pub router: Router,
    pub hand: Hand,
    pub source: Source,
    pub home: tempfile::TempDir,
}

pub async fn house() -> House {
    house_with(|_config| {}).await
}

pub async fn house_with(change: impl FnOnce(&mut Config)) -> House {
    let home = tempfile::tempdir().unwrap();
    let mut config = Config::new(home.path().join("home"), "http://127.0.0.1:4810".parse().unwrap());
    config.password_cost = PasswordCost {
        memory_kib: 64,
        passes: 1,
    };
    // A test says when jobs are done.
    config.does_jobs = false;
    change(&mut config);
    let hand = Hand(Arc::new(AtomicI64::new(1_795_000_000_000)));
    let source = Source::new(hand.clone(), SystemChance);
    let app = App::open_with(config, source.clone()).await.unwrap();
    House {
        router: app.router(),
        app,
        hand,
        source,
        home,
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json<T: DeserializeOwned>(&self) -> T {
        let text = String::from_utf8_lossy(&self.bytes);
        assert!(self.status.is_success(), "{} {text}", self.status);
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    pub fn problem(&self) -> String {
        let value: Value = serde_json::from_slice(&self.bytes).unwrap_or(Value::Null);
        assert!(!self.status.is_success(), "{} {value}", self.status);
        value["message_key"].as_str().unwrap_or_default().to_owned()
    }
}

/// Someone who calls.
#[derive(Clone, Default)]
pub struct Caller {
    pub bearer: Option<String>,
    pub cookies: Option<String>,
}

impl House {
    pub fn id(&self) -> Uuid {
        self.source.id().unwrap()
    }

    pub async fn send(&self, caller: &Caller, method: Method, path: &str, body: Body) -> Answer {
        self.call(self.request(caller, method, path, body)).await
    }

    pub fn request(&self, caller: &Caller, method: Method, path: &str, body: Body) -> Request<Body> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("x-folio-protocol", "1");
        request = request
            .header("content-type", "application/json")
            .header("host", "127.0.0.1:4810");
        if let Some(bearer) = &caller.bearer {
            request = request.header("authorization", format!("Bearer {bearer}"));
        }
        if let Some(cookies) = &caller.cookies {
            request = request.header("cookie", cookies).header("x-folio", "1");
        }
        request.body(body).unwrap()
    }

    pub async fn call(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        Answer {
            status,
            headers,
            bytes,
        }
    }

    pub async fn post(&self, caller: &Caller, path: &str, body: impl Serialize) -> Answer {
        self.send(
            caller,
            Method::POST,
            path,
            Body::from(serde_json::to_vec(&body).unwrap()),
        )
        .await
    }

    pub async fn get(&self, caller: &Caller, path: &str) -> Answer {
        self.send(caller, Method::GET, path, Body::empty()).await
    }

    pub async fn query(&self, caller: &Caller, name: &str, params: Value) -> Answer {
        self.post(caller, "/api/query", json!({ "name": name, "params": params }))
            .await
    }

    pub async fn command(&self, caller: &Caller, name: &str, params: Value) -> Answer {
        self.post(caller, &format!("/api/command/{name}"), params).await
    }

    pub async fn mutate(&self, caller: &Caller, mutation: impl Into<Mutation>) -> Answer {
        let body = json!({ "mutation_id": self.id(), "mutation": mutation.into(), "hold_ms": 0 });
        self.post(caller, "/api/mutate", body).await
    }

    /// A business with an owner who is signed in on a desktop.
    pub async fn business(&self, name: &str) -> Business<'_> {
        let email = format!("owner@{name}.test");
        let founded = self.app.found(new_business(name, &email)).await.unwrap();
        let signed: SignInAnswer = self.sign_in(&email).await.json();
        Business {
            house: self,
            owner: Person::of(signed),
            founded,
        }
    }

    pub async fn sign_in(&self, email: &str) -> Answer {
        let body =
            json!({ "email": email, "password": PASSWORD, "device_name": "desk", "device_kind": "desktop" });
        self.post(&Caller::default(), "/api/session/sign-in", body).await
    }
}
