//! Workbooks taken apart, before anything else looks at the files.

use crate::tables::workbook;

/// The files with the sheets of workbooks in their place: under the workbook's name, or where several sheets have
/// something in them, under its name and theirs. A workbook that cannot be read stays as it is; reading it says why.
#[must_use]
pub fn unfolded(files: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    let mut unfolded = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        let sheets = if workbook::is_one(&bytes) {
            workbook::sheets(&bytes).unwrap_or_default()
        } else {
            Vec::new()
        };
        match sheets.as_slice() {
            [] => unfolded.push((name, bytes)),
            [only] => unfolded.push((name, only.text.clone().into_bytes())),
            several => unfolded.extend(several.iter().map(|sheet| {
                (
                    format!("{name} · {}", sheet.name),
                    sheet.text.clone().into_bytes(),
                )
            })),
        }
    }
    unfolded
}
