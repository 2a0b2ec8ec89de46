//! Several businesses at one desktop: each for itself, one of them shown.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use folio_domain::ids::ClientId;
use folio_domain::invoices::Draft;
use folio_domain::mutations::Actor;
use folio_protocol::commands::{Business, BusinessState, LookAtBusiness, SaveStage};
use folio_protocol::queries::{ClientQuery, Query};
use folio_protocol::sessions::SignInAnswer;
use folio_protocol::sync::SyncStatus;
use folio_protocol::{Problem, ProblemCode};
use serde_json::{Value, json};
use uuid::Uuid;

use super::server::{Desk, Link, Server, pack};
use super::{draft, find, request};
use crate::accounts::{Accounts, Servers, Told};
use crate::home::Account;
use crate::link::ServerLink;
use crate::secrets::SecretKeeper as _;

const FIRST: &str = "http://127.0.0.1:1";
const SECOND: &str = "http://127.0.0.1:2";

/// The servers by their addresses.
#[derive(Clone)]
struct Town(BTreeMap<&'static str, Arc<Server>>);

#[async_trait]
impl Servers for Town {
    async fn link(&self, account: &Account) -> Result<Arc<dyn ServerLink>, Problem> {
        let server = self.0.get(account.server.as_str());
        let server = server.ok_or_else(Problem::not_found)?;
        Ok(Arc::new(Link(server.clone())))
    }

    async fn sign_in_again(&self, _account: &Account) -> Result<Option<SignInAnswer>, Problem> {
        Ok(None)
    }
}

struct Scene {
    first: Arc<Server>,
    second: Arc<Server>,
    desk: Desk,
    accounts: Arc<Accounts>,
    told: Arc<Mutex<Vec<Told>>>,
}

impl Scene {
    async fn new() -> Self {
        let (first, second) = (Server::new(100).await, Server::new(100).await);
        let desk = Desk::new(&first);
        let told = Arc::default();
        let accounts = start(&desk, &first, &second, &told).await;
        Self {
            first,
            second,
            desk,
            accounts,
            told,
        }
    }

    /// The owner of the first business and the bookkeeper of the second at one desktop; the second is shown.
    async fn with_both() -> (Self, Uuid, Uuid) {
        let scene = Self::new().await;
        let first = scene.sign_in(FIRST, &scene.first.fixture.owner).await;
        let second = scene.sign_in(SECOND, &scene.second.fixture.bookkeeper).await;
        (scene, first, second)
    }

    async fn sign_in(&self, address: &str, actor: &Actor) -> Uuid {
        let server = if address == FIRST {
            &self.first
        } else {
            &self.second
        };
        let link = Arc::new(Link(server.clone()));
        let open = self.accounts.adopt(address, link, server.signed_in(actor)).await;
        let open = open.unwrap();
        open.replica.first_copy().await;
        open.account.id
    }

    /// The app is started again.
    async fn start_again(&mut self) {
        self.accounts.close().await;
        self.accounts = start(&self.desk, &self.first, &self.second, &self.told).await;
    }

    async fn row(&self, id: Uuid) -> Option<Business> {
        let list = self.accounts.businesses().await.unwrap();
        list.businesses.into_iter().find(|row| row.account == id)
    }

    async fn state(&self, id: Uuid) -> Option<BusinessState> {
        self.row(id).await.map(|row| row.state)
    }

    fn shown(&self) -> Option<Uuid> {
        self.accounts.shown().map(|open| open.account.id)
    }
}

async fn start(
    desk: &Desk,
    first: &Arc<Server>,
    second: &Arc<Server>,
    told: &Arc<Mutex<Vec<Told>>>,
) -> Arc<Accounts> {
    let town = Town(BTreeMap::from([(FIRST, first.clone()), (SECOND, second.clone())]));
    let told = told.clone();
    let tell = move |what| told.lock().unwrap().push(what);
    let accounts = Accounts::new(desk.home.clone(), Arc::new(town), tell);
    accounts.begin().await;
    accounts
}

async fn wait_for(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds().await {
        assert!(Instant::now() < deadline, "{what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

async fn client(accounts: &Accounts, account: Uuid, client_id: ClientId) -> Result<Value, Problem> {
    let replica = accounts.replica(Some(account)).await?;
    replica.query(Query::ClientQuery(ClientQuery { client_id })).await
}

#[tokio::test]
async fn what_one_business_has_is_not_found_in_another() {
    let (scene, first, second) = Scene::with_both().await;
    assert_eq!(scene.shown(), Some(second));
    let own = scene.first.fixture.clients[0].client;
    assert!(client(&scene.accounts, first, own).await.is_ok());
    let elsewhere = client(&scene.accounts, second, own).await.unwrap_err();
    assert_eq!(elsewhere.code, ProblemCode::NotFound);
    let nobody = client(&scene.accounts, Uuid::nil(), own).await.unwrap_err();
    assert_eq!(nobody.code, ProblemCode::Unauthorised);
    assert_eq!(
        scene
            .accounts
            .replica(None)
            .await
            .err()
            .map(|problem| problem.code),
        Some(ProblemCode::Unauthorised)
    );
    assert_eq!(
        scene
            .accounts
            .show(Uuid::nil())
            .await
            .err()
            .map(|problem| problem.code),
        Some(ProblemCode::NotFound)
    );
    assert_eq!(scene.shown(), Some(second));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_in_the_air_while_another_is_shown_lands_where_it_was_typed() {
    let scene = Scene::new().await;
    let first = scene.sign_in(FIRST, &scene.first.fixture.owner).await;
    let second = scene.sign_in(SECOND, &scene.second.fixture.owner).await;
    let mut typed = Vec::new();
    for nth in 0..40_u32 {
        let account = if nth % 2 == 0 { first } else { second };
        let server = if account == first {
            &scene.first
        } else {
            &scene.second
        };
        let (id, create) = draft(server.fixture.clients[0].client);
        let accounts = scene.accounts.clone();
        let change = tokio::spawn(async move {
            let replica = accounts.replica(Some(account)).await.unwrap();
            replica.mutate(request(create)).await.unwrap();
        });
        // The other one is shown while the change is on its way.
        let other = if account == first { second } else { first };
        scene.accounts.show(other).await.unwrap();
        typed.push((id, account, change));
    }
    for (id, account, change) in typed {
        change.await.unwrap();
        let other = if account == first { second } else { first };
        let there = scene.accounts.replica(Some(account)).await.unwrap();
        let elsewhere = scene.accounts.replica(Some(other)).await.unwrap();
        assert!(find::<Draft>(&there, id).await.is_some());
        assert!(find::<Draft>(&elsewhere, id).await.is_none());
    }
}

#[tokio::test]
async fn all_are_open_again_after_a_start_without_a_network_and_one_that_is_not_hinders_no_other() {
    let (mut scene, first, second) = Scene::with_both().await;
    wait_for("both are synced", async || {
        let rows = scene.accounts.businesses().await.unwrap().businesses;
        rows.iter()
            .all(|row| row.status == Some(SyncStatus::UpToDate) && row.synced_at.is_some())
    })
    .await;
    scene.accounts.show(first).await.unwrap();
    for server in [&scene.first, &scene.second] {
        server.fault(|faults| faults.offline = true);
    }
    scene.start_again().await;
    assert_eq!(scene.shown(), Some(first));
    // How old the copies are is known without asking anyone.
    for id in [first, second] {
        let row = scene.row(id).await.unwrap();
        assert_eq!(
            (row.state, row.name.as_str()),
            (BusinessState::Open, "Studio Kaveri")
        );
        assert_eq!(row.synced_at, Some(folio_store::testing::NOW));
    }
    scene.accounts.show(second).await.unwrap();
    assert_eq!(scene.shown(), Some(second));

    let key = format!("{first}/database");
    let kept = scene.desk.keeper.get(&key).await.unwrap().unwrap();
    scene.desk.keeper.delete(&key).await.unwrap();
    scene.start_again().await;
    assert!(matches!(
        scene.state(first).await,
        Some(BusinessState::Failed { .. })
    ));
    assert_eq!(scene.row(first).await.unwrap().name, "Studio Kaveri");
    assert_eq!(scene.state(second).await, Some(BusinessState::Open));
    assert_eq!(scene.shown(), Some(second));
    assert!(scene.accounts.show(first).await.is_err());
    assert_eq!(scene.shown(), Some(second), "what was shown is shown still");

    // The key came back: trying again is enough.
    scene.desk.keeper.put(&key, &kept).await.unwrap();
    scene.accounts.show(first).await.unwrap();
    assert_eq!(scene.state(first).await, Some(BusinessState::Open));
}

#[tokio::test]
async fn signing_out_ends_one_and_shows_another() {
    let (mut scene, first, second) = Scene::with_both().await;
    scene.accounts.sign_out(second).await.unwrap();
    assert_eq!(scene.shown(), Some(first));
    assert_eq!(scene.state(second).await, Some(BusinessState::SignedOut));
    assert_eq!(
        scene
            .accounts
            .show(second)
            .await
            .err()
            .map(|problem| problem.code),
        Some(ProblemCode::Unauthorised)
    );
    scene.start_again().await;
    assert_eq!(scene.shown(), Some(first));
    assert_eq!(scene.state(second).await, Some(BusinessState::SignedOut));
    scene.accounts.sign_out(first).await.unwrap();
    assert_eq!(scene.shown(), None);
    assert_eq!(scene.accounts.problem(), None);

    let again = scene.sign_in(SECOND, &scene.second.fixture.bookkeeper).await;
    assert_eq!((again, scene.shown()), (second, Some(second)));
    assert_eq!(scene.accounts.businesses().await.unwrap().businesses.len(), 2);
}

#[tokio::test]
async fn an_access_that_was_taken_away_is_told_of_its_business_alone() {
    let (mut scene, first, second) = Scene::with_both().await;
    scene.accounts.show(first).await.unwrap();
    let purge = Problem::new(ProblemCode::Purge, "problem-purged");
    scene
        .second
        .fault(|faults| faults.answer = Some(purge.with("epoch", "first")));
    scene.accounts.replica(Some(second)).await.unwrap().sync_now();
    wait_for("the copy goes", async || scene.row(second).await.is_none()).await;
    assert_eq!((scene.shown(), scene.accounts.problem()), (Some(first), None));
    assert_eq!(scene.state(first).await, Some(BusinessState::Open));

    scene.start_again().await;
    let ended = scene.accounts.businesses().await.unwrap().ended;
    assert_eq!(ended.len(), 1);
    assert_eq!(
        (ended[0].account, ended[0].name.as_str()),
        (second, "Studio Kaveri")
    );
    assert_eq!(ended[0].problem.message_key, "problem-purged");
    assert_eq!((scene.shown(), scene.accounts.problem()), (Some(first), None));
    scene.accounts.forget_ended(second).await.unwrap();
    assert_eq!(scene.accounts.businesses().await.unwrap().ended, vec![]);
    let name = format!("{second}/name");
    assert_eq!(scene.desk.keeper.get(&name).await.unwrap(), None);

    // Of the one that is shown the window is told, and shows no other in its place.
    let purge = Problem::new(ProblemCode::Purge, "problem-purged").with("epoch", "first");
    scene.first.fault(|faults| faults.answer = Some(purge));
    scene.accounts.replica(Some(first)).await.unwrap().sync_now();
    wait_for("the copy goes", async || scene.shown().is_none()).await;
    assert_eq!(
        scene.accounts.problem().map(|problem| problem.code),
        Some(ProblemCode::Purge)
    );
}

#[tokio::test]
async fn a_sign_in_that_has_ended_locks_its_business_alone() {
    let (scene, first, second) = Scene::with_both().await;
    let over = Problem::new(ProblemCode::Unauthorised, "problem-signed-out");
    scene.first.fault(|faults| faults.answer = Some(over));
    scene.accounts.replica(Some(first)).await.unwrap().sync_now();
    wait_for("it locks", async || {
        scene.state(first).await == Some(BusinessState::Locked)
    })
    .await;
    assert_eq!(scene.state(second).await, Some(BusinessState::Open));
    assert_eq!(scene.shown(), Some(second));
    let own = scene.first.fixture.clients[0].client;
    assert!(client(&scene.accounts, first, own).await.is_err());
    scene.first.fault(|faults| faults.answer = None);
    assert_eq!(scene.sign_in(FIRST, &scene.first.fixture.owner).await, first);
    assert!(client(&scene.accounts, first, own).await.is_ok());
}

#[tokio::test]
async fn two_sign_ins_of_one_business_are_kept_apart() {
    let scene = Scene::new().await;
    let owner = scene.sign_in(FIRST, &scene.first.fixture.owner).await;
    let contact = scene.sign_in(FIRST, &scene.first.fixture.clients[0].actor).await;
    assert_ne!(owner, contact);
    let [own, other] = [0, 1].map(|nth| scene.first.fixture.clients[nth].client);
    assert!(client(&scene.accounts, owner, other).await.is_ok());
    assert!(client(&scene.accounts, contact, own).await.is_ok());
    assert_eq!(
        client(&scene.accounts, contact, other).await.unwrap_err().code,
        ProblemCode::NotFound
    );
    let asked = |account| LookAtBusiness {
        account,
        year: 2026,
        month: 2,
    };
    let months = [
        scene.accounts.look(&asked(owner)).await.unwrap().month,
        scene.accounts.look(&asked(contact)).await.unwrap().month,
    ];
    assert!(months[0].is_some_and(|month| month.points > 0));
    assert_eq!(months[1], None, "a client closes no months");
}

#[tokio::test]
async fn a_list_from_before_there_were_several_is_understood() {
    let (mut scene, first, second) = Scene::with_both().await;
    scene.accounts.close().await;
    let path = scene.desk.folder.path().join("accounts.json");
    let now: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let before = json!({
        "accounts": now["accounts"], "current": first,
        "unsent": { "path": "unsent.age", "changes": 3, "files": 0 },
    });
    std::fs::write(&path, before.to_string()).unwrap();
    // What a crash left of a list that was being written.
    std::fs::write(scene.desk.folder.path().join("accounts.json.new"), "{\"acc").unwrap();
    scene.start_again().await;
    assert_eq!(scene.shown(), Some(first));
    assert_eq!(scene.state(second).await, Some(BusinessState::SignedOut));
    let ended = scene.accounts.businesses().await.unwrap().ended;
    assert_eq!(ended[0].problem.params["changes"], "3");

    // Whoever signs in has seen it, as before; and both stay open from now on.
    scene.sign_in(SECOND, &scene.second.fixture.bookkeeper).await;
    assert_eq!(scene.accounts.businesses().await.unwrap().ended, vec![]);
    scene.start_again().await;
    assert_eq!(scene.shown(), Some(second));
    assert_eq!(scene.state(first).await, Some(BusinessState::Open));
}

#[tokio::test]
async fn a_pack_of_each_comes_to_lie_in_one_folder() {
    let (scene, first, second) = Scene::with_both().await;
    let client = scene
        .sign_in(SECOND, &scene.second.fixture.clients[0].actor)
        .await;
    scene.second.fault(|faults| faults.offline = true);
    let folder = tempfile::tempdir().unwrap();
    let begun = scene
        .accounts
        .save_packs(&[first, second, client, Uuid::nil()], (2026, 2), folder.path())
        .await;
    assert_eq!(begun.begun, Some(2));
    let refused: Vec<(Uuid, ProblemCode)> = begun
        .refused
        .iter()
        .map(|pack| (pack.account, pack.problem.code))
        .collect();
    assert_eq!(
        refused,
        [
            (client, ProblemCode::Forbidden),
            (Uuid::nil(), ProblemCode::Unauthorised)
        ]
    );
    let stage = async |id: Uuid| {
        let row = scene.row(id).await.unwrap();
        row.packs.last().map(|pack| pack.stage.clone())
    };
    wait_for("the first is done", async || {
        stage(first).await == Some(SaveStage::Done)
    })
    .await;
    wait_for("the second waits", async || {
        stage(second).await == Some(SaveStage::Waiting)
    })
    .await;
    // Asked once more while it waits, it is the same pack.
    let again = scene
        .accounts
        .save_packs(&[second], (2026, 2), folder.path())
        .await;
    assert_eq!(again.begun, Some(1));
    assert_eq!(scene.row(second).await.unwrap().packs.len(), 1);
    scene.second.fault(|faults| faults.offline = false);
    wait_for("the second is done", async || {
        stage(second).await == Some(SaveStage::Done)
    })
    .await;
    // Both businesses have one name.
    for name in ["2026-02 Studio Kaveri.zip", "2026-02 Studio Kaveri (2).zip"] {
        assert_eq!(read(folder.path(), name), pack());
    }
    let saved = scene.told.lock().unwrap().clone().into_iter();
    let saved: Vec<(Uuid, Vec<String>)> = saved
        .filter_map(|told| match told {
            Told::Changed { account, change, .. } if !change.saved.is_empty() => {
                Some((account, change.saved))
            }
            _ => None,
        })
        .collect();
    assert_eq!(saved.len(), 2, "each is told in its business's name");
    assert_eq!(saved[0].0, first);

    // Cancelled in one, it goes in that one alone.
    scene.first.fault(|faults| faults.offline = true);
    scene
        .accounts
        .save_packs(&[first], (2026, 3), folder.path())
        .await;
    let save_id = scene.row(first).await.unwrap().packs.last().unwrap().save_id;
    scene.accounts.cancel_pack(second, save_id).await.unwrap();
    assert_eq!(scene.row(first).await.unwrap().packs.len(), 2);
    scene.accounts.cancel_pack(first, save_id).await.unwrap();
    assert_eq!(scene.row(first).await.unwrap().packs.len(), 1);
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).unwrap()
}
