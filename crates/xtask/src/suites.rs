//! The suites, as data: a suite is added here and nowhere else (and described in `docs/testing.md`).

use crate::environment;
use crate::setup::Need;

/// The whole-system test that `run --headless-check` runs by itself, against a server that it starts.
pub const HEADLESS_CHECK: &str = "headless_check";

/// A set of tests that is run, counted and timed together.
pub struct Suite {
    /// How it is called on the command line.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub about: &'static str,
    /// What is run, one after another, going on after a failure.
    pub steps: &'static [Step],
    /// What has to be installed or built before.
    pub needs: &'static [Need],
    /// What has to run beside it.
    pub services: &'static [Service],
    /// Options that make it larger than in CI.
    pub knobs: &'static [Knob],
    /// When a step is taken for hung and ended.
    pub minutes_max: u64,
}

/// One thing to run, and how its tests are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Every check of `cargo xtask check`; each counts as one test.
    Checks,
    /// Unit tests of all crates, and the integration tests of those that no other suite names.
    Units,
    /// The integration tests of one crate.
    Package(&'static str),
    /// One integration test file of the whole-system crate.
    Whole(&'static str),
    /// A script of `ui/package.json` that passes or fails as one.
    Script(&'static str),
    /// A script of `ui/package.json` whose tests vitest counts.
    Vitest(&'static str),
}

/// Something that runs beside a suite and that its tests are told of through `environment`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// An empty PostgreSQL.
    Postgres,
    /// A screen, a message bus and an unlocked keyring in a fresh home.
    Desktop,
    /// The binaries `folio` and `folio-server`, freshly built.
    Binaries,
}

/// An option of a suite, which reaches its tests as an environment variable.
pub struct Knob {
    /// Such as `--kills`; its value follows.
    pub flag: &'static str,
    /// The variable that carries it.
    pub variable: &'static str,
    /// Its value in a run of everything.
    pub in_ci: &'static str,
    /// What it turns.
    pub about: &'static str,
}

impl std::fmt::Display for Step {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Checks => to.write_str("cargo xtask check"),
            Self::Units => to.write_str("unit tests"),
            Self::Package(package) => write!(to, "integration tests of {package}"),
            Self::Whole(target) => write!(to, "tests/tests/{target}.rs"),
            Self::Script(script) | Self::Vitest(script) => write!(to, "npm run {script}"),
        }
    }
}

impl Suite {
    /// Whether one of its steps is this file of the whole-system crate.
    pub fn runs_whole(&self, target: &str) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step, Step::Whole(name) if *name == target))
    }
}

const COMPILED: &[Need] = &[Need::BuildPackages, Need::Modules, Need::Screens];
const WITH_PROGRAMS: &[Need] = &[
    Need::BuildPackages,
    Need::TestPackages,
    Need::Modules,
    Need::Screens,
];
const WITH_WINDOW: &[Need] = &[
    Need::BuildPackages,
    Need::TestPackages,
    Need::Modules,
    Need::Screens,
    Need::TauriDriver,
];

/// What most whole-system suites share.
const WHOLE: Suite = Suite {
    name: "",
    about: "",
    steps: &[],
    needs: COMPILED,
    services: &[Service::Binaries],
    knobs: &[],
    minutes_max: 30,
};

