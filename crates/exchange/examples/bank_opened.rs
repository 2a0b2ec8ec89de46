//! Writes what the screens' tests show of bank statements: `bank_opened > ui/src/features/bank/sample.json`, then
//! `npx prettier --write` on it.

use std::io::Write as _;

use folio_exchange::bank::sample::sample_opened;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = serde_json::to_string_pretty(&sample_opened())?;
    writeln!(std::io::stdout(), "{text}")?;
    Ok(())
}
