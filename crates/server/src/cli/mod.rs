//! The command line of `folio-server`.

mod home;
mod offices;
mod serve;
mod tools;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use folio_domain::languages::Language;
use folio_domain::permissions::Role;
use url::Url;

use crate::errors::ServerError;

/// Folio's server: one place for a small business and its clients.
#[derive(Parser)]
#[command(name = "folio-server", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Where the server's things are.
#[derive(Args, Clone)]
pub(crate) struct HomeArgs {
    /// The folder with everything that is the server's
    #[arg(long, env = "FOLIO_HOME")]
    home: PathBuf,
    /// A PostgreSQL database instead of the SQLite file in the home
    #[arg(long, env = "FOLIO_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// The address that people's browsers and mails use
    #[arg(long, env = "FOLIO_BASE_URL")]
    base_url: Option<Url>,
    /// The mail server: smtp://, smtps://, with user and password when it asks for them
    #[arg(long, env = "FOLIO_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// The address that mails come from
    #[arg(long, env = "FOLIO_SMTP_FROM")]
    smtp_from: Option<String>,
}

/// Which business, where the server has several.
#[derive(Args, Clone)]
pub(crate) struct OrgArgs {
    /// The business's id; not needed where there is only one
    #[arg(long)]
    org: Option<uuid::Uuid>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Invoice Ninja's CSV export: clients, invoices, payments
    InvoiceNinja,
}

#[derive(Subcommand)]
enum Command {
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
    Init(Box<offices::InitArgs>),
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
    /// Takes another tool's files over
    Import {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// The tool that they come from
        #[arg(long, value_enum)]
        format: Format,
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
    /// Saves a month's pack: every PDF, the lists and a manifest in one ZIP
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
    },
    /// Checks the database: standings, numbers, papers, files, the trail
    Check {
        #[command(flatten)]
        home: HomeArgs,
    },
    /// Checks the trail
    Verify {
        #[command(flatten)]
        home: HomeArgs,
        #[command(flatten)]
        org: OrgArgs,
        /// A head that someone else kept, such as in an earlier pack: hash@position
        #[arg(long)]
        head: Option<String>,
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
    /// Brings a backup back into an empty home
    Restore {
        #[command(flatten)]
        home: HomeArgs,
        /// The backup
        #[arg(long = "in")]
        input: PathBuf,
        /// The recovery code
        #[arg(long, env = "FOLIO_RECOVERY_CODE", hide_env_values = true)]
        code: String,
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

fn month(text: &str) -> Result<(i16, i8), String> {
    let parsed = text
        .split_once('-')
        .and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
    parsed.ok_or_else(|| "a month such as 2026-11".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "en, hi, ta or eo".to_owned())
}

/// Runs a command. What went wrong is said on standard error; the exit code is 1 for it, and for faults found.
pub async fn run(cli: Cli) -> ExitCode {
    log();
    match perform(cli.command).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // Where standard error is closed there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "folio-server: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn perform(command: Command) -> Result<bool, ServerError> {
    match command {
        Command::Serve {
            home,
            listen,
            trust_proxy,
            ui_dist,
        } => serve::serve(home, listen, trust_proxy, ui_dist).await,
        Command::Init(args) => offices::init(*args).await,
        Command::Invite {
            home,
            org,
            email,
            name,
            role,
        } => offices::invite(home, org, email, name, role).await,
        Command::Import {
            home,
            org,
            format: Format::InvoiceNinja,
            dry_run,
            json,
            files,
        } => tools::import(home, org, &files, dry_run, json).await,
        Command::Export {
            home,
            org,
            month,
            out,
        } => tools::export(home, org, month, &out).await,
        Command::Check { home } => tools::check(home).await,
        Command::Verify { home, org, head } => tools::verify(home, org, head).await,
        Command::Backup { home, org, out } => tools::backup(home, org, &out).await,
        Command::Restore { home, input, code } => tools::restore(home, &input, &code).await,
        Command::Demo { home, scale } => offices::demo(home, scale).await,
    }
}

/// Says a line to the person or program that called.
fn say(line: impl std::fmt::Display) -> Result<(), ServerError> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(ServerError::io("writing the answer"))
}

fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("FOLIO_LOG");
    let filter = filter.unwrap_or_else(|_unset| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second call, in a test, leaves the first one's in place.
    let _ = subscriber.try_init();
}
