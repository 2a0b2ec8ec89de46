//! What `folio-server` is told.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use folio_domain::books::Chart;
use folio_domain::imports::ImportFormat;
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_domain::permissions::Role;
use url::Url;

use super::offices::InitArgs;
use crate::packs::DatevParams;

/// Folio's server: one place for a small business and its clients.
#[derive(Parser)]
#[command(name = "folio-server", version, about)]
pub struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Where the server's things are.
#[derive(Args, Clone)]
pub(super) struct HomeArgs {
    /// The folder with everything that is the server's
    #[arg(long, env = "FOLIO_HOME")]
    pub(super) home: PathBuf,
    /// A PostgreSQL database instead of the SQLite file in the home
    #[arg(long, env = "FOLIO_DATABASE_URL", hide_env_values = true)]
    pub(super) database_url: Option<String>,
    /// The address that people's browsers and mails use
    #[arg(long, env = "FOLIO_BASE_URL")]
    pub(super) base_url: Option<Url>,
    /// The mail server: smtp://, smtps://, with user and password when it asks for them
    #[arg(long, env = "FOLIO_SMTP_URL", hide_env_values = true)]
    pub(super) smtp_url: Option<String>,
    /// The address that mails come from
    #[arg(long, env = "FOLIO_SMTP_FROM")]
    pub(super) smtp_from: Option<String>,
}

/// Which business, where the server has several.
#[derive(Args, Clone)]
pub(super) struct OrgArgs {
    /// The business's id; not needed where there is only one
    #[arg(long)]
    pub(super) org: Option<uuid::Uuid>,
}

/// What DATEV must be told. A business in Germany or Austria gets a file for DATEV without it too.
#[derive(Args, Clone)]
pub(super) struct DatevArgs {
    /// DATEV: the tax adviser's number, 1001 to 9999999 [usual: 1001]
    #[arg(long)]
    datev_adviser: Option<u32>,
    /// DATEV: the number that the adviser knows the business by, 1 to 99999 [usual: 1]
    #[arg(long)]
    datev_business: Option<u32>,
    /// DATEV: the chart of accounts, 03 or 04 [usual: 03]
    #[arg(long, value_parser = chart)]
    datev_chart: Option<Chart>,
    /// DATEV: the month that the business's year begins with, 1 to 12 [usual: 1]
    #[arg(long)]
    datev_year_begins_in: Option<i8>,
}

impl DatevArgs {
    pub(super) fn params(&self) -> DatevParams {
        DatevParams {
            adviser_number: self.datev_adviser,
            business_number: self.datev_business,
            chart: self.datev_chart,
            year_begins_in: self.datev_year_begins_in,
        }
    }
}

