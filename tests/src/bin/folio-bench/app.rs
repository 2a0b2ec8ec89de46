//! The desktop app with ten thousand invoices in its copy: from the start of its process to a screen that shows them
//! and answers a key, and the memory of all its processes.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use folio_tests::server::{self, Server};
use folio_tests::until::until;
use folio_tests::window::drivers;
use folio_tests::window::screen::{Screen, id};
use folio_tests::window::{deeds, demo};
use rustix::param::clock_ticks_per_second;
use thirtyfour::common::keys::Key;
use thirtyfour::{By, WebDriver};

use crate::figure::{Report, percentile_ms};

const INVOICES: &str = "10000";
const STARTS: usize = 5;
const FIRST_COPY: Duration = Duration::from_secs(180);
const LIMIT: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(5);

pub async fn measure(report: &Report) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (business, home) = (folder.path().join("server"), folder.path().join("app"));
    let arguments: [&OsStr; 5] = [
        "demo".as_ref(),
        "--home".as_ref(),
        business.as_os_str(),
        "--scale".as_ref(),
        INVOICES.as_ref(),
    ];
    let made = server::run(&arguments)?;
    ensure!(
        made.status.success(),
        "folio-server demo: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    let server = Server::start(&business)?;
    copy(&server, &home).await?;

    let (mut starts, mut sizes) = (Vec::new(), Vec::new());
    for nth in 0..STARTS {
        let started = start(&home, &folder.path().join(format!("driver-{nth}.log"))).await?;
        starts.push(started.usable_after);
        sizes.push(started.pss_mb);
    }
    report.note(&format!(
        "app: started {STARTS} times, the middle one; about {INVOICES} invoices of the demo business in its copy, Today on the screen"
    ));
    report.figure("app.start_ms", percentile_ms(&mut starts, 0.5), "ms", 2_000.0);
    sizes.sort_by(f64::total_cmp);
    let middle = sizes.get(STARTS / 2).copied().unwrap_or(f64::NAN);
    report.measured("app.pss_mb", middle, "MB");
    Ok(())
}

/// Signs in once, and waits until the whole copy is there.
async fn copy(server: &Server, home: &Path) -> Result<()> {
    let screen = Screen::window("bench", home, home, None).await?;
    deeds::connect_with(&screen, &server.address(), demo::OWNER, demo::PASSWORD).await?;
    until("the copy is whole", FIRST_COPY, async || {
        Ok(screen.count("header button.up_to_date").await? == 1)
    })
    .await?;
    screen.see(&id("owing-client")).await?;
    screen.close().await
}

struct Started {
    usable_after: Duration,
    pss_mb: f64,
}

/// Starts the app on its copy, waits for a row on the screen and for the palette that a key opens.
async fn start(home: &Path, log: &Path) -> Result<Started> {
    let asked = Instant::now();
    let (driver, session) = drivers::window(home, &[], log).await?;
    seen(&session, &id("owing-client"), asked).await?;
    session
        .active_element()
        .await?
        .send_keys(Key::Control + "k")
        .await?;
    seen(&session, "dialog[open] [role=option]", asked).await?;
    let app = Processes::of(home)?;
    let usable_after = app.age()?;
    let pss_mb = app.pss_kb()? as f64 / 1_024.0;
    driver.end(session).await?;
    Ok(Started { usable_after, pss_mb })
}

async fn seen(session: &WebDriver, css: &str, since: Instant) -> Result<()> {
    while session.find_all(By::Css(css)).await?.is_empty() {
        ensure!(since.elapsed() < LIMIT, "{css} does not come");
        tokio::time::sleep(POLL).await;
    }
    Ok(())
}

/// The app's process and those that it started.
struct Processes {
    root: u32,
    all: Vec<u32>,
}

impl Processes {
    /// Those of the app that has its things in `home`.
    fn of(home: &Path) -> Result<Self> {
        let wanted = [b"FOLIO_HOME=", home.as_os_str().as_encoded_bytes()].concat();
        let app = std::env::var_os("FOLIO_TEST_APP")
            .map(PathBuf::from)
            .context("FOLIO_TEST_APP is not set")?;
        let parents = parents()?;
        let is_app = |pid: u32| {
            let place = PathBuf::from(format!("/proc/{pid}"));
            let has_home = std::fs::read(place.join("environ"))
                .is_ok_and(|all| all.split(|byte| *byte == 0).any(|one| one == wanted));
            has_home && std::fs::read_link(place.join("exe")).is_ok_and(|exe| exe == app)
        };
        let root = parents
            .iter()
            .map(|(pid, _)| *pid)
            .find(|pid| is_app(*pid))
            .context("the app's process is gone")?;
        let mut all = vec![root];
        let mut next = 0;
        while let Some(parent) = all.get(next).copied() {
            all.extend(
                parents
                    .iter()
                    .filter(|(_, of)| *of == parent)
                    .map(|(pid, _)| *pid),
            );
            next += 1;
        }
        Ok(Self { root, all })
    }

    /// How long ago the app's process was started (proc(5): `starttime`, the 22nd field, in clock ticks since boot).
    fn age(&self) -> Result<Duration> {
        let ticks: u64 = field(self.root, 22)?.parse()?;
        let uptime = std::fs::read_to_string("/proc/uptime")?;
        let now: f64 = uptime.split_whitespace().next().context("no uptime")?.parse()?;
        let began = ticks as f64 / clock_ticks_per_second() as f64;
        Ok(Duration::from_secs_f64((now - began).max(0.0)))
    }

    /// Their memory, with each shared page counted once (proc(5): `Pss`).
    fn pss_kb(&self) -> Result<u64> {
        let mut sum = 0;
        for pid in &self.all {
            // A process that has just ended holds no memory.
            let Ok(rollup) = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")) else {
                continue;
            };
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
            let size = line.and_then(|line| line.split_whitespace().next());
            sum += size.context("no Pss")?.parse::<u64>()?;
        }
        Ok(sum)
    }
}

/// Every process with its parent.
fn parents() -> Result<Vec<(u32, u32)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let Some(pid) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // Processes come and go while the list is read.
        if let Ok(parent) = field(pid, 4) {
            found.push((pid, parent.parse()?));
        }
    }
    Ok(found)
}

/// The `nth` field (from 1) of `/proc/PID/stat`; the second, the name, may hold spaces and ends at the last bracket.
fn field(pid: u32, nth: usize) -> Result<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, after_name) = stat.rsplit_once(')').context("no name")?;
    let found = nth
        .checked_sub(3)
        .and_then(|at| after_name.split_whitespace().nth(at));
    Ok(found.context("no such field")?.to_owned())
}
