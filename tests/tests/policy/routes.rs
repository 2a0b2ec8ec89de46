//! Every route, called by everyone.

use bytes::Bytes;
use folio_domain::ids::MutationId;
use folio_domain::invoices::ViewInvoice;
use folio_domain::permissions::Role;
use folio_protocol::commands::{BegunSave, MutateRequest, SaveList, SaveStage};
use folio_protocol::queries::{OrganisationQuery, Query};
use folio_protocol::sessions::{
    AcceptRequest, DeviceKind, InviteRequest, OpenLinkRequest, RefreshRequest, SignInRequest,
};
use folio_protocol::sync::{PullRequest, PushRequest};
use folio_server::{Gate, Route};
use folio_tests::caller::{Caller, PASSWORD};
use folio_tests::make::fresh;
use folio_tests::until::{USUAL, until};
use serde::Serialize;
use serde_json::json;

use crate::world::{OWNER, Who, World, roles, same_roles};

/// Whose things a call is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// It proves itself by what it carries.
    Anyone,
    /// The client's: a stranger does not find them.
    Theirs,
    /// The caller's own.
    Own,
}

struct Sample {
    may: &'static str,
    /// Whether who came by a link may too.
    linked: bool,
    about: About,
    path: String,
    body: Bytes,
}

fn json_of(body: &impl Serialize) -> Bytes {
    serde_json::to_vec(body).unwrap().into()
}

fn anyone(route: Route, body: &impl Serialize) -> Sample {
    Sample {
        may: "",
        linked: true,
        about: About::Anyone,
        path: route.path().to_owned(),
        body: json_of(body),
    }
}

fn own(route: Route, may: &'static str, linked: bool, body: &impl Serialize) -> Sample {
    Sample {
        may,
        linked,
        about: About::Own,
        path: route.path().to_owned(),
        body: json_of(body),
    }
}

fn theirs(may: &'static str, linked: bool, path: String, body: Bytes) -> Sample {
    Sample {
        may,
        linked,
        about: About::Theirs,
        path,
        body,
    }
}

/// Every route has its line, or this does not compile.
async fn of(world: &World, who: Who, caller: &Caller, route: Route) -> Sample {
    use Route as R;
    let device_id = caller.device_id();
    match route {
        R::SignIn => anyone(route, &sign_in()),
        R::Accept => anyone(route, &accept(world).await),
        R::Refresh => anyone(route, &json!({ "refresh_token": refresh_token(world).await })),
        R::Session => anyone(route, &json!({})),
        R::LookAtInvitation => anyone(route, &json!({ "token": invitation(world).await })),
        R::OpenLink => {
            let token = world.invoice_link().await.rsplit('#').next().unwrap().to_owned();
            anyone(route, &OpenLinkRequest { token })
        }
        R::SignOut => own(route, "osbc", true, &json!({})),
        R::Invite => Sample {
            about: About::Theirs,
            ..own(route, "os", false, &invite(world).await)
        },
        R::Query => own(
            route,
            "osbc",
            true,
            &Query::OrganisationQuery(OrganisationQuery {}),
        ),
        R::Mutate => Sample {
            about: About::Theirs,
            ..own(route, "osbc", true, &look(world))
        },
        R::Push => own(
            route,
            "osbc",
            false,
            &PushRequest {
                device_id,
                mutations: Vec::new(),
            },
        ),
        R::Pull => {
            let cookie = None;
            own(route, "osbc", false, &PullRequest { device_id, cookie })
        }
        R::Events => own(route, "osbc", true, &json!({})),
        R::Command => {
            let path = "/api/command/sync_state".to_owned();
            Sample {
                path,
                ..own(route, "osbc", true, &json!({}))
            }
        }
        R::PutFile => {
            let (_, version_id) = world.document_of(who).await;
            theirs(
                "osc",
                false,
                format!("/api/files/{version_id}?offset=0"),
                Bytes::from_static(b"terms"),
            )
        }
        R::GetFile => theirs(
            "osc",
            false,
            format!("/api/files/{}", world.version),
            Bytes::new(),
        ),
        R::GetPdf => theirs(
            "osbc",
            true,
            format!("/api/invoices/{}/pdf", world.invoice),
            Bytes::new(),
        ),
        R::GetEinvoice => theirs(
            "osbc",
            true,
            format!("/api/invoices/{}/einvoice", world.invoice),
            Bytes::new(),
        ),
        R::GetPack => {
            let path = route.path().replace("{year}", "2026").replace("{month}", "1");
            Sample {
                path,
                ..own(route, "osb", false, &json!({}))
            }
        }
        R::GetSave => {
            let path = route.path().replace("{save_id}", &save_of(caller).await);
            Sample {
                path,
                ..own(route, "osb", false, &json!({}))
            }
        }
        R::GetBackup => own(route, "o", false, &json!({})),
    }
}

/// A file that was made for the caller; of those who have none made, an id of nothing.
async fn save_of(caller: &Caller) -> String {
    let wish = json!({ "wish": { "what": "month_pack", "year": 2026, "month": 1 } });
    let begun = caller.command("begin_save", &wish).await.unwrap();
    let Some(save_id) = begun.read::<BegunSave>().ok().and_then(|begun| begun.save_id) else {
        return fresh().to_string();
    };
    until("the file is ready", USUAL, async || {
        let list: SaveList = caller.command("saves", &json!({})).await?.read()?;
        let own = list.saves.into_iter().find(|save| save.save_id == save_id);
        Ok(own.is_some_and(|save| matches!(save.stage, SaveStage::Ready { .. })))
    })
    .await
    .unwrap();
    save_id.to_string()
}

