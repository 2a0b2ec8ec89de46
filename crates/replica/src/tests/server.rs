//! A server for tests: the real engine behind the API's paths, with faults to order.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use ::http::{Method, Request, Response, StatusCode};
use async_trait::async_trait;
use bytes::Bytes;
use folio_domain::documents::KeepFile;
use folio_domain::ids::{DeviceId, VersionId};
use folio_domain::mutations::Actor;
use folio_protocol::commands::{
    BeginSave, BegunSave, CancelSave, Done, FileProgress, Save, SaveList, SaveStage,
};
use folio_protocol::sessions::{RefreshRequest, SignInAnswer, SignedIn, Tokens};
use folio_protocol::sync::{PullAnswer, PullRequest, PushAnswer, PushRequest};
use folio_protocol::{Problem, ProblemCode};
use folio_store::testing::{Fixture, NOW, TestDatabase, random_id, set_epoch, sqlite};
use folio_store::{Cookie, Location, Schema, Store, Submission};
use futures::StreamExt;
use serde::de::DeserializeOwned;

use crate::clock::Clock;
use crate::home::Home;
use crate::link::{BodyStream, LinkError, ServerLink};
use crate::pace::Pace;
use crate::replica::Replica;
use crate::secrets::MemoryKeeper;

/// What the server gives for a backup.
pub const BACKUP: &[u8] = b"everything, sealed";

/// What the server does wrong, on order.
#[derive(Default)]
pub struct Faults {
    /// It cannot be reached.
    pub offline: bool,
    /// It does what is asked on this path, but the answer is lost, so many times.
    pub lose_answers: (String, u32),
    /// It answers this to everything.
    pub answer: Option<Problem>,
    /// Its answers break off before their end.
    pub torn: bool,
    /// What is saved breaks off after a little, each time.
    pub torn_saves: bool,
}

pub struct Server {
    pub fixture: Fixture,
    pub faults: Mutex<Faults>,
    pub calls: Mutex<Vec<String>>,
    /// The bytes of files as they have come.
    pub files: Mutex<BTreeMap<String, Vec<u8>>>,
    /// Files that were made to be saved.
    pub saves: Mutex<Vec<Save>>,
    page_rows: usize,
    store: Mutex<Store>,
    actors: Mutex<BTreeMap<String, Actor>>,
    _database: TestDatabase,
}

#[derive(Clone)]
pub struct Link(pub Arc<Server>);

/// A clock that a test moves.
pub struct TestClock(Mutex<jiff::Timestamp>);

impl TestClock {
    pub fn forward(&self, millis: i64) {
        *self.0.lock().unwrap() += jiff::SignedDuration::from_millis(millis);
    }
}

impl Clock for TestClock {
    fn now(&self) -> jiff::Timestamp {
        *self.0.lock().unwrap()
    }
}

impl Server {
    pub async fn new(page_rows: usize) -> Arc<Self> {
        let database = sqlite().await.unwrap();
        let fixture = Fixture::new(database.store.clone()).await.unwrap();
        Arc::new(Self {
            fixture,
            faults: Mutex::default(),
            calls: Mutex::default(),
            files: Mutex::default(),
            saves: Mutex::default(),
            page_rows,
            store: Mutex::new(database.store.clone()),
            actors: Mutex::default(),
            _database: database,
        })
    }

    pub fn fault(&self, order: impl FnOnce(&mut Faults)) {
        order(&mut self.faults.lock().unwrap());
    }

    /// The records as they are now.
    pub fn store(&self) -> Store {
        self.store.lock().unwrap().clone()
    }

    /// Puts the backup at `path` in the place of the records, as restoring it does.
    pub async fn restore(&self, path: std::path::PathBuf) {
        let store = Store::open(
            &Location::Sqlite {
                path,
                key: None,
                readers: 1,
            },
            Schema::Server,
        )
        .await
        .unwrap();
        set_epoch(&store, self.fixture.org, "second").await.unwrap();
        *self.store.lock().unwrap() = store;
    }

    /// The answer to a sign-in of `actor` on a new device.
    pub fn signed_in(&self, actor: &Actor) -> SignInAnswer {
        let token = random_id().to_string();
        self.actors.lock().unwrap().insert(token.clone(), actor.clone());
        let person = SignedIn {
            org_id: self.fixture.org,
            org_name: "Studio Kaveri".to_owned(),
            principal_id: actor.principal_id,
            name: actor.name.clone(),
            email: "owner@studio.example".to_owned(),
            access: actor.access.clone(),
            client_id: actor.access.own_client(),
            contact_id: None,
            language: folio_domain::languages::Language::En,
        };
        let tokens = Tokens {
            access_token: token.clone(),
            refresh_token: token,
        };
        SignInAnswer {
            tokens: Some(tokens),
            device_id: DeviceId(random_id()),
            person,
        }
    }

