//! Tests of wire shapes.

use folio_domain::mutations::MutationName;
use folio_domain::records::Kind;
use serde::Serialize;

use crate::commands::CommandName;
use crate::problems::ProblemCode;
use crate::queries::{PreviewInvoice, Query, QueryName, TodayQuery};
use crate::unsent::UnsentLine;

fn wire(value: &impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn a_name_is_written_as_it_says() {
    for name in MutationName::ALL {
        assert_eq!(wire(name), name.as_str());
    }
    for name in QueryName::ALL {
        assert_eq!(wire(name), name.as_str());
    }
    for name in CommandName::ALL {
        assert_eq!(wire(name), name.as_str());
    }
    for kind in Kind::ALL {
        assert_eq!(wire(kind), kind.table());
    }
}

#[test]
fn a_query_carries_its_name_and_parameters() {
    let json = serde_json::to_value(Query::TodayQuery(TodayQuery {})).unwrap();
    assert_eq!(json, serde_json::json!({ "name": "today", "params": {} }));
    let broken = serde_json::json!({ "name": "preview_invoice", "params": { "content": {} } });
    assert!(serde_json::from_value::<Query>(broken).is_err());
    assert!(serde_json::from_value::<PreviewInvoice>(serde_json::json!({})).is_err());
}

#[test]
fn every_query_and_command_stands_in_the_typescript() {
    let text = crate::typescript::generate();
    for name in QueryName::ALL
        .iter()
        .map(|name| name.as_str())
        .chain(CommandName::ALL.iter().map(|name| name.as_str()))
    {
        assert!(text.contains(&format!("\n  {name}: {{ params: ")), "{name}");
    }
    assert!(!text.contains("bigint"));
}

#[test]
fn a_line_of_unsent_work_says_what_it_is() {
    let json = serde_json::json!({
        "line": "change", "mutation_id": "00000000-0000-0000-0000-000000000004",
        "made_at": "2026-11-22T10:00:00Z", "person": "Mina", "version": 1, "name": "mark_sent", "args": {},
    });
    let line: UnsentLine = serde_json::from_value(json.clone()).unwrap();
    assert!(matches!(&line, UnsentLine::Change(change) if change.name == "mark_sent"));
    assert_eq!(serde_json::to_value(&line).unwrap(), json);
}

#[test]
fn a_problem_has_one_status() {
    assert_eq!(ProblemCode::NotFound.status(), 404);
    assert_eq!(ProblemCode::TooOld.status(), 426);
    assert_eq!(ProblemCode::Purge.status(), 410);
}
