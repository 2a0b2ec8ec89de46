//! Tables: column widths from their content, rows as fragments that are never torn.

use crate::layout::model::{Align, Cell, Header, Ink, Row, Rule, Table, Text, Width};
use crate::layout::pages::{Fill, Item, Mark, NodeId, Shape, Tag};
use crate::layout::setter::{Area, Fragment, SetText, Setter, rule, strong_rule};

/// A title wider than this wraps rather than widen its column.
const TITLE_WIDTH: f32 = 62.0;
/// What a table with a header leaves at least for the columns that share.
const SHARE_LEAST: f32 = 0.3;
/// How small a table's letters may become to make room for long amounts.
const SCALE_LEAST: f32 = 0.7;
/// How far a filled header reaches beyond its letters.
const HEADER_REACH: f32 = 6.0;

/// A table as fragments.
pub(super) struct SetTable {
    pub(super) header: Option<Fragment>,
    /// The header as decoration, for the pages after its first.
    pub(super) repeated_header: Option<Fragment>,
    pub(super) rows: Vec<Fragment>,
}

struct Grid {
    widths: Vec<f32>,
    scale: f32,
    /// By column, the cells as they were set to measure them, where that is how they stay.
    measured: Vec<Option<std::vec::IntoIter<Vec<SetText>>>>,
}

struct SetRow {
    cells: Vec<Vec<SetText>>,
}

impl Setter<'_> {
    /// The table in one piece, its closing blocks below.
    pub(super) fn whole_table(&mut self, table: &Table, width: f32, parent: NodeId) -> Fragment {
        let set = self.table(table, width, parent);
        let mut whole = set.header.unwrap_or_default();
        for row in set.rows {
            whole.stack(row);
        }
        whole.stack(self.stack(&table.closing, width, parent));
        whole
    }

    pub(super) fn table(&mut self, table: &Table, width: f32, parent: NodeId) -> SetTable {
        let mut grid = self.grid(table, width);
        let node = self.node(Tag::Table, parent);
        let titles = titles(table);
        let mut header = None;
        let mut repeated_header = None;
        if let Some(row) = &titles {
            let set = self.set_titles(row, &grid);
            let tagged = self.row(table, row, set, &grid, Some((node, Tag::ColumnTh)));
            let set = self.set_titles(row, &grid);
            let repeated = self.row(table, row, set, &grid, None);
            repeated_header = Some(set_off(repeated, table.header, width));
            header = Some(set_off(tagged, table.header, width));
        }
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let set = self.set_row(row, &mut grid);
            rows.push(self.row(table, row, set, &grid, Some((node, Tag::Td))));
        }
        SetTable {
            header,
            repeated_header,
            rows,
        }
    }

    /// Column widths: first what fits its content, then the shares of what is left.
    fn grid(&mut self, table: &Table, width: f32) -> Grid {
        let has_header = table.columns.iter().any(|column| column.title.is_some());
        let mut natural = Vec::new();
        let mut measured = Vec::new();
        for (index, column) in table.columns.iter().enumerate() {
            let (width, cells) = match column.width {
                Width::Fit => self.natural(table, index),
                Width::Share(_) => (0.0, Vec::new()),
            };
            natural.push(width);
            measured.push((column.width == Width::Fit).then(|| cells.into_iter()));
        }
        let gutters = table.gutter * table.columns.len().saturating_sub(1) as f32;
        let fitted: f32 = natural.iter().sum();
        let shares: f32 = table.columns.iter().map(|column| share(column.width)).sum();
        let least = if shares > 0.0 { width * SHARE_LEAST } else { 0.0 };
        let room = (width - gutters - least).max(1.0);
        let squeeze = if fitted > room { room / fitted } else { 1.0 };
        let scale = if has_header { squeeze.max(SCALE_LEAST) } else { 1.0 };
        let left = width - gutters - fitted * squeeze;
        let widths = table
            .columns
            .iter()
            .zip(natural)
            .map(|(column, natural)| match column.width {
                Width::Fit => natural * squeeze,
                Width::Share(_) => left * share(column.width) / shares,
            });
        if squeeze < 1.0 {
            measured.fill_with(|| None);
        }
        Grid {
            widths: widths.collect(),
            scale,
            measured,
        }
    }

    /// The width that column `index` wants, and its cells set without a break.
    fn natural(&mut self, table: &Table, index: usize) -> (f32, Vec<Vec<SetText>>) {
        let mut widest = 0.0_f32;
        if let Some(title) = table.columns.get(index).and_then(|column| column.title.as_ref()) {
            widest = self.set(title, f32::INFINITY, 1.0).width().min(TITLE_WIDTH);
        }
        let mut cells = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let texts = row.cells.get(index).map_or(&[][..], |cell| &cell.texts);
            let set: Vec<SetText> = texts
                .iter()
                .map(|text| self.set(text, f32::INFINITY, 1.0))
                .collect();
            widest = set.iter().map(SetText::width).fold(widest, f32::max);
            cells.push(set);
        }
        // A hair more, or rounding would break what just fits.
        (widest + 0.1, cells)
    }

    fn set_titles(&mut self, titles: &Row, grid: &Grid) -> SetRow {
        let cells = titles.cells.iter().zip(&grid.widths);
        let cells = cells.map(|(cell, width)| self.set_cell(cell, *width, grid.scale));
        SetRow {
            cells: cells.collect(),
        }
    }

    fn set_row(&mut self, row: &Row, grid: &mut Grid) -> SetRow {
        let mut cells = Vec::with_capacity(row.cells.len());
        for ((cell, width), measured) in row.cells.iter().zip(&grid.widths).zip(&mut grid.measured) {
            cells.push(match measured.as_mut().and_then(Iterator::next) {
                Some(set) => set,
                None => self.set_cell(cell, *width, grid.scale),
            });
        }
        SetRow { cells }
    }

    fn set_cell(&mut self, cell: &Cell, width: f32, scale: f32) -> Vec<SetText> {
        cell.texts
            .iter()
            .map(|text| self.set(text, width, scale))
            .collect()
    }

    /// One row as a fragment; without a parent it is decoration.
    fn row(
        &mut self,
        table: &Table,
        row: &Row,
        set: SetRow,
        grid: &Grid,
        parent: Option<(NodeId, Tag)>,
    ) -> Fragment {
        let tr = parent.map(|(node, tag)| (self.node(Tag::Tr, node), tag));
        let mut fragment = Fragment::default();
        let padding = table.row_padding * self.squeeze;
        let mut height = 0.0_f32;
        let mut x = 0.0;
        // Cells share their baselines, so one tall script makes the row tall.
        let is_tall = self.is_tall || set.cells.iter().flatten().any(SetText::is_tall);
        for (index, (texts, width)) in set.cells.into_iter().zip(&grid.widths).enumerate() {
            let cell_node = tr.map(|(tr, tag)| {
                let tag = if index == 0 && table.has_row_titles && tag == Tag::Td {
                    Tag::RowTh
                } else {
                    tag
                };
                self.node(tag, tr)
            });
            let align = table
                .columns
                .get(index)
                .map_or(Align::Start, |column| column.align);
            let mut area = Area {
                x,
                y: padding,
                width: *width,
                align,
                is_tall,
            };
            let source = row.cells.get(index).map_or(&[][..], |cell| &cell.texts);
            for (text, set) in source.iter().zip(texts) {
                let mark = self.cell_mark(cell_node, source.len(), text, &set);
                area.y = self.put(set, area, mark, &mut fragment);
            }
            height = height.max(area.y);
            x += width + table.gutter;
        }
        fragment.height = height + padding;
        fragment.items.extend(row_rule(row.rule, x - table.gutter));
        fragment
    }

    /// A cell's only text is the cell's content; several are paragraphs in it.
    fn cell_mark(&mut self, cell: Option<NodeId>, texts: usize, text: &Text, set: &SetText) -> Mark {
        let Some(cell) = cell else { return Mark::Artifact };
        let node = if texts > 1 { self.node(Tag::P, cell) } else { cell };
        self.note_letters(node, text, set);
        Mark::Content(node)
    }
}