fn sign_in() -> SignInRequest {
    SignInRequest {
        email: OWNER.to_owned(),
        password: PASSWORD.to_owned(),
        device_name: "test".to_owned(),
        device_kind: DeviceKind::Desktop,
    }
}

async fn refresh_token(world: &World) -> String {
    let nobody = Caller::nobody(world.link.clone());
    let answer = nobody.post("/api/session/sign-in", &sign_in()).await.unwrap();
    let answer: folio_protocol::sessions::SignInAnswer = answer.read().unwrap();
    RefreshRequest {
        refresh_token: answer.tokens.unwrap().refresh_token,
    }
    .refresh_token
}

async fn invite(world: &World) -> InviteRequest {
    let email = format!("{}@first.example", fresh().simple());
    InviteRequest {
        email,
        name: "Nina".to_owned(),
        role: Role::Client,
        contact_id: Some(world.contact().await),
    }
}

async fn invitation(world: &World) -> String {
    world
        .owner
        .invite(&invite(world).await)
        .await
        .unwrap()
        .rsplit('#')
        .next()
        .unwrap()
        .to_owned()
}

async fn accept(world: &World) -> AcceptRequest {
    AcceptRequest {
        token: invitation(world).await,
        name: "Nina".to_owned(),
        password: PASSWORD.to_owned(),
        device_name: "test".to_owned(),
        device_kind: DeviceKind::Desktop,
    }
}

fn look(world: &World) -> MutateRequest {
    let mutation = ViewInvoice {
        invoice_id: world.invoice,
    }
    .into();
    MutateRequest {
        mutation_id: MutationId(fresh()),
        mutation,
        hold_ms: 0,
    }
}

/// Whether the table's gate is the one that the sample says. Calls that prove themselves inside stand open.
fn gate_fits(route: Route, sample: &Sample) -> bool {
    match route.gate() {
        Gate::Anyone => sample.about == About::Anyone || matches!(route, Route::Pull | Route::Command),
        Gate::Signed(table) => same_roles(table, sample.may) && !sample.linked,
        Gate::SignedOrLinked(table) => same_roles(table, sample.may) && sample.linked,
    }
}

fn expected(who: Who, route: Route, sample: &Sample) -> u16 {
    match (sample.about, who.role()) {
        (About::Anyone, _) => 200,
        // A device of the revoked is told to purge its copy.
        (_, None) if who == Who::Revoked && route == Route::Pull => 410,
        (_, None) => 401,
        (_, Some(_)) if who == Who::Linked && !sample.linked => 403,
        (_, Some(role)) if !roles(sample.may).contains(&role) => 403,
        (About::Theirs, _) if who.is_stranger() => 404,
        _ => 200,
    }
}

#[tokio::test]
async fn every_route_is_called_by_everyone() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for route in Route::ALL {
        for who in Who::ALL {
            let caller = world.another_session(who).await;
            let sample = of(&world, who, &caller, *route).await;
            assert!(
                gate_fits(*route, &sample),
                "the table says otherwise of {route:?}"
            );
            let expected = expected(who, *route, &sample);
            let status = if *route == Route::Events {
                // The stream of pokes never ends: its head is the answer.
                caller.head_of(&sample.path).await.unwrap()
            } else {
                caller
                    .call(route.method(), &sample.path, sample.body.clone())
                    .await
                    .unwrap()
                    .status
            };
            if status != expected {
                wrong.push(format!("{route:?} by {who:?}: {status}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn what_is_not_in_the_table_is_not_there() {
    let world = World::new().await;
    for path in [
        "/api",
        "/api/",
        "/api/admin",
        "/api/session/",
        "/api/files",
        "/api/query/all",
        "/api/../api/push",
    ] {
        for who in [Who::Nobody, Who::Owner] {
            let answer = world.caller(who).post(path, &json!({})).await.unwrap();
            assert_eq!(answer.status, 404, "{path} by {who:?}");
        }
    }
    for route in Route::ALL {
        let answer = world
            .owner
            .call(http::Method::DELETE, route.path(), Bytes::new())
            .await
            .unwrap();
        assert!(
            [404, 405].contains(&answer.status),
            "DELETE {}: {}",
            route.path(),
            answer.status
        );
    }
}

#[tokio::test]
async fn a_device_cannot_speak_for_another() {
    let world = World::new().await;
    let device_id = world.caller(Who::Staff).device_id();
    let push = world
        .owner
        .post(
            "/api/push",
            &PushRequest {
                device_id,
                mutations: Vec::new(),
            },
        )
        .await
        .unwrap();
    let pull = world
        .owner
        .post(
            "/api/pull",
            &PullRequest {
                device_id,
                cookie: None,
            },
        )
        .await
        .unwrap();
    assert_eq!((push.status, pull.status), (422, 422));
}

#[tokio::test]
async fn a_pull_cookie_is_good_for_its_device_alone() {
    let world = World::new().await;
    let page = world.owner.pull_all(None).await.unwrap().pop().unwrap();
    for who in [Who::Staff, Who::Client, Who::OtherOrganisation] {
        let answer = world.caller(who).pull(Some(page.cookie.clone())).await.unwrap();
        assert_eq!(answer.status, 422, "{who:?}");
    }
}