    async fn answer(&self, request: &Request<Bytes>) -> Result<Vec<u8>, Problem> {
        let token = request
            .headers()
            .get("authorization")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let actor = self
            .actors
            .lock()
            .unwrap()
            .get(token.trim_start_matches("Bearer "))
            .cloned();
        let path = request.uri().path();
        let signed_out = || Problem::new(ProblemCode::Unauthorised, "problem-signed-out");
        match (request.method(), path) {
            (&Method::POST, "/api/session/refresh") => self.refresh(&body(request)).ok_or_else(signed_out),
            (&Method::POST, "/api/session/sign-out") => Ok(b"{}".to_vec()),
            (&Method::POST, "/api/push") => self.push(actor.ok_or_else(signed_out)?, body(request)).await,
            (&Method::POST, "/api/pull") => self.pull(actor.ok_or_else(signed_out)?, body(request)).await,
            (&Method::PUT, path) => self.put_piece(path, request).await,
            (&Method::GET, path) if path.starts_with("/api/files/") => {
                let id = path.trim_start_matches("/api/files/").to_owned();
                self.files
                    .lock()
                    .unwrap()
                    .get(&id)
                    .cloned()
                    .ok_or_else(Problem::not_found)
            }
            (&Method::GET, "/api/backup") => {
                actor.ok_or_else(signed_out)?;
                Ok(BACKUP.to_vec())
            }
            (&Method::POST, path) if path.starts_with("/api/command/") => {
                actor.ok_or_else(signed_out)?;
                self.command(path.trim_start_matches("/api/command/"), request)
            }
            (&Method::GET, path) if path.starts_with("/api/saves/") => {
                let id = path.trim_start_matches("/api/saves/");
                let known = self
                    .saves
                    .lock()
                    .unwrap()
                    .iter()
                    .any(|save| save.save_id.to_string() == id);
                let whole = known.then(pack).ok_or_else(Problem::not_found)?;
                let rest = whole[begins_at(request)..].to_vec();
                // Where answers break off, a part has arrived.
                let torn = self.faults.lock().unwrap().torn_saves;
                Ok(if torn {
                    rest[..TORN_AFTER.min(rest.len())].to_vec()
                } else {
                    rest
                })
            }
            _ => Err(Problem::not_found()),
        }
    }

    fn command(&self, name: &str, request: &Request<Bytes>) -> Result<Vec<u8>, Problem> {
        let mut saves = self.saves.lock().unwrap();
        let answer = match name {
            "begin_save" => {
                let wish = body::<BeginSave>(request).wish;
                let save_id = random_id();
                let stage = SaveStage::Ready {
                    size_bytes: pack().len() as u64,
                    sha256: folio_domain::trail::sha256_hex(&pack()),
                };
                saves.push(Save {
                    save_id,
                    wish,
                    file_name: String::new(),
                    stage,
                });
                serde_json::to_vec(&BegunSave {
                    save_id: Some(save_id),
                })
            }
            "saves" => serde_json::to_vec(&SaveList { saves: saves.clone() }),
            "cancel_save" => {
                let gone = body::<CancelSave>(request).save_id;
                saves.retain(|save| save.save_id != gone);
                serde_json::to_vec(&Done {})
            }
            _ => return Err(Problem::not_found()),
        };
        Ok(answer.unwrap())
    }

    /// A session goes on with the tokens it has.
    fn refresh(&self, refresh: &RefreshRequest) -> Option<Vec<u8>> {
        let token = &refresh.refresh_token;
        let actor = self.actors.lock().unwrap().get(token).cloned()?;
        let tokens = Tokens {
            access_token: token.clone(),
            refresh_token: token.clone(),
        };
        let answer = SignInAnswer {
            tokens: Some(tokens),
            ..self.signed_in(&actor)
        };
        Some(serde_json::to_vec(&answer).unwrap())
    }

    async fn push(&self, actor: Actor, push: PushRequest) -> Result<Vec<u8>, Problem> {
        let submission = Submission {
            device_id: push.device_id,
            actor,
            mutations: push.mutations,
            refused: BTreeMap::new(),
        };
        let submitted = self
            .store()
            .submit(self.fixture.org, &submission, NOW)
            .await
            .unwrap();
        Ok(serde_json::to_vec(&PushAnswer {
            results: submitted.results,
        })
        .unwrap())
    }

    async fn pull(&self, actor: Actor, pull: PullRequest) -> Result<Vec<u8>, Problem> {
        let cookie: Option<Cookie> = match pull.cookie {
            Some(cookie) => {
                let opened = serde_json::from_str(&cookie);
                Some(opened.map_err(|_not_ours| Problem::new(ProblemCode::Invalid, "problem-bad-request"))?)
            }
            None => None,
        };
        let scope = self.fixture.scope(&actor);
        let page = self
            .store()
            .pull(&scope, pull.device_id, cookie, self.page_rows)
            .await
            .unwrap();
        let answer = PullAnswer {
            cookie: serde_json::to_string(&page.cookie).unwrap(),
            epoch: page.cookie.epoch,
            access: page.access,
            rows: page.rows,
            gone: page.gone,
            results: page.results,
            more: page.more,
            caught_up: page.caught_up,
        };
        Ok(serde_json::to_vec(&answer).unwrap())
    }

