//! Runs one suite: makes ready what it needs, runs its steps, counts its tests.

use super::counts::{self, Counts};
use super::report::SuiteResult;
use crate::display::Session;
use crate::postgres::Postgres;
use crate::setup::Need;
use crate::suites::{SUITES, Service, Step, Suite};
use crate::workspace::{Profile, Workspace};
use crate::{check, environment, interrupt, processes, setup};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::process::Command;
use std::time::{Duration, Instant};

/// What a person asked of a suite.
pub struct Request {
    /// Names of tests, handed to the test programs.
    names: Vec<String>,
    /// Whether the tests' own prints are shown as they come, also where they pass.
    verbose: bool,
    /// Variables for the tests.
    pub environment: Vec<(&'static str, OsString)>,
}

impl Request {
    /// Everything, at the size it has in CI.
    pub fn in_a_run_of_everything() -> Self {
        Self {
            names: Vec::new(),
            verbose: false,
            environment: Vec::new(),
        }
    }

    /// Tells a suite's own options (`--kills 50`, `--kills=50`) from the names of tests.
    pub fn parse(suite: &Suite, arguments: &[String]) -> Result<Self> {
        let mut request = Self {
            names: Vec::new(),
            verbose: true,
            environment: Vec::new(),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let (flag, attached) = argument
                .split_once('=')
                .map_or((argument.as_str(), None), |(f, v)| (f, Some(v)));
            if let Some(knob) = suite.knobs.iter().find(|knob| knob.flag == flag) {
                let value = attached.or_else(|| rest.next().map(String::as_str));
                let value = value.with_context(|| format!("{flag} needs a value"))?;
                request.environment.push((knob.variable, value.into()));
            } else if argument.starts_with('-') {
                bail!(
                    "the suite {} has no option {flag}; see `cargo xtask test --list`",
                    suite.name
                );
            } else {
                request.names.push(argument.clone());
            }
        }
        Ok(request)
    }
}

/// Runs the suite; whatever goes wrong is in the result.
pub fn run(workspace: &Workspace, suite: &Suite, request: &Request) -> SuiteResult {
    let started = Instant::now();
    let mut result = SuiteResult {
        name: suite.name,
        counts: Counts::default(),
        took: Duration::ZERO,
        trouble: Vec::new(),
    };
    match Runner::ready(workspace, suite, request) {
        Ok(runner) => {
            for step in suite.steps {
                let (counts, trouble) = runner.step(*step);
                result.counts = result.counts.plus(counts);
                result.trouble.extend(trouble);
                if interrupt::noticed() {
                    break;
                }
            }
        }
        Err(error) => {
            result.counts = Counts::one(false);
            result.trouble.push(format!("{error:#}"));
        }
    }
    result.took = started.elapsed();
    result
}

/// A suite with everything standing that it needs; the services end with it.
struct Runner<'a> {
    workspace: &'a Workspace,
    suite: &'a Suite,
    request: &'a Request,
    postgres: Option<Postgres>,
    desktop: Option<Session>,
}

impl<'a> Runner<'a> {
    fn ready(workspace: &'a Workspace, suite: &'a Suite, request: &'a Request) -> Result<Self> {
        setup::satisfy(workspace, suite.needs)?;
        let wants = |service| suite.services.contains(&service);
        if wants(Service::Binaries) {
            build_binaries(workspace, suite)?;
        }
        let postgres = if wants(Service::Postgres) {
            Some(Postgres::start()?)
        } else {
            None
        };
        let desktop = if wants(Service::Desktop) {
            Some(Session::new()?)
        } else {
            None
        };
        Ok(Self {
            workspace,
            suite,
            request,
            postgres,
            desktop,
        })
    }

    /// Runs one step; a step that fails without a failed test, or runs none, counts as one failure.
    fn step(&self, step: Step) -> (Counts, Option<String>) {
        match self.counted(step) {
            Ok((counts, true)) if counts.ran() == 0 => {
                (Counts::one(false), Some(format!("{step}: ran no test")))
            }
            Ok((counts, false)) if counts.failed == 0 => (
                counts.plus(Counts::one(false)),
                Some(format!("{step}: failed outside of its tests, see above")),
            ),
            Ok((counts, _)) if counts.failed > 0 => (counts, Some(format!("{step}: failed"))),
            Ok((counts, _)) => (counts, None),
            Err(error) => (Counts::one(false), Some(format!("{step}: {error:#}"))),
        }
    }

    fn counted(&self, step: Step) -> Result<(Counts, bool)> {
        match step {
            Step::Checks => {
                let counts = check::all(self.workspace)?;
                Ok((
                    Counts {
                        passed: counts.0,
                        failed: counts.1,
                    },
                    counts.1 == 0,
                ))
            }
            Step::Units => self.libtest(&unit_targets(self.workspace)?),
            Step::Package(package) => self.libtest(&package_targets(self.workspace, package)?),
            Step::Whole(target) => self.libtest(&["--test".into(), target.into()]),
            Step::Script(script) => {
                let passed = processes::succeeds(&mut self.workspace.npm(&["run", "--silent", script]))?;
                Ok((Counts::one(passed), passed))
            }
            Step::Vitest(script) => {
                let mut npm = self.workspace.npm(&["run", "--silent", script, "--"]);
                npm.args(&self.request.names);
                self.stream(npm, counts::vitest)
            }
        }
    }

