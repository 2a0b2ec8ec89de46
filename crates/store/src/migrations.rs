//! The tables, as append-only migrations in the top level's `migrations/`.

use std::borrow::Cow;

use sqlx::AssertSqlSafe;
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Which tables it has beside those of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// The server's.
    Server,
    /// The desktop's.
    Desktop,
}

type Script = (i64, &'static str, &'static str);

const RECORDS: &[Script] = &[
    (
        1,
        "records",
        include_str!("../../../migrations/records/0001_records.sql"),
    ),
    (
        2,
        "einvoicing",
        include_str!("../../../migrations/records/0002_einvoicing.sql"),
    ),
    (
        3,
        "credit notes",
        include_str!("../../../migrations/records/0003_credit_notes.sql"),
    ),
    (
        4,
        "imports",
        include_str!("../../../migrations/records/0004_imports.sql"),
    ),
];
const SERVER: &[Script] = &[
    (
        1001,
        "server",
        include_str!("../../../migrations/server/1001_server.sql"),
    ),
    (
        1002,
        "living addresses",
        include_str!("../../../migrations/server/1002_living_addresses.sql"),
    ),
];
const DESKTOP: &[Script] = &[(
    2001,
    "desktop",
    include_str!("../../../migrations/desktop/2001_desktop.sql"),
)];

/// The migrations of `schema`. The text is the same for both databases; on PostgreSQL every text column compares
/// byte by byte, as SQLite's do.
pub(crate) fn migrator(schema: Schema, postgres: bool) -> Migrator {
    let own = match schema {
        Schema::Server => SERVER,
        Schema::Desktop => DESKTOP,
    };
    let migrations = RECORDS.iter().chain(own).map(|(version, name, sql)| {
        let sql = if postgres {
            sql.replace(" TEXT", " TEXT COLLATE \"C\"")
        } else {
            (*sql).to_owned()
        };
        let sql = AssertSqlSafe(sql).into_sql_str();
        Migration::new(*version, Cow::Borrowed(*name), MigrationType::Simple, sql, false)
    });
    Migrator::with_migrations(migrations.collect())
}

#[cfg(test)]
mod tests {
    use super::{DESKTOP, RECORDS, SERVER};

    #[test]
    fn every_file_is_listed() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
        for (name, listed) in [("records", RECORDS), ("server", SERVER), ("desktop", DESKTOP)] {
            let files = std::fs::read_dir(folder.join(name)).unwrap().count();
            assert_eq!(files, listed.len(), "migrations/{name}");
        }
    }
}
