//! Sync against a real server process: pushing and pulling ten thousand, and single pushes of many at once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use folio_domain::money::Currency;
use folio_domain::mutations::Mutation;
use folio_protocol::sync::{
    Outcome, PUSH_BYTES_MAX, PUSH_MUTATIONS_MAX, PullAnswer, PushAnswer, PushedMutation,
};
use folio_tests::caller::{Caller, pushed};

use crate::business::Business;
use crate::figure::{Report, percentile_ms};
use crate::load::{Mix, described};

const CHANGES: usize = 10_000;
const PULLS: usize = 5;
const CONNECTIONS: usize = 32;
const PUSHES_EACH: usize = 60;

pub async fn measure(report: &Report) -> Result<()> {
    let business = Business::open().await?;
    let memory = Memory::watch(business.server_pid());
    let owner = business.owner().await?;
    let before: PullAnswer = owner.pull_all(None).await?.pop().context("no page")?;

    let mutations = Mix::new(Currency::parse("EUR")?).take(CHANGES);
    report.note(&format!("pushed: {}", described(&mutations)));
    report.figure(
        "sync.push_10k_s",
        push_all(&owner, mutations).await?.as_secs_f64(),
        "s",
        2.0,
    );

    let mut rows = 0;
    let mut times = Vec::with_capacity(PULLS);
    for _ in 0..PULLS {
        let (pulled, time) = pull_rows(&owner, before.cookie.clone()).await?;
        rows = pulled;
        times.push(time);
    }
    report.note(&format!(
        "pulled: {rows} rows of changes, each with its entry in the trail; {PULLS} times, the middle one"
    ));
    report.figure(
        "sync.pull_10k_s",
        percentile_ms(&mut times, 0.5) / 1_000.0,
        "s",
        0.15,
    );

    let mut times = push_singly(&business).await?;
    report.note(&format!(
        "single pushes: {} on {CONNECTIONS} connections",
        times.len()
    ));
    report.figure(
        "sync.single_push_p99_ms",
        percentile_ms(&mut times, 0.99),
        "ms",
        60.0,
    );
    report.figure("server.rss_mb", memory.peak_mb(), "MB", 128.0);
    Ok(())
}

/// Pushes `mutations` in full batches, one after the other, as a desktop does.
async fn push_all(caller: &Caller, mutations: Vec<Mutation>) -> Result<Duration> {
    let mutations: Vec<PushedMutation> = mutations.into_iter().map(pushed).collect();
    let begin = Instant::now();
    for batch in batches(&mutations)? {
        let answer = caller.try_push(batch).await?.read::<PushAnswer>()?;
        ensure!(
            answer.results.len() == batch.len(),
            "a part of the batch is missing"
        );
        for result in answer.results {
            ensure!(result.outcome == Outcome::Applied, "{:?}", result.outcome);
        }
    }
    Ok(begin.elapsed())
}

/// Batches within the limits of number and bytes.
fn batches(mutations: &[PushedMutation]) -> Result<Vec<&[PushedMutation]>> {
    let longest = mutations
        .iter()
        .map(serde_json::to_vec)
        .collect::<Result<Vec<_>, _>>()?;
    let longest = longest.iter().map(Vec::len).max().unwrap_or(1);
    let fits = (PUSH_BYTES_MAX / (longest + 1)).min(PUSH_MUTATIONS_MAX);
    Ok(mutations.chunks(fits.max(1)).collect())
}

/// Pulls at least ten thousand rows that have changed since `cookie`.
async fn pull_rows(caller: &Caller, cookie: String) -> Result<(usize, Duration)> {
    let (mut cookie, mut rows) = (Some(cookie), 0);
    let begin = Instant::now();
    while rows < CHANGES {
        let page: PullAnswer = caller.pull(cookie).await?.read()?;
        rows += page.rows.len();
        ensure!(page.more || rows >= CHANGES, "only {rows} rows");
        cookie = Some(page.cookie);
    }
    Ok((rows, begin.elapsed()))
}

/// Single pushes on many connections at once; each signed in before the clock runs.
async fn push_singly(business: &Business) -> Result<Vec<Duration>> {
    let mut tasks = Vec::new();
    let start = Arc::new(tokio::sync::Barrier::new(CONNECTIONS));
    for _ in 0..CONNECTIONS {
        let (caller, start) = (business.owner().await?, start.clone());
        tasks.push(tokio::spawn(async move {
            let mut mix = Mix::new(Currency::parse("EUR")?);
            caller.apply(mix.take(20)).await?;
            start.wait().await;
            let mut times = Vec::with_capacity(PUSHES_EACH);
            for mutation in mix.take(PUSHES_EACH) {
                let begin = Instant::now();
                caller.apply(vec![mutation]).await?;
                times.push(begin.elapsed());
            }
            Ok::<_, anyhow::Error>(times)
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    Ok(times)
}

/// Watches the memory of a process.
pub struct Memory {
    peak_kb: Arc<std::sync::atomic::AtomicU64>,
    watcher: tokio::task::JoinHandle<()>,
}

impl Memory {
    /// From now on.
    pub fn watch(pid: u32) -> Self {
        let peak_kb = Arc::new(std::sync::atomic::AtomicU64::new(0));
        let watcher = tokio::spawn({
            let peak_kb = peak_kb.clone();
            async move {
                let mut tick = tokio::time::interval(Duration::from_millis(50));
                loop {
                    tick.tick().await;
                    let kb = resident_kb(pid).unwrap_or(0);
                    peak_kb.fetch_max(kb, std::sync::atomic::Ordering::Relaxed);
                }
            }
        });
        Self { peak_kb, watcher }
    }

    /// The most that it held since.
    pub fn peak_mb(&self) -> f64 {
        self.peak_kb.load(std::sync::atomic::Ordering::Relaxed) as f64 / 1_024.0
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.watcher.abort();
    }
}

fn resident_kb(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
