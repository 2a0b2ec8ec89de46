//! Figures and how they are printed.

use std::time::Duration;

use serde::Serialize;

/// A measured figure; lower is better for all of them.
#[derive(Serialize)]
struct Figure<'a> {
    name: &'a str,
    value: f64,
    unit: &'a str,
    goal: Option<f64>,
}

/// Prints the figures that were asked for.
pub struct Report {
    prefix: String,
}

impl Report {
    /// Figures whose name begins with `prefix`; all when there is none.
    pub fn new(prefix: Option<String>) -> Self {
        Self {
            prefix: prefix.unwrap_or_default(),
        }
    }

    /// Whether a figure that begins with `start` may be asked for.
    pub fn wants(&self, start: &str) -> bool {
        self.prefix.starts_with(start) || start.starts_with(&self.prefix)
    }

    /// Prints a figure with what it should not exceed.
    pub fn figure(&self, name: &str, value: f64, unit: &str, goal: f64) {
        self.print(name, value, unit, Some(goal));
    }

    /// Prints a figure that has no goal.
    pub fn measured(&self, name: &str, value: f64, unit: &str) {
        self.print(name, value, unit, None);
    }

    fn print(&self, name: &str, value: f64, unit: &str, goal: Option<f64>) {
        if !name.starts_with(&self.prefix) {
            return;
        }
        let value = (value * 1_000.0).round() / 1_000.0;
        let figure = Figure {
            name,
            value,
            unit,
            goal,
        };
        match serde_json::to_string(&figure) {
            Ok(line) => println!("{line}"),
            Err(error) => println!("{name}: {error}"),
        }
    }

    /// Says how a figure came about.
    pub fn note(&self, text: &str) {
        println!("{text}");
    }
}

/// The value below which `share` of `times` lie, in milliseconds.
pub fn percentile_ms(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    // A share of a count: both fit a double.
    let index = ((last as f64) * share).round() as usize;
    times
        .get(index)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
}
