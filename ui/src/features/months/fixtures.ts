import type { Fixtures } from '../../transport/fake';
import { savesFixtures } from '../../transport/saves-fixtures';
import type { MonthSummary } from '../../transport';

const money = (currency: string) => (minor: number) => ({ minor, currency });
const [inr, kwd] = [money('INR'), money('KWD')];

/** A month with nothing left to do. */
export function clearSummary(year: number, month: number): MonthSummary {
  const full = summary(year, month);
  return { ...full, checks: full.checks.map(({ kind }) => ({ kind, count: 0, items: [] })) };
}

function summary(year: number, month: number): MonthSummary {
  const key = `${year}-${String(month).padStart(2, '0')}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    from: `${key}-01`,
    to: `${key}-${last}`,
    totals: [
      {
        currency: 'INR',
        invoices: 21,
        credit_notes: 2,
        taxable_total: inr(123_456_789),
        tax_total: inr(22_222_222),
        total: inr(145_679_011),
        payments: 17,
        received: inr(98_765_400),
      },
      {
        currency: 'KWD',
        invoices: 1,
        credit_notes: 0,
        taxable_total: kwd(1_250_500),
        tax_total: kwd(0),
        total: kwd(1_250_500),
        payments: 0,
        received: kwd(0),
      },
    ],
    checks: [
      {
        kind: 'old_drafts',
        count: 2,
        items: [
          { id: 'draft-1', label: 'कविता क्रिएशन्स' },
          { id: 'draft-2', label: '' },
        ],
      },
      {
        kind: 'unsent_invoices',
        count: 12,
        items: [
          { id: 'invoice-43', label: '2026-0043' },
          { id: 'invoice-44', label: '2026-0044' },
        ],
      },
      {
        kind: 'unallocated_payments',
        count: 1,
        items: [{ id: 'client-2', label: 'முருகன் ஸ்டோர்ஸ்' }],
      },
      { kind: 'number_gaps', count: 0, items: [] },
      { kind: 'pdfs_missing', count: 0, items: [] },
      {
        kind: 'clients_without_tax_id',
        count: 3,
        items: [
          { id: 'client-1', label: 'कविता क्रिएशन्स' },
          { id: 'client-3', label: 'Ŝĉerba Eldonejo' },
          { id: 'client-4', label: 'Karl Weber' },
        ],
      },
    ],
  };
}

export const fixtures: Fixtures = {
  queries: { month: ({ year, month }) => summary(year, month) },
  commands: savesFixtures().commands,
};
