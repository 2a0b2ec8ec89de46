//! Papers as other people's tools read them.

#![allow(dead_code, reason = "each user of this module reads in some of these ways")]

use std::process::{Command, Output};

use folio_paper::{Block, Cell};

/// Runs `program` on the file `pdf`, its path put where `{}` stands.
pub fn run(pdf: &[u8], program: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let path = path.to_str().unwrap();
    let arguments = arguments.iter().map(|argument| argument.replace("{}", path));
    let output = Command::new(program).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{program}: {error}; `cargo xtask setup` installs it"))
}

pub fn text(pdf: &[u8], arguments: &[&str]) -> String {
    let output = run(pdf, "pdftotext", &[arguments, &["{}", "-"]].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

pub fn pages(pdf: &[u8]) -> Vec<String> {
    let text = text(pdf, &["-layout"]);
    text.trim_end_matches('\u{C}')
        .split('\u{C}')
        .map(str::to_owned)
        .collect()
}

pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of the blocks.
pub fn said(blocks: &[Block]) -> Vec<String> {
    let in_cell =
        |cell: &Cell| -> Vec<String> { cell.texts.iter().map(|text| text.content.clone()).collect() };
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => all.push(paragraph.text.content.clone()),
            Block::Columns(columns) => {
                all.extend(columns.columns.iter().flat_map(|column| said(&column.blocks)));
            }
            Block::Table(table) => {
                let titles = table.columns.iter().flat_map(|column| &column.title);
                all.extend(titles.map(|title| title.content.clone()));
                all.extend(table.rows.iter().flat_map(|row| &row.cells).flat_map(in_cell));
                all.extend(said(&table.closing));
            }
            Block::Together(inside) | Block::Band(inside) => all.extend(said(inside)),
            Block::Figure(_) | Block::Logo(_) | Block::Gap(_) | Block::Rule | Block::StrongRule => {}
        }
    }
    all
}