fn share(width: Width) -> f32 {
    match width {
        Width::Fit => 0.0,
        Width::Share(share) => share,
    }
}

fn titles(table: &Table) -> Option<Row> {
    table
        .columns
        .iter()
        .any(|column| column.title.is_some())
        .then(|| Row {
            cells: table
                .columns
                .iter()
                .map(|column| Cell {
                    texts: column
                        .title
                        .iter()
                        .map(|title| of_header(title, table.header))
                        .collect(),
                })
                .collect(),
            rule: Rule::None,
        })
}

/// A title in the ink that its header has.
fn of_header(title: &Text, header: Header) -> Text {
    let ink = match header {
        Header::Plain => title.style.ink,
        Header::Ruled => Ink::Strong,
        Header::Filled => Ink::OnAccent,
    };
    Text {
        style: title.style.ink(ink),
        ..title.clone()
    }
}

/// The header's row with its lines, or on its ground.
fn set_off(mut row: Fragment, header: Header, width: f32) -> Fragment {
    match header {
        Header::Plain => {}
        Header::Ruled => {
            let mut below = strong_rule(width);
            below.y = row.height;
            row.items.extend([strong_rule(width), below]);
        }
        // The ground comes first, the letters stand on it.
        Header::Filled => {
            let ground = filled(-HEADER_REACH, width + 2.0 * HEADER_REACH, row.height);
            row.items.insert(0, ground);
        }
    }
    row
}

fn filled(x: f32, width: f32, height: f32) -> Item {
    let shape = Shape::Fill {
        width,
        height,
        fill: Fill::Accent,
    };
    Item {
        x,
        y: 0.0,
        shape,
        mark: Mark::Artifact,
    }
}

fn row_rule(kind: Rule, width: f32) -> Option<Item> {
    match kind {
        Rule::None => None,
        Rule::Hair => Some(rule(0.0, width)),
        Rule::Strong => Some(strong_rule(width)),
        Rule::Accent => Some(filled(0.0, width, 1.6)),
    }
}
