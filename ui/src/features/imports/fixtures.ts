import type { Fixtures } from '../../transport/fake';
import type { ImportReport, ImportRow, ImportTable } from '../../transport';

const money = (currency: string) => (minor: number) => ({ minor, currency });
const [inr, eur] = [money('INR'), money('EUR')];

export const REPORT: ImportReport = {
  format: 'zoho-invoice',
  files_sha256: 'cd'.repeat(32),
  clients: 20,
  invoices: 392,
  payments: 341,
  known: 3,
  issues: [
    {
      file: 'invoices.csv',
      line: 118,
      refused: true,
      message_key: 'import-invoice-number-twice',
      params: { number: '0117', file: 'invoices.csv', line: '42', column: 'Invoice Number', value: '0117' },
    },
    {
      file: 'invoices.csv',
      line: 64,
      refused: true,
      message_key: 'import-currency-unknown',
      params: { currency: 'XYZ', column: 'Currency', value: 'XYZ' },
    },
    {
      file: 'payments.csv',
      line: 9,
      refused: false,
      message_key: 'import-date-ambiguous',
      params: { date: '03/04/2025', column: 'Payment Date', value: '03/04/2025', read: '2025-04-03' },
    },
  ],
  totals: [
    {
      currency: 'INR',
      source_invoiced: inr(1_234_567_890),
      invoiced: inr(1_234_567_890),
      source_balance: inr(98_765_400),
      balance: inr(98_765_400),
      paid: inr(1_135_802_490),
    },
    {
      currency: 'EUR',
      source_invoiced: eur(4_812_000),
      invoiced: eur(4_811_999),
      source_balance: eur(0),
      balance: eur(0),
      paid: eur(4_811_999),
    },
  ],
  committed: false,
  after: [],
};

const row = (run_id: string, run: Partial<ImportRow['run']>, is_listed: boolean): ImportRow => ({
  run_id,
  is_listed,
  run: {
    source: 'zoho-invoice',
    files_sha256: 'cd'.repeat(32),
    files: ['Contacts.csv', 'Invoice.csv'],
    clients: 20,
    invoices: 392,
    payments: 341,
    at: '2026-03-02T09:30:00Z',
    by: 'Asha Rao',
    ...run,
  },
});

export const MADE: ImportRow[] = [
  row('018f0000-0000-7000-8000-000000000011', {}, true),
  row('018f0000-0000-7000-8000-000000000012', { source: 'wave', files: [], invoices: 12 }, false),
];

export const TABLE: ImportTable = {
  headings: ['Rechnungs-Nr.', 'Kunde', 'Datum', 'Betrag', 'Farbe'],
  rows: [
    ['1001', 'Gasthaus "Zum Bären"', '03.04.2026', '1.234', 'rot'],
    ['1002', 'கவிதா அச்சகம்', '04.04.2026', '56', ''],
  ],
  guess: {
    file: 'rechnungen.xlsx · 2026',
    kind: 'invoices',
    fields: ['invoice_number', 'client_name', 'invoice_date', 'total', null],
    month_first: false,
    decimal_comma: false,
  },
  dates_open: true,
  numbers_open: true,
};

export const fixtures: Fixtures = {
  queries: { imports: () => ({ imports: MADE }) },
  commands: {
    look_at_tables: () => ({ tables: [TABLE] }),
    check_import_undo: () => ({
      clients: 20,
      contacts: 31,
      invoices: 392,
      payments: 341,
      sums: [{ currency: 'INR', invoiced: inr(1_234_567_890), paid: inr(1_135_802_490) }],
      problem: null,
    }),
    take_import_back: () => ({}),
    preview_import: () => REPORT,
    commit_import: () => ({ ...REPORT, committed: true }),
  },
};