/// Files of the outside world to be checked. Exit code 0 when all are valid, 1 when one breaks rules, 2 when one
/// cannot be read.
#[derive(Subcommand)]
pub(super) enum CheckFiles {
    /// E-invoices, as XML or inside a PDF: reads each and says which rules it breaks and where
    Einvoice {
        /// Print each whole, as a line of JSON
        #[arg(long)]
        json: bool,
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Bank statements (CAMT.053, MT940, OFX, CSV): reads each and says what does not add up and where
    Bank {
        /// Print each whole, as a line of JSON
        #[arg(long)]
        json: bool,
        /// The account of a table that names none
        #[arg(long)]
        account: Option<String>,
        /// The currency of a table that names none, such as INR
        #[arg(long, value_parser = currency)]
        currency: Option<Currency>,
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Answers people's browsers and apps, and does the jobs
    Serve {
        #[command(flatten)]
        home: HomeArgs,
        /// Where to listen
        #[arg(long, env = "FOLIO_LISTEN", default_value = "127.0.0.1:4810")]
        listen: SocketAddr,
        /// Believe the last entry of X-Forwarded-For: only behind a proxy that sets it
        #[arg(long, env = "FOLIO_TRUST_PROXY")]
        trust_proxy: bool,
        /// Screens from this folder instead of those built in
        #[arg(long, env = "FOLIO_UI_DIST")]
        ui_dist: Option<PathBuf>,
    },
    /// Sets a business up; prints the owner's link and the recovery code, once
    Init(Box<InitArgs>),
    /// Invites a person; prints the link
    Invite {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// The e-mail address
        #[arg(long)]
        email: String,
        /// The name
        #[arg(long)]
        name: String,
        /// owner, staff or bookkeeper
        #[arg(long, value_parser = team_role)]
        role: Role,
    },
    /// Prints a link with which a person who has a sign-in chooses a new password
    PasswordLink {
        #[command(flatten)]
        home: HomeArgs,
        /// The address that the person signs in with
        #[arg(long)]
        email: String,
    },
    /// Takes another tool's files over
    Import {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// The tool that they come from; found out from the files when it is not given
        #[arg(long, value_parser = import_format())]
        format: Option<ImportFormat>,
        /// Only say what would come
        #[arg(long)]
        dry_run: bool,
        /// Print the report as JSON
        #[arg(long)]
        json: bool,
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Saves a month's pack: every PDF, the lists, the files of accounting programs and a manifest in one ZIP
    Export {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// The month, as 2026-11
        #[arg(long, value_parser = month)]
        month: (i16, i8),
        /// The file to write
        #[arg(long)]
        out: PathBuf,
        #[command(flatten)]
        datev: DatevArgs,
    },
    /// Checks the database: standings, numbers, papers, files, the trail; or files of the outside world
    #[command(args_conflicts_with_subcommands = true)]
    Check {
        #[command(flatten)]
        home: Option<HomeArgs>,
        #[command(subcommand)]
        files: Option<CheckFiles>,
    },
    /// Checks the trail
    Verify {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// A head that someone else kept: hash@position
        #[arg(long)]
        head: Option<String>,
        /// An earlier pack, or its manifest: the head that it carries
        #[arg(long, conflicts_with = "head")]
        pack: Option<PathBuf>,
    },
    /// Saves a backup, encrypted to the recovery code
    Backup {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Saves everything in one open file that is read without Folio and without a key: it is not encrypted
    ExportAll {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Brings a backup or a full export back into an empty home
    Restore {
        #[command(flatten)]
        home: HomeArgs,
        /// The backup or the export
        #[arg(long = "in")]
        input: PathBuf,
        /// The recovery code. A backup needs it; after an export it goes on, or a new one is printed
        #[arg(long, env = "FOLIO_RECOVERY_CODE", hide_env_values = true)]
        code: Option<String>,
        /// The number that the next invoice takes: one more than the last that anybody has got
        #[arg(long)]
        next_number: Option<i64>,
    },
    /// Reads what a desktop sealed before its copy was purged: changes that had not reached the server, and files
    Unseal {
        /// The file that the desktop left
        file: PathBuf,
        /// The recovery code
        #[arg(long, env = "FOLIO_RECOVERY_CODE", hide_env_values = true)]
        code: String,
        /// A folder to write the files to that are in it
        #[arg(long)]
        files: Option<PathBuf>,
    },
    /// Fills an empty home with a believable small business, and prints how to sign in
    Demo {
        #[command(flatten)]
        home: HomeArgs,
        /// About how many invoices
        #[arg(long, default_value_t = crate::demo::DEMO_INVOICES)]
        scale: u32,
    },
}

fn team_role(text: &str) -> Result<Role, String> {
    match Role::parse(text) {
        Some(Role::Client) | None => Err("owner, staff or bookkeeper".to_owned()),
        Some(role) => Ok(role),
    }
}

fn import_format() -> impl TypedValueParser<Value = ImportFormat> {
    let sources = ImportFormat::ALL.iter().map(|format| format.source());
    PossibleValuesParser::new(sources).try_map(|text| ImportFormat::parse(&text).ok_or("no such tool"))
}

fn month(text: &str) -> Result<(i16, i8), String> {
    let parsed = text
        .split_once('-')
        .and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
    parsed.ok_or_else(|| "a month such as 2026-11".to_owned())
}

fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(text).map_err(|_unknown| "a currency's code such as INR".to_owned())
}

fn chart(text: &str) -> Result<Chart, String> {
    Chart::parse(text).ok_or_else(|| "03 or 04".to_owned())
}

pub(super) fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "en, hi, ta or eo".to_owned())
}
