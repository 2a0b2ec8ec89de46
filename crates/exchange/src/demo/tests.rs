use std::collections::{BTreeMap, BTreeSet};

use folio_domain::mutations::MutationName;
use folio_domain::permissions::Role;
use folio_domain::trail::sha256_hex;
use jiff::Timestamp;

use super::*;

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn told(seed: u64, invoices: u32) -> Vec<DemoBatch> {
    demo(seed, invoices, now()).map(|batch| batch.unwrap()).collect()
}

#[test]
fn the_story_is_whole() {
    let batches = told(1, USUAL_INVOICES);
    let mut counts: BTreeMap<MutationName, usize> = BTreeMap::new();
    for (_, mutation) in batches.iter().flat_map(|batch| &batch.mutations) {
        *counts.entry(mutation.name()).or_default() += 1;
    }
    let count = |name| counts.get(&name).copied().unwrap_or_default();
    let notes = count(MutationName::CreditInvoice);
    assert_eq!(count(MutationName::IssueInvoice), 400 + notes);
    assert!(notes >= 12, "{notes} credit notes");
    assert_eq!(count(MutationName::AddClient), 20);
    assert_eq!(count(MutationName::CreateDraft), 405);
    assert!(count(MutationName::RecordPayment) > 350, "{counts:?}");
    for name in [
        MutationName::ReversePayment,
        MutationName::SetOffCredit,
        MutationName::RefundCredit,
        MutationName::StartThread,
        MutationName::PostMessage,
        MutationName::AddDocument,
        MutationName::AddVersion,
        MutationName::ShareDocument,
        MutationName::ViewInvoice,
        MutationName::DiscardDraft,
        MutationName::SetClientNote,
    ] {
        assert!(count(name) > 0, "{name:?} does not happen: {counts:?}");
    }
}

#[test]
fn time_goes_forward_and_ends_now() {
    let batches = told(2, 200);
    assert!(batches.windows(2).all(|pair| pair[0].at <= pair[1].at));
    assert!(
        batches
            .iter()
            .all(|batch| batch.at <= now() && batch.mutations.len() <= BATCH_MAX)
    );
    let ids: BTreeSet<MutationId> = batches
        .iter()
        .flat_map(|batch| batch.mutations.iter().map(|(id, _)| *id))
        .collect();
    assert_eq!(
        ids.len(),
        batches.iter().map(|batch| batch.mutations.len()).sum::<usize>()
    );
    let last = batches.last().unwrap().at;
    assert!(now().duration_since(last).as_hours() < 24);
}

#[test]
fn the_same_seed_tells_the_same() {
    assert_eq!(told(3, 60), told(3, 60));
    assert_ne!(told(3, 60), told(4, 60));
}

#[test]
fn people_are_there() {
    let demo = demo(1, 10, now());
    demo.organisation.check().unwrap();
    let roles: Vec<Role> = demo.people.iter().map(|person| person.role).collect();
    assert_eq!(roles[..3], [Role::Owner, Role::Staff, Role::Bookkeeper]);
    assert_eq!(roles.iter().filter(|role| **role == Role::Client).count(), 4);
    let languages: BTreeSet<_> = demo.people.iter().map(|person| person.language).collect();
    assert_eq!(languages.len(), 4);
}

#[test]
fn files_are_what_their_versions_say() {
    let batches = told(1, 60);
    let mut files = 0;
    for batch in &batches {
        for file in &batch.files {
            files += 1;
            let json = serde_json::to_string(&batch.mutations).unwrap();
            assert!(json.contains(&sha256_hex(&file.bytes)), "{}", file.file_name);
            match file.media_type {
                "image/png" => assert!(file.bytes.starts_with(b"\x89PNG")),
                "application/pdf" => {
                    assert!(file.bytes.starts_with(b"%PDF") && file.bytes.ends_with(b"%%EOF\n"))
                }
                "application/xml" => assert!(file.bytes.starts_with(b"<?xml")),
                _ => assert!(std::str::from_utf8(&file.bytes).is_ok()),
            }
        }
    }
    assert!(files >= 13, "{files}");
    let names = batches.iter().flat_map(|batch| &batch.files);
    assert!(names.into_iter().any(|file| file.file_name == bill::FILE_NAME));
}

/// The name and the arguments of every mutation, as JSON.
fn mutations(seed: u64, invoices: u32) -> Vec<(MutationName, serde_json::Value)> {
    let batches = told(seed, invoices);
    let all = batches.iter().flat_map(|batch| &batch.mutations);
    all.map(|(_, mutation)| (mutation.name(), serde_json::to_value(mutation).unwrap()))
        .collect()
}

#[test]
fn credits_go_every_way_at_the_end_of_the_story() {
    for seed in [1, 7, 11] {
        let mutations = mutations(seed, USUAL_INVOICES);
        let text = serde_json::to_string(&mutations).unwrap();
        let taken_back = text.matches(words::TAKEN_BACK_BECAUSE).count();
        assert!(taken_back > 0, "no set-off of seed {seed} is taken back");
        let issued = |name| mutations.iter().filter(|(other, _)| *other == name).count();
        assert!(issued(MutationName::RefundCredit) >= 2);
        assert!(issued(MutationName::SetOffCredit) >= 2);
    }
}

#[test]
fn any_size_is_told() {
    for invoices in [0, 1, 7, 3_000] {
        let batches = told(5, invoices);
        let issued = batches
            .iter()
            .flat_map(|batch| &batch.mutations)
            .map(|(_, mutation)| match mutation.name() {
                MutationName::IssueInvoice => 1,
                MutationName::CreditInvoice => -1,
                _ => 0,
            })
            .sum::<i64>();
        assert_eq!(issued, i64::from(invoices));
    }
}
