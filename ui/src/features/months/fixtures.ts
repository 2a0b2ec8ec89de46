import type { Fixtures } from '../../transport/fake';
import type { MonthSummary } from '../../transport';

const money = (currency: string) => (minor: number) => ({ minor, currency });
const [inr, kwd] = [money('INR'), money('KWD')];

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
        taxable_total: inr(123_456_789),
        tax_total: inr(22_222_222),
        total: inr(145_679_011),
        payments: 17,
        received: inr(98_765_400),
      },
      {
        currency: 'KWD',
        invoices: 1,
        taxable_total: kwd(1_250_500),
        tax_total: kwd(0),
        total: kwd(1_250_500),
        payments: 0,
        received: kwd(0),
      },
    ],
    checks: [
      { kind: 'unallocated_payments', count: 1, examples: ['முருகன் ஸ்டோர்ஸ், ₹5,000.00'] },
      { kind: 'number_gaps', count: 0, examples: [] },
      { kind: 'unsent_invoices', count: 2, examples: ['2026-0043', '2026-0044'] },
      { kind: 'pdfs_missing', count: 0, examples: [] },
      {
        kind: 'clients_without_tax_id',
        count: 3,
        examples: ['कविता क्रिएशन्स', 'Ŝĉerba Eldonejo', 'Karl Weber'],
      },
    ],
  };
}

export const fixtures: Fixtures = {
  queries: { month: ({ year, month }) => summary(year, month) },
  commands: {
    save_month_pack: ({ year, month }) => ({
      file_name: `Verma-${year}-${String(month).padStart(2, '0')}.zip`,
    }),
  },
};
