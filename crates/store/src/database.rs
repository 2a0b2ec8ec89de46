//! Opening a database: one writer, some readers, the same SQL on SQLite and PostgreSQL.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Executor, Row};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::migrations::{Schema, migrator};
use crate::submissions::Group;

/// Where a database lies.
#[derive(Clone)]
pub enum Location {
    /// A SQLite file.
    Sqlite {
        /// The file; its folder must exist.
        path: PathBuf,
        /// The SQLCipher key; none for a plain file.
        key: Option<[u8; 32]>,
        /// How many connections read beside the one that writes. With 0 the writer reads too, so that the file is
        /// only ever open once: the desktop's way.
        readers: u32,
    },
    /// A PostgreSQL database.
    Postgres {
        /// Its URL.
        url: String,
    },
}

/// A transaction.
pub type Transaction = sqlx::Transaction<'static, sqlx::Any>;

/// A connection inside a transaction.
pub type Writer = AnyConnection;

/// An open database. Clones share its connections.
#[derive(Clone)]
pub struct Store {
    writer: AnyPool,
    reader: AnyPool,
    postgres: bool,
    group: Arc<Group>,
}

impl Store {
    /// Opens the database at `location`, creating it when it is not there, and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be opened, the key does not fit, or a migration fails.
    pub async fn open(location: &Location, schema: Schema) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let store = match location {
            Location::Sqlite { path, key, readers } => Self::open_sqlite(path, *key, *readers).await?,
            Location::Postgres { url } => {
                let writer = AnyPoolOptions::new().max_connections(4).connect(url).await?;
                let reader = AnyPoolOptions::new().max_connections(8).connect(url).await?;
                Self {
                    writer,
                    reader,
                    postgres: true,
                    group: Arc::default(),
                }
            }
        };
        migrator(schema, store.postgres).run(&store.writer).await?;
        Ok(store)
    }

    async fn open_sqlite(path: &Path, key: Option<[u8; 32]>, readers: u32) -> Result<Self, StoreError> {
        let url = sqlite_url(path);
        let writer = sqlite_pool(1, key, "").connect(&url).await.map_err(wrong_key)?;
        if key.is_some() {
            let version = sqlx::query("PRAGMA cipher_version")
                .fetch_optional(&writer)
                .await?;
            if version.is_none() {
                return Err(StoreError::NotEncrypted);
            }
        }
        let reader = match readers {
            0 => writer.clone(),
            // Readers only read: the one writer alone checkpoints.
            readers => {
                sqlite_pool(readers, key, "PRAGMA query_only = ON; PRAGMA cache_size = -2000;")
                    .connect(&url)
                    .await?
            }
        };
        Ok(Self {
            writer,
            reader,
            postgres: false,
            group: Arc::default(),
        })
    }

    /// The connections that read.
    #[must_use]
    pub fn reader(&self) -> &AnyPool {
        &self.reader
    }

    /// Those who wait for the next transaction.
    pub(crate) fn group(&self) -> &Group {
        &self.group
    }

    /// Whether it is PostgreSQL.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.postgres
    }

    /// Begins a transaction that writes.
    ///
    /// # Errors
    /// When the database cannot be reached or stays busy.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        let statement = if self.postgres { "BEGIN" } else { "BEGIN IMMEDIATE" };
        Ok(self.writer.begin_with(statement).await?)
    }

    /// Begins a transaction that sees one state of the database throughout.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin_read(&self) -> Result<Transaction, StoreError> {
        let statement = if self.postgres {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        } else {
            "BEGIN"
        };
        Ok(self.reader.begin_with(statement).await?)
    }

    /// Writes a consistent copy of a SQLite database to `path`, which must not exist; encrypted with the same key
    /// when it is encrypted.
    ///
    /// # Errors
    /// On PostgreSQL, or when the copy cannot be written.
    pub async fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let target = path.to_string_lossy().replace('\'', "''");
        self.writer
            .execute(AssertSqlSafe(format!("VACUUM INTO '{target}'")))
            .await?;
        Ok(())
    }

    /// Closes every connection; what is written is on the disk.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

fn sqlite_pool(connections: u32, key: Option<[u8; 32]>, extra: &'static str) -> AnyPoolOptions {
    let key = key.map(|key| Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex::encode(key))));
    AnyPoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            let key = key.clone();
            Box::pin(async move {
                if let Some(key) = key {
                    connection.execute(AssertSqlSafe(key.to_string())).await?;
                }
                let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; \
                                PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;";
                sqlx::raw_sql(AssertSqlSafe(format!("{settings} {extra}"))).execute(&mut *connection).await?;
                Ok(())
            })
        })
}

fn sqlite_url(path: &Path) -> String {
    let mut url = String::from("sqlite://");
    for character in path.to_string_lossy().chars() {
        match character {
            '%' => url.push_str("%25"),
            '?' => url.push_str("%3F"),
            '#' => url.push_str("%23"),
            ' ' => url.push_str("%20"),
            other => url.push(other),
        }
    }
    url.push_str("?mode=rwc");
    url
}

fn wrong_key(error: sqlx::Error) -> StoreError {
    match &error {
        // SQLITE_NOTADB
        sqlx::Error::Database(inner) if inner.code().as_deref() == Some("26") => StoreError::WrongKey,
        _ => StoreError::Database(error),
    }
}

/// A whole number of the first column of the only row.
pub(crate) fn number(row: &sqlx::any::AnyRow, index: usize) -> Result<i64, StoreError> {
    Ok(row.try_get::<i64, _>(index)?)
}
