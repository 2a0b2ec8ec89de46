//! Every route, query, command and mutation against every kind of person.

use axum::body::Body;
use folio_domain::mutations::{MutationName, mutation_roles};
use folio_domain::people::EndMember;
use folio_domain::permissions::Role;
use folio_protocol::commands::{CommandName, Host};
use folio_protocol::queries::QueryName;
use folio_server::{Gate, Route};
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::{Business, Caller, House, Person, house};

struct Who {
    name: &'static str,
    caller: Caller,
    role: Option<Role>,
}

async fn everyone<'a>(house: &'a House, business: &Business<'a>) -> Vec<Who> {
    let (kite, rook) = (business.client("kite").await, business.client("rook").await);
    let staff = business.member(Role::Staff, None).await;
    let books = business.member(Role::Bookkeeper, None).await;
    let client = business.member(Role::Client, Some(kite.contact_id)).await;
    let other = business.member(Role::Client, Some(rook.contact_id)).await;
    let revoked = business.member(Role::Staff, None).await;
    let end = EndMember {
        principal_id: revoked.principal_id,
    };
    house.mutate(&business.owner.caller, end).await.json::<Value>();
    let elsewhere = house.business("elsewhere").await;
    let who = |name, person: &Person, role| Who {
        name,
        caller: person.caller.clone(),
        role,
    };
    vec![
        Who {
            name: "nobody",
            caller: Caller::default(),
            role: None,
        },
        who("owner", &business.owner, Some(Role::Owner)),
        who("staff", &staff, Some(Role::Staff)),
        who("bookkeeper", &books, Some(Role::Bookkeeper)),
        who("client", &client, Some(Role::Client)),
        who("another client", &other, Some(Role::Client)),
        who("another organisation", &elsewhere.owner, Some(Role::Owner)),
        who("revoked", &revoked, None),
    ]
}

#[tokio::test]
async fn every_route_lets_in_whom_its_policy_names() {
    let house = house().await;
    let business = house.business("lumen").await;
    let nowhere = house.id().to_string();
    for who in everyone(&house, &business).await {
        for route in Route::ALL {
            if *route == Route::SignOut || *route == Route::Events {
                continue;
            }
            let path = route
                .path()
                .replace("{name}", "devices")
                .replace("{year}", "2026")
                .replace("{month}", "1");
            let path = path
                .replace("{version_id}", &nowhere)
                .replace("{save_id}", &nowhere)
                .replace("{invoice_id}", &nowhere);
            let answer = house
                .send(&who.caller, route.method(), &path, Body::from("{}"))
                .await;
            let said = format!(
                "{} {route:?}: {} {}",
                who.name,
                answer.status,
                String::from_utf8_lossy(&answer.bytes)
            );
            match (route.gate(), who.role) {
                (Gate::Anyone, _) => assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{said}"),
                (Gate::Signed(_) | Gate::SignedOrLinked(_), None) => {
                    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{said}");
                }
                (Gate::Signed(roles) | Gate::SignedOrLinked(roles), Some(role)) => {
                    let refused = matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
                    assert_eq!(refused, !roles.contains(&role), "{said}");
                    assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{said}");
                }
            }
        }
    }
}

#[tokio::test]
async fn every_command_lets_in_whom_the_protocol_names() {
    let house = house().await;
    let business = house.business("lumen").await;
    for who in everyone(&house, &business).await {
        for name in CommandName::ALL
            .iter()
            .filter(|name| **name != CommandName::SignOut)
        {
            let answer = house
                .command(&who.caller, name.as_str(), params_of(*name, &house))
                .await;
            let said = format!(
                "{} {name:?}: {} {}",
                who.name,
                answer.status,
                String::from_utf8_lossy(&answer.bytes)
            );
            let allowed =
                name.roles().is_empty() || who.role.is_some_and(|role| name.roles().contains(&role));
            if !name.hosts().contains(&Host::Browser) {
                assert_eq!(answer.status, StatusCode::NOT_IMPLEMENTED, "{said}");
            } else if !allowed {
                let refused = if who.role.is_some() {
                    StatusCode::FORBIDDEN
                } else {
                    StatusCode::UNAUTHORIZED
                };
                assert_eq!(answer.status, refused, "{said}");
            } else {
                assert_ne!(answer.status, StatusCode::FORBIDDEN, "{said}");
                assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{said}");
            }
        }
    }
}