/// Every suite, in the order in which a run of everything takes them: what fails fast comes first.
pub const SUITES: &[Suite] = &[
    Suite {
        name: "check",
        about: "format, lints, layers, sizes, circles, words of every language",
        steps: &[Step::Checks],
        needs: &[Need::BuildPackages, Need::Lints, Need::Modules, Need::Screens],
        services: &[],
        ..WHOLE
    },
    Suite {
        name: "unit",
        about: "the rules and parts of every crate",
        steps: &[Step::Units],
        services: &[],
        ..WHOLE
    },
    Suite {
        name: "ui",
        about: "types, lints and size of the screens; their parts in node and in Chromium",
        steps: &[
            Step::Script("check"),
            Step::Script("lint"),
            Step::Script("budget"),
            Step::Vitest("test"),
            Step::Vitest("test:browser"),
        ],
        needs: &[Need::TestPackages, Need::Modules, Need::Screens],
        services: &[],
        ..WHOLE
    },
    Suite {
        name: "store",
        about: "one contract, on SQLite and on PostgreSQL",
        steps: &[Step::Package("folio-store")],
        needs: WITH_PROGRAMS,
        services: &[Service::Postgres],
        ..WHOLE
    },
    Suite {
        name: "policy",
        about: "every route and mutation, tried by everyone who could",
        steps: &[Step::Whole("policy")],
        services: &[],
        ..WHOLE
    },
    Suite {
        name: "faults",
        about: "the server and a desktop killed in a storm of changes; a judge counts what was acknowledged",
        steps: &[Step::Whole("faults")],
        knobs: &[Knob {
            flag: "--kills",
            variable: environment::KILLS,
            in_ci: "10",
            about: "how often the server is killed",
        }],
        ..WHOLE
    },
    Suite {
        name: "isolation",
        about: "no byte of one client in any answer to, or file of, another",
        steps: &[Step::Whole("isolation")],
        ..WHOLE
    },
    Suite {
        name: "restore",
        about: "a backup, or an export of everything, brought back on an empty machine",
        steps: &[Step::Whole("restore"), Step::Whole("leaving")],
        needs: WITH_PROGRAMS,
        services: &[Service::Binaries, Service::Postgres],
        ..WHOLE
    },
    Suite {
        name: "paper",
        about: "invoices in four languages, read back from their PDFs",
        steps: &[Step::Package("folio-paper")],
        needs: WITH_PROGRAMS,
        services: &[],
        ..WHOLE
    },
    Suite {
        name: "import",
        about: "a hostile file of another tool: dry run, commit, once more, and taken back",
        steps: &[Step::Whole("import"), Step::Whole("import_undo")],
        needs: WITH_PROGRAMS,
        services: &[Service::Postgres],
        ..WHOLE
    },
    Suite {
        name: "books",
        about: "a month's pack, read by beancount, ledger and hledger; and a trail held against an earlier pack",
        steps: &[Step::Package("folio-exchange"), Step::Whole("trail")],
        needs: &[
            Need::BuildPackages,
            Need::Modules,
            Need::Screens,
            Need::BookPrograms,
        ],
        knobs: &[Knob {
            flag: "--months",
            variable: environment::MONTHS,
            in_ci: "12",
            about: "how many made-up months the programs read",
        }],
        ..WHOLE
    },
    Suite {
        name: "einvoice",
        about: "e-invoices and payment codes, judged by the published validations and read by other people's readers",
        steps: &[Step::Whole("einvoice")],
        needs: &[
            Need::BuildPackages,
            Need::TestPackages,
            Need::Modules,
            Need::Screens,
            Need::EinvoiceReaders,
        ],
        services: &[],
        knobs: &[Knob {
            flag: "--damaged",
            variable: environment::DAMAGED,
            in_ci: "1200",
            about: "how many damaged e-invoices both sides judge",
        }],
        ..WHOLE
    },
    Suite {
        name: "window",
        about: "the whole job through the real desktop window and a real browser",
        steps: &[Step::Whole("window")],
        needs: WITH_WINDOW,
        services: &[Service::Desktop, Service::Binaries],
        ..WHOLE
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_suites_share_a_name() {
        let mut names: Vec<_> = SUITES.iter().map(|suite| suite.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), SUITES.len());
    }

    #[test]
    fn the_page_on_testing_has_a_row_for_each() {
        let page = include_str!("../../../docs/testing.md");
        for suite in SUITES {
            assert!(
                page.contains(&format!("| `{}` |", suite.name)),
                "docs/testing.md does not name {}",
                suite.name
            );
        }
    }
}
