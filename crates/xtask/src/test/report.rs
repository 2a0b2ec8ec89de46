//! What a person reads at the end of a run, and the list of suites.

use super::counts::Counts;
use crate::suites::Suite;
use std::fmt::Write;
use std::time::Duration;

/// How a suite went.
pub struct SuiteResult {
    pub name: &'static str,
    pub counts: Counts,
    pub took: Duration,
    /// Why it failed, where the tests' own output does not say so.
    pub trouble: Vec<String>,
}

/// A line per suite, what went wrong, and the sum as the last line.
pub fn table(results: &[SuiteResult]) -> String {
    let mut text = format!("{:<12}{:>8}{:>8}{:>10}\n", "suite", "passed", "failed", "seconds");
    let mut sum = Counts::default();
    for SuiteResult {
        name, counts, took, ..
    } in results
    {
        sum = sum.plus(*counts);
        push(
            &mut text,
            format_args!(
                "{name:<12}{:>8}{:>8}{:>10.1}\n",
                counts.passed,
                counts.failed,
                took.as_secs_f64()
            ),
        );
    }
    for (name, trouble) in results
        .iter()
        .flat_map(|result| result.trouble.iter().map(|line| (result.name, line)))
    {
        push(&mut text, format_args!("{name}: {trouble}\n"));
    }
    push(
        &mut text,
        format_args!("{} passed, {} failed", sum.passed, sum.failed),
    );
    text
}

/// Every suite with its options.
pub fn list(suites: &[Suite]) -> String {
    let mut text = String::new();
    for suite in suites {
        push(&mut text, format_args!("{:<12}{}\n", suite.name, suite.about));
        for knob in suite.knobs {
            push(
                &mut text,
                format_args!(
                    "{:<12}  {} N: {} (in CI: {})\n",
                    "", knob.flag, knob.about, knob.in_ci
                ),
            );
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn push(text: &mut String, line: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_sum() {
        let result = |name, passed, failed, trouble: &[&str]| SuiteResult {
            name,
            counts: Counts { passed, failed },
            took: Duration::from_millis(1500),
            trouble: trouble.iter().map(|line| (*line).to_owned()).collect(),
        };
        let text = table(&[
            result("unit", 10, 0, &[]),
            result("ui", 2, 1, &["npm run test ran no test"]),
        ]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.last(), Some(&"12 passed, 1 failed"));
        assert!(
            lines[1].starts_with("unit") && lines[1].ends_with("1.5"),
            "{text}"
        );
        assert!(lines.contains(&"ui: npm run test ran no test"));
    }
}
