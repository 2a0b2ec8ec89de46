//! Writes the protocol down as TypeScript: one file, whose types the screens' transport is checked against.

use std::collections::BTreeSet;

use folio_domain::imports::{ImportFormat, TableField, TableKind};
use folio_domain::mutations::{Mutation, MutationName, Runs};
use folio_domain::records::Kind;
use folio_domain::refusals::Reason;
use ts_rs::TypeVisitor;

use crate::collector::Collector;
use crate::commands::{BusinessPoke, BusinessStatus, CommandName, Host, MutateAnswer, MutateRequest};
use crate::problems::{MESSAGE_KEYS, Problem};
use crate::queries::QueryName;
use crate::sessions::OpenLinkAnswer;
use crate::sync::{MutationResult, Poke, SyncStatus};
use crate::{PROTOCOL_HEADER, PROTOCOL_VERSION};

/// The whole of `ui/src/transport/generated/index.ts`.
#[must_use]
pub fn generate() -> String {
    let mut collect = Collector::default();
    collect.visit::<Mutation>();
    collect.visit::<MutationName>();
    collect.visit::<MutationResult>();
    collect.visit::<MutateRequest>();
    collect.visit::<MutateAnswer>();
    collect.visit::<OpenLinkAnswer>();
    collect.visit::<Poke>();
    collect.visit::<BusinessPoke>();
    collect.visit::<BusinessStatus>();
    collect.visit::<Problem>();
    collect.visit::<QueryName>();
    collect.visit::<CommandName>();
    collect.visit::<SyncStatus>();
    collect.visit::<Host>();
    crate::queries::typescript(&mut collect);
    crate::commands::typescript(&mut collect);

    let mut out = String::from("// Generated from Rust by `cargo xtask generate`; never edited by hand.\n");
    for declaration in collect.declarations.values() {
        out.push('\n');
        out.push_str(declaration);
        out.push('\n');
    }
    for (table, entries) in &collect.pairs {
        out.push_str(&format!(
            "\nexport interface {table} {{\n{}\n}}\n",
            entries.join("\n")
        ));
    }
    out.push_str(&tables());
    out
}

fn tables() -> String {
    let reads = QueryName::ALL.iter().map(|name| {
        let kinds: Vec<String> = name
            .reads()
            .iter()
            .map(|kind: &Kind| format!("'{}'", kind.table()))
            .collect();
        format!("  {}: [{}],", name.as_str(), kinds.join(", "))
    });
    let hosts = CommandName::ALL.iter().map(|name| {
        let hosts = name.hosts().iter().map(|host| match host {
            Host::Desktop => "'desktop'",
            Host::Browser => "'browser'",
        });
        format!("  {}: [{}],", name.as_str(), hosts.collect::<Vec<_>>().join(", "))
    });
    let server_only = MutationName::ALL
        .iter()
        .filter(|name| name.runs() == Runs::ServerOnly)
        .map(|name| format!("'{}'", name.as_str()));
    let formats = ImportFormat::ALL.iter().map(|format| {
        let (source, title) = (format.source(), format.title());
        format!("  {{ format: '{source}', title: '{title}' }},")
    });
    let kinds = [
        ("clients", TableKind::Clients),
        ("invoices", TableKind::Invoices),
        ("payments", TableKind::Payments),
    ];
    let fields = kinds.into_iter().map(|(name, kind)| {
        let of_kind = TableField::ALL
            .iter()
            .filter(|field| field.kinds().contains(&kind));
        let of_kind: Vec<String> = of_kind.map(|field| format!("'{}'", field.as_str())).collect();
        format!("  {name}: [{}],", of_kind.join(", "))
    });
    let keys: BTreeSet<&str> = Reason::ALL
        .iter()
        .map(|reason| reason.message_key())
        .chain(MESSAGE_KEYS.iter().copied())
        .collect();
    let keys = keys.into_iter().map(|key| format!("  '{key}',"));
    format!(
        "\n/** The version of the protocol, and the header in which every call carries it. */\n\
         export const PROTOCOL_VERSION = {PROTOCOL_VERSION};\n\
         export const PROTOCOL_HEADER = '{PROTOCOL_HEADER}';\n\
         \n/** The kinds of record that each query reads. */\n\
         export const QUERY_KINDS: Record<QueryName, readonly Kind[]> = {{\n{}\n}};\n\
         \n/** The hosts that can do each command. */\n\
         export const COMMAND_HOSTS: Record<CommandName, readonly Host[]> = {{\n{}\n}};\n\
         \n/** Mutations that only the server decides. */\n\
         export const SERVER_ONLY: readonly MutationName[] = [{}];\n\
         \n/** The tools whose exports can be taken over, in the order in which they are offered. */\n\
         export const IMPORT_FORMATS: readonly {{ format: ImportFormat; title: string }}[] = [\n{}\n];\n\
         \n/** What the columns of a table can say, by what it lists. */\n\
         export const TABLE_FIELDS: Record<TableKind, readonly TableField[]> = {{\n{}\n}};\n\
         \n/** Every message key that a problem or refusal can carry. */\n\
         export const MESSAGE_KEYS = [\n{}\n] as const;\n",
        lines(reads),
        lines(hosts),
        server_only.collect::<Vec<_>>().join(", "),
        lines(formats),
        lines(fields),
        lines(keys),
    )
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}
