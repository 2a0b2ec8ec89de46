//! The command line of `folio-server`.

mod arguments;
mod files;
mod home;
mod offices;
mod serve;
mod tools;

use std::io::Write as _;
use std::process::ExitCode;

pub use arguments::Cli;

use crate::backups::BringBack;
use crate::errors::ServerError;
use crate::packs::PackWish;
use arguments::Command;

/// Runs a command. What went wrong is said on standard error; the exit code is 1 for it, and for faults found.
pub async fn run(cli: Cli) -> ExitCode {
    log();
    match perform(cli.command).await {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Where standard error is closed there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "folio-server: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Gives the exit code: 0 when all is well, 1 for faults that were found, 2 for files that cannot be read.
async fn perform(command: Command) -> Result<u8, ServerError> {
    let is_well = match command {
        Command::Serve {
            home,
            listen,
            trust_proxy,
            ui_dist,
        } => serve::serve(home, listen, trust_proxy, ui_dist).await?,
        Command::Init(args) => offices::init(*args).await?,
        Command::Invite {
            home,
            org,
            email,
            name,
            role,
        } => offices::invite(home, org, email, name, role).await?,
        Command::PasswordLink { home, email } => offices::password_link(home, &email).await?,
        Command::Import {
            home,
            org,
            format,
            dry_run,
            json,
            files,
        } => tools::import(home, org, format, &files, (dry_run, json)).await?,
        Command::Export {
            home,
            org,
            month: (year, month),
            out,
            datev,
        } => {
            let datev = datev.params().settings();
            tools::export(home, org, PackWish { year, month, datev }, &out).await?
        }
        Command::Check {
            files: Some(kind), ..
        } => return files::check(kind),
        Command::Check { home, files: None } => {
            let missing = || ServerError::Setting("check needs --home, or what to check".to_owned());
            tools::check(home.ok_or_else(missing)?).await?
        }
        Command::Verify {
            home,
            org,
            head,
            pack,
        } => tools::verify(home, org, head, pack.as_deref()).await?,
        Command::Backup { home, org, out } => tools::backup(home, org, &out).await?,
        Command::ExportAll { home, org, out } => tools::export_all(home, org, &out).await?,
        Command::Restore {
            home,
            input,
            code,
            next_number,
        } => {
            let wish = BringBack {
                file: &input,
                code: code.as_deref(),
                next_number,
            };
            tools::restore(home, wish).await?
        }
        Command::Unseal { file, code, files } => tools::unseal(&file, &code, files.as_deref())?,
        Command::Demo { home, scale } => offices::demo(home, scale).await?,
    };
    Ok(u8::from(!is_well))
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