    async fn put_piece(&self, path: &str, request: &Request<Bytes>) -> Result<Vec<u8>, Problem> {
        let id = path.trim_start_matches("/api/files/").to_owned();
        let offset: usize = request
            .uri()
            .query()
            .unwrap()
            .trim_start_matches("offset=")
            .parse()
            .unwrap();
        let version = VersionId(id.parse().unwrap());
        let (store, scope) = (self.store(), self.fixture.scope(&self.fixture.owner));
        let page = store
            .pull(&scope, DeviceId(random_id()), None, 10_000)
            .await
            .unwrap();
        let row = page
            .rows
            .into_iter()
            .find(|row| row.id == version.0)
            .ok_or_else(Problem::not_found)?;
        let size: folio_domain::documents::DocumentVersion = serde_json::from_str(row.body.get()).unwrap();
        let size = usize::try_from(size.size_bytes).unwrap();
        let length = {
            let mut files = self.files.lock().unwrap();
            let file = files.entry(id).or_default();
            if file.len() == offset {
                file.extend_from_slice(request.body());
            }
            file.len()
        };
        if length == size {
            let keep = KeepFile {
                version_id: version,
                media_type: "text/plain".to_owned(),
            };
            self.store()
                .submit_as_system(self.fixture.org, vec![keep.into()], NOW)
                .await
                .unwrap();
        }
        let progress = FileProgress {
            offset: i64::try_from(length).unwrap(),
            complete: length == size,
        };
        Ok(serde_json::to_vec(&progress).unwrap())
    }
}

/// How many bytes of a save arrive where answers break off.
const TORN_AFTER: usize = 1_000;

/// What the server gives for a save.
pub fn pack() -> Vec<u8> {
    (0..50_000_u32).flat_map(u32::to_be_bytes).collect()
}

/// Where a request says that the answer is to begin.
fn begins_at(request: &Request<Bytes>) -> usize {
    let range = request
        .headers()
        .get("range")
        .and_then(|range| range.to_str().ok());
    let from = range.map(|range| range.trim_start_matches("bytes=").trim_end_matches('-'));
    from.map_or(0, |from| from.parse().unwrap())
}

fn body<T: DeserializeOwned>(request: &Request<Bytes>) -> T {
    serde_json::from_slice(request.body()).unwrap()
}

#[async_trait]
impl ServerLink for Link {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<BodyStream>, LinkError> {
        let path = request.uri().path().to_owned();
        self.0.calls.lock().unwrap().push(path.clone());
        let problem = {
            let faults = self.0.faults.lock().unwrap();
            if faults.offline {
                return Err(LinkError::Unreachable("the cable is out".to_owned()));
            }
            faults.answer.clone()
        };
        let answer = match problem {
            Some(problem) => Err(problem),
            None => self.0.answer(&request).await,
        };
        {
            let mut faults = self.0.faults.lock().unwrap();
            if faults.lose_answers.0 == path && faults.lose_answers.1 > 0 {
                faults.lose_answers.1 -= 1;
                return Err(LinkError::Broken("the answer was lost".to_owned()));
            }
        }
        let torn = {
            let faults = self.0.faults.lock().unwrap();
            faults.torn || (faults.torn_saves && path.starts_with("/api/saves/"))
        };
        let (status, bytes) = match answer {
            Ok(bytes) if begins_at(&request) > 0 => (StatusCode::PARTIAL_CONTENT, bytes),
            Ok(bytes) => (StatusCode::OK, bytes),
            Err(problem) => (
                StatusCode::from_u16(problem.code.status()).unwrap(),
                serde_json::to_vec(&problem).unwrap(),
            ),
        };
        let broken = torn.then(|| Err(LinkError::Broken("on its way".to_owned())));
        let pieces = [Some(Ok(Bytes::from(bytes))), broken];
        let stream = futures::stream::iter(pieces.into_iter().flatten()).boxed();
        Ok(Response::builder().status(status).body(stream).unwrap())
    }
}

/// A desktop of a test: its folder and keyring outlive the app.
pub struct Desk {
    pub home: Home,
    pub clock: Arc<TestClock>,
    pub keeper: Arc<MemoryKeeper>,
    pub folder: tempfile::TempDir,
    server: Arc<Server>,
}

impl Desk {
    pub fn new(server: &Arc<Server>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keeper = Arc::new(MemoryKeeper::default());
        let clock = Arc::new(TestClock(Mutex::new(NOW)));
        let pace = Pace {
            first_ms: 1,
            most_ms: 5,
            idle_ms: 20,
        };
        let home = Home::new(folder.path().to_owned(), keeper.clone(), clock.clone(), pace).unwrap();
        Self {
            home,
            clock,
            keeper,
            folder,
            server: server.clone(),
        }
    }

    pub fn link(&self) -> Arc<Link> {
        Arc::new(Link(self.server.clone()))
    }

    pub async fn sign_in(&self, actor: &Actor) -> Replica {
        let answer = self.server.signed_in(actor);
        self.home
            .adopt("http://127.0.0.1:1", self.link(), answer)
            .await
            .unwrap()
            .1
    }

    pub async fn open(&self) -> Replica {
        let account = self.home.current().unwrap().unwrap();
        self.home.open(&account, self.link()).await.unwrap()
    }
}
