import type { ImportTable, TableMapping } from '../../transport';

/** How a table's columns were said to be, remembered on this device by its headings. */
const KEY = 'folio.import-mappings';
/** So many are remembered; the one used longest ago goes first. */
const KEPT_MAX = 50;

type Remembered = Pick<TableMapping, 'kind' | 'fields' | 'month_first' | 'decimal_comma'>;

function remembered(): Record<string, Remembered> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored ? (stored as Record<string, Remembered>) : {};
  } catch {
    // What cannot be read is as good as nothing: the headings are guessed from again.
    return {};
  }
}

const keyOf = (table: ImportTable) => JSON.stringify(table.headings);

/** The mapping to begin with, and whether a person said it before. */
export function startOf(table: ImportTable): { mapping: TableMapping; known: boolean } {
  const said = remembered()[keyOf(table)];
  if (!said || said.fields.length !== table.headings.length) {
    return { mapping: { ...table.guess, month_first: null, decimal_comma: null }, known: false };
  }
  return { mapping: { ...said, file: table.guess.file }, known: true };
}

/** Remembers what a person said. */
export function remember(tables: readonly ImportTable[], mappings: readonly TableMapping[]): void {
  const all = new Map(Object.entries(remembered()));
  for (const [nth, table] of tables.entries()) {
    const mapping = mappings[nth];
    if (!mapping) continue;
    const { kind, fields, month_first, decimal_comma } = mapping;
    all.delete(keyOf(table));
    all.set(keyOf(table), { kind, fields, month_first, decimal_comma });
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries([...all].slice(-KEPT_MAX))));
  } catch {
    // A full or closed storage costs the memory alone; the import goes on.
  }
}