    fn libtest(&self, targets: &[String]) -> Result<(Counts, bool)> {
        let mut cargo = self
            .workspace
            .cargo(["test", "--quiet", "--workspace", "--no-fail-fast"]);
        cargo.args(targets).arg("--").args(&self.request.names);
        if self.request.verbose {
            cargo.arg("--nocapture");
        }
        self.tell(&mut cargo)?;
        match &self.desktop {
            Some(session) => self.stream(session.wrap(&cargo), counts::libtest),
            None => self.stream(cargo, counts::libtest),
        }
    }

    /// Passes the output on and adds up the counts in it.
    fn stream(&self, mut command: Command, read: fn(&str) -> Option<Counts>) -> Result<(Counts, bool)> {
        let mut sum = Counts::default();
        let limit = Duration::from_secs(self.suite.minutes_max * 60);
        let status = processes::stream(&mut command, limit, |line| {
            println!("{line}");
            sum = sum.plus(read(line).unwrap_or_default());
        })?;
        Ok((sum, status.success()))
    }

    /// Sets the variables that tell the tests what stands ready.
    fn tell(&self, cargo: &mut Command) -> Result<()> {
        let artifacts = self
            .workspace
            .target(&format!("test-artifacts/{}", self.suite.name));
        std::fs::create_dir_all(&artifacts)
            .with_context(|| format!("cannot make {}", artifacts.display()))?;
        cargo.env(environment::ARTIFACTS, artifacts);
        if self.suite.services.contains(&Service::Binaries) {
            cargo.env(environment::APP, self.workspace.binary(Profile::Debug, "folio"));
            cargo.env(
                environment::SERVER,
                self.workspace.binary(Profile::Debug, "folio-server"),
            );
        }
        if self.suite.needs.contains(&Need::BookPrograms) {
            let folder = setup::books::BEANCOUNT.folder(self.workspace);
            cargo.env(environment::BEANCOUNT, folder);
        }
        if self.suite.needs.contains(&Need::EinvoiceReaders) {
            let folder = setup::einvoices::READERS.folder(self.workspace);
            cargo.env(environment::EINVOICE_READERS, folder);
        }
        if let Some(postgres) = &self.postgres {
            cargo.env(environment::POSTGRES_URL, postgres.url());
        }
        for knob in self.suite.knobs {
            cargo.env(knob.variable, knob.in_ci);
        }
        cargo.envs(self.request.environment.iter().map(|(name, value)| (name, value)));
        Ok(())
    }
}

/// The binaries, together with the suite's tests: only then do both share one set of features and one build.
fn build_binaries(workspace: &Workspace, suite: &Suite) -> Result<()> {
    let mut build = workspace.cargo(["build", "--quiet", "--workspace", "--bins"]);
    for step in suite.steps {
        if let Step::Whole(target) = step {
            build.args(["--test", target]);
        }
    }
    processes::run(&mut build)
}

/// All unit tests, and the integration tests of crates that have no suite of their own.
fn unit_targets(workspace: &Workspace) -> Result<Vec<String>> {
    let mut targets = vec!["--lib".to_owned(), "--bins".to_owned()];
    for package in workspace.metadata()?.packages {
        let name = package.name.as_str();
        if name != "folio-tests" && !has_a_suite(name) {
            targets.extend(integration_tests(&package).flat_map(|target| ["--test".to_owned(), target]));
        }
    }
    Ok(targets)
}

fn package_targets(workspace: &Workspace, name: &str) -> Result<Vec<String>> {
    let metadata = workspace.metadata()?;
    let package = metadata
        .packages
        .iter()
        .find(|package| package.name.as_str() == name);
    let package = package.with_context(|| format!("there is no crate {name}"))?;
    let targets: Vec<_> = integration_tests(package)
        .flat_map(|target| ["--test".to_owned(), target])
        .collect();
    if targets.is_empty() {
        bail!("{name} has no integration tests");
    }
    Ok(targets)
}

fn has_a_suite(package: &str) -> bool {
    SUITES
        .iter()
        .flat_map(|suite| suite.steps)
        .any(|step| matches!(step, Step::Package(name) if *name == package))
}

fn integration_tests(package: &cargo_metadata::Package) -> impl Iterator<Item = String> {
    package
        .targets
        .iter()
        .filter(|target| target.is_test())
        .map(|target| target.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(suite: &str, words: &str) -> Result<Request> {
        let suite = SUITES.iter().find(|candidate| candidate.name == suite).unwrap();
        Request::parse(
            suite,
            &words.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn options_become_variables_and_the_rest_names() {
        for words in ["--kills 50 storm", "storm --kills=50"] {
            let request = parse("faults", words).unwrap();
            assert_eq!(request.environment, [(environment::KILLS, OsString::from("50"))]);
            assert_eq!(request.names, ["storm"]);
        }
    }

    #[test]
    fn an_option_that_the_suite_does_not_have_is_refused() {
        assert!(parse("unit", "--kills 50").is_err());
        assert!(parse("faults", "--kills").is_err());
    }
}
