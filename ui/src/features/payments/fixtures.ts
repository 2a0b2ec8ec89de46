import type { PaymentMethod, PaymentRow } from '../../transport';
import type { Fixtures } from '../../transport/fake';

type Sample = [
  id: string,
  client: string,
  name: string,
  day: string,
  minor: number,
  method: PaymentMethod,
  number: string,
  credit: number,
];

const SAMPLES: readonly Sample[] = [
  ['payment-2', 'client-2', 'Mehta & Sons', '2026-02-10', 23_600_000, 'bank_transfer', '2026-0039', 0],
  ['payment-1', 'client-2', 'Mehta & Sons', '2026-01-26', 10_000_000, 'upi', '2026-0038', 560_000],
  ['payment-0', 'client-3', 'தமிழ்ச்செல்வி அச்சகம்', '2026-01-20', 472_000, 'cash', '2026-0031', 0],
];
const inr = (minor: number) => ({ minor, currency: 'INR' });

const rows: readonly PaymentRow[] = SAMPLES.map(
  ([payment_id, client_id, client_name, day, minor, method, number, credit]) => ({
    payment_id,
    payment: {
      client_id,
      received_on: day,
      amount: inr(minor),
      method,
      reference: method === 'bank_transfer' ? 'NEFT 88121' : '',
      reverses: null,
      sets_off: null,
      reason: '',
      source: null,
      recorded_at: `${day}T06:00:00Z`,
      recorded_by: 'Asha Verma',
    },
    client_name,
    paid: [{ invoice_id: 'invoice-4', number, amount: inr(minor) }],
    unallocated: inr(credit),
    reversed: payment_id === 'payment-0',
  }),
);

export const fixtures: Fixtures = {
  queries: {
    payments: ({ client_id }) => ({
      rows: rows.filter(({ payment }) => client_id === null || payment.client_id === client_id),
      next: null,
    }),
  },
  commands: { save_receipt: ({ payment_id }) => ({ file_name: `Receipt ${payment_id}.pdf` }) },
};
