//! An import that is undone leaves no trace in what the business leaves with, but for the trail and what counts.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use folio_domain::imports::ImportFormat;
use folio_protocol::queries::{ImportList, ImportsQuery, Query};
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_tests::business::config;
use folio_tests::caller::Caller;
use serde_json::{Value, json};

use crate::scene::{OWNER, Scene, import, settled};

/// What grows by whatever is done: the trail, the feed of changes, the results of mutations, and the counters.
fn counts_on(path: &str) -> bool {
    matches!(
        path,
        "records/activity.jsonl"
            | "records/trail_link.jsonl"
            | "server/change.jsonl"
            | "server/mutation_result.jsonl"
    )
}

/// An export without what counts on; the organisation's own row without its counters.
async fn taken(app: &App, path: &Path) -> BTreeMap<String, Vec<u8>> {
    let org = app.store.orgs().await.unwrap().remove(0).org_id;
    app.save_export(org, path).await.unwrap();
    let mut content = Scene::content(path);
    content.retain(|path, _| !counts_on(path));
    let mut row: Value = serde_json::from_slice(&content["server/org.jsonl"]).unwrap();
    for counter in ["seq", "trail_position", "trail_hash"] {
        assert!(
            row.as_object_mut().unwrap().remove(counter).is_some(),
            "{counter}"
        );
    }
    content.insert("server/org.jsonl".to_owned(), row.to_string().into_bytes());
    content
}

#[tokio::test(flavor = "multi_thread")]
async fn each_tool_s_import_undone_leaves_an_export_of_the_same_bytes() {
    let scene = Scene::new().await;
    let app = App::open(config(&scene.path("home")).unwrap()).await.unwrap();
    let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
    let owner = Caller::sign_in(link, OWNER).await.unwrap();
    let before = taken(&app, &scene.path("before.zip")).await;
    for format in ImportFormat::ALL.iter().copied() {
        // The scene has moved in from one of them, and stays as it is.
        if format == ImportFormat::Xero {
            continue;
        }
        let report = import(&owner, format).await;
        settled(&app, &scene.path("settled.zip")).await;
        let with = taken(&app, &scene.path("with.zip")).await;
        let grown = |path: &str| with[path].len() > before[path].len();
        assert!(grown("records/client.jsonl"), "{report:?}");
        assert!(grown("records/import_part.jsonl"), "{report:?}");
        let list: ImportList = owner.ask(Query::ImportsQuery(ImportsQuery {})).await.unwrap();
        let run = list.imports.iter().find(|row| row.run.source == format.source());
        let about = json!({ "run_id": run.unwrap().run_id });
        let undone = owner.command("take_import_back", &about).await.unwrap();
        assert_eq!(undone.status, 200, "{format:?}: {:?}", undone.problem());
        settled(&app, &scene.path("settled.zip")).await;
        let after = taken(&app, &scene.path("after.zip")).await;
        let paths = |taken: &BTreeMap<String, Vec<u8>>| taken.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&before), paths(&after), "{format:?}");
        for (path, bytes) in &before {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert!(
                *bytes == after[path],
                "{format:?}: {path}\n{}\n{}",
                text(bytes),
                text(&after[path])
            );
        }
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_undone_after_the_business_came_back_elsewhere() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    scene.restore(&first, "new", &[]).unwrap();
    let app = App::open(config(&scene.path("new")).unwrap()).await.unwrap();
    let org = app.store.orgs().await.unwrap().remove(0).org_id;
    let owners = app
        .store
        .principals_of(org, folio_domain::permissions::Role::Owner)
        .await
        .unwrap();
    let url = app.password_link(owners[0].principal_id).await.unwrap();
    let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
    let owner = Caller::accept(link, &url, "Owner").await.unwrap();
    let list: ImportList = owner.ask(Query::ImportsQuery(ImportsQuery {})).await.unwrap();
    let about = json!({ "run_id": list.imports[0].run_id });
    let undone = owner.command("take_import_back", &about).await.unwrap();
    assert_eq!(undone.status, 200, "{:?}", undone.problem());
    let out = scene.path("after.zip");
    app.save_export(org, &out).await.unwrap();
    let content = Scene::content(&out);
    for path in ["records/import_run.jsonl", "records/import_part.jsonl"] {
        assert!(content.get(path).is_none_or(Vec::is_empty), "{path}");
    }
    app.close().await;
}