fn params_of(name: CommandName, house: &House) -> Value {
    let id = house.id();
    match name {
        CommandName::SignIn => json!({ "server": null, "email": "x@y.test", "password": "" }),
        CommandName::LookAtInvitation => json!({ "link": "x" }),
        CommandName::AcceptInvitation => json!({ "link": "x", "name": "x", "password": "x" }),
        CommandName::OpenInvoiceLink => json!({ "token": "x" }),
        CommandName::StartHere => json!({
            "business_name": "", "country": "", "currency": "EUR", "time_zone": "", "language": "en",
            "owner_name": "", "email": "", "number_pattern": "", "next_number": 1,
        }),
        CommandName::RestoreHere => json!({ "recovery_code": "" }),
        CommandName::Invite => {
            json!({ "invitation": { "email": "x", "name": "x", "role": "client", "contact_id": id } })
        }
        CommandName::InvoiceLink
        | CommandName::RevokeInvoiceLinks
        | CommandName::PaymentCodeOf
        | CommandName::InvoicePages
        | CommandName::SavePdf
        | CommandName::SaveEinvoice => {
            json!({ "invoice_id": id })
        }
        CommandName::PreviewStationery => json!({ "accent": "#1f4e8c", "sheet": "usual" }),
        CommandName::PreviewDraft => json!({ "draft_id": id, "language": "en" }),
        CommandName::CheckEinvoice | CommandName::CheckPaper => {
            json!({ "draft_id": id, "content_hash": "" })
        }
        CommandName::SaveReceipt => json!({ "payment_id": id }),
        CommandName::SaveStatement => json!({ "client_id": id, "from": "2026-01-01", "to": "2026-12-31" }),
        CommandName::PutFilePiece => json!({ "version_id": id, "offset": 0, "bytes": "" }),
        CommandName::SaveFile => json!({ "version_id": id }),
        CommandName::BeginSave => {
            json!({ "wish": { "what": "month_pack", "year": 2026, "month": 1 } })
        }
        CommandName::CancelSave => json!({ "save_id": id }),
        CommandName::LookAtTables => json!({ "files": [] }),
        CommandName::OpenBankStatements => json!({ "files": [] }),
        CommandName::OpenBill => json!({ "file": { "name": "bill.xml", "bytes": "" } }),
        CommandName::SaveBillAttachment => json!({ "file": { "name": "bill.xml", "bytes": "" }, "index": 0 }),
        CommandName::PreviewImport => json!({ "format": "invoice-ninja", "files": [] }),
        CommandName::CommitImport => json!({ "format": "invoice-ninja", "files": [], "files_sha256": "" }),
        CommandName::CheckImportUndo | CommandName::TakeImportBack => json!({ "run_id": id }),
        CommandName::EndDevice => json!({ "device_id": id }),
        CommandName::Undo | CommandName::Dismiss => json!({ "mutation_id": id }),
        CommandName::ShowBusiness | CommandName::ForgetEnded => json!({ "account": id }),
        CommandName::LookAtBusiness => json!({ "account": id, "year": 2026, "month": 1 }),
        CommandName::SavePacks => json!({ "accounts": [id], "year": 2026, "month": 1 }),
        CommandName::CancelPack => json!({ "account": id, "save_id": id }),
        CommandName::Session
        | CommandName::SignOut
        | CommandName::SaveBackup
        | CommandName::Saves
        | CommandName::Devices
        | CommandName::SyncState
        | CommandName::SyncNow
        | CommandName::Businesses => json!({}),
    }
}

#[tokio::test]
async fn queries_and_mutations_name_their_roles() {
    let house = house().await;
    let business = house.business("lumen").await;
    let people = everyone(&house, &business).await;
    for who in &people {
        for (name, params, roles) in [
            ("organisation", json!({}), QueryName::OrganisationQuery.roles()),
            ("settings", json!({}), QueryName::SettingsQuery.roles()),
            ("home", json!({}), QueryName::HomeQuery.roles()),
            (
                "month",
                json!({ "year": 2026, "month": 1 }),
                QueryName::MonthQuery.roles(),
            ),
            ("conflicts", json!({}), QueryName::ConflictsQuery.roles()),
        ] {
            let answer = house.query(&who.caller, name, params).await;
            let expected = match who.role {
                None => StatusCode::UNAUTHORIZED,
                Some(role) if roles.contains(&role) => StatusCode::OK,
                Some(_) => StatusCode::FORBIDDEN,
            };
            assert_eq!(answer.status, expected, "{} {name}", who.name);
        }
        let edit = folio_domain::organisations::EditOrganisation { edits: Vec::new() };
        let answer = house.mutate(&who.caller, edit).await;
        let expected = match who.role {
            None => StatusCode::UNAUTHORIZED,
            Some(role) if mutation_roles(MutationName::EditOrganisation).contains(&role) => StatusCode::OK,
            Some(_) => StatusCode::FORBIDDEN,
        };
        assert_eq!(answer.status, expected, "{}", who.name);
    }
}

#[tokio::test]
async fn what_only_the_server_finds_out_nobody_pushes() {
    let house = house().await;
    let business = house.business("lumen").await;
    let keep = folio_domain::documents::KeepFile {
        version_id: folio_domain::ids::VersionId(house.id()),
        media_type: String::new(),
    };
    assert_eq!(
        house.mutate(&business.owner.caller, keep).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn every_answer_is_guarded_and_the_screens_are_served() {
    let house = house().await;
    for (path, status) in [
        ("/", None),
        ("/invoices/1", None),
        ("/api/nothing", Some(404)),
        ("/missing.js", Some(404)),
    ] {
        let answer = house.get(&Caller::default(), path).await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe"));
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["referrer-policy"], "no-referrer");
        if let Some(status) = status {
            assert_eq!(answer.status.as_u16(), status, "{path}");
        }
    }
}
