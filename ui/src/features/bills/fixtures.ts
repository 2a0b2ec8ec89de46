import type { Fixtures } from '../../transport/fake';
import type { Bill, BillAmount, BillParty, BillRate } from '../../transport';

const eur = (minor: number, value: string): BillAmount => ({ money: { minor, currency: 'EUR' }, value });
const plain = (message_key: string, params: Record<string, string> = {}) => ({ message_key, params });
const nineteen: BillRate = { kind: plain('bills-tax-standard'), percent: '19' };
const person = (name: string, city: string, country: string): BillParty => ({
  name,
  trading_name: '',
  street: 'Hafenweg 3\nHinterhaus',
  postal_code: '53111',
  city,
  region: '',
  country,
  tax_id: `${country}123456789`,
  contact: 'Anna Berger',
  phone: '+49 228 1234',
  email: 'post@example.test',
});

/** A bill with something of everything. */
export const BILL: Bill = {
  file_name: 'rechnung-2026-117.pdf',
  verdict: 'breaks_rules',
  unreadable: null,
  written_as: 'EN 16931, CII',
  inside: 'factur-x.xml',
  findings: [
    {
      text: plain('bills-rule-sums'),
      area: plain('bills-at-totals'),
      rule: 'BR-CO-16',
      place: 'BG-22/BT-115',
      words: 'Amount due for payment = Invoice total amount with VAT - Paid amount + Rounding amount.',
    },
    {
      text: plain('bills-rule-line'),
      area: plain('bills-at-line', { line: '2' }),
      rule: 'BR-25',
      place: 'BG-25[1]/BT-153',
      words: 'Each Invoice line shall contain the Item name.',
    },
  ],
  remarks: [
    {
      text: plain('bills-rule-reference'),
      area: null,
      rule: 'BR-DE-15',
      place: 'BT-10',
      words: 'The buyer reference shall be given.',
    },
  ],
  content: {
    credit_note: false,
    number: '2026-117',
    currency: 'EUR',
    issue_date: '2026-03-01',
    due_date: '2026-03-31',
    delivered_on: '2026-02-27',
    period_from: '2026-02-01',
    period_to: '2026-02-28',
    buyer_reference: 'PO 4711',
    references: [{ kind: plain('bills-reference-invoice'), number: '2026-101', date: '2026-02-01' }],
    seller: person('Papier & Söhne GmbH', 'Bonn', 'DE'),
    buyer: person('Verma Print Works', 'Lyon', 'FR'),
    payee: '',
    notes: ['Many thanks.\nThe paper is from sustainable forests.'],
    lines: [
      {
        id: '1',
        name: 'Offset paper 120 g, 70 × 100 cm',
        description: 'White, wood-free',
        article: 'P-120-70',
        quantity: '2.5',
        unit: plain('bills-unit-kilograms'),
        price: '33.333',
        price_for: null,
        reductions: [{ charge: false, reason: 'Loyalty', amount: eur(333, '3.33') }],
        rate: nineteen,
        net: eur(8000, '80.00'),
      },
      {
        id: '2',
        name: '',
        description: '',
        article: '',
        quantity: '1200',
        unit: null,
        price: '12.5',
        price_for: '100',
        reductions: [],
        rate: { kind: plain('bills-tax-reverse-charge'), percent: '0' },
        net: eur(15_000, '150.00'),
      },
    ],
    reductions: [{ charge: true, reason: 'Freight', amount: eur(1000, '10.00') }],
    taxes: [
      { rate: nineteen, base: eur(9000, '90.00'), amount: eur(1710, '17.10'), reason: '' },
      {
        rate: { kind: plain('bills-tax-reverse-charge'), percent: '0' },
        base: eur(15_000, '150.00'),
        amount: eur(0, '0.00'),
        reason: '',
      },
    ],
    totals: {
      lines: eur(23_000, '230.00'),
      without_tax: eur(24_000, '240.00'),
      tax: eur(1710, '17.10'),
      with_tax: eur(25_710, '257.10'),
      paid: eur(5000, '50.00'),
      rounding: null,
      due: eur(20_700, '207.00'),
    },
    payment: {
      means: plain('bills-pay-transfer'),
      words: '',
      accounts: [{ number: 'DE02120300000000202051', name: 'Papier & Söhne GmbH', bank: 'BYLADEM1001' }],
      reference: '2026-117',
      terms: '2 % discount within 10 days',
      mandate: '',
      debited: '',
      card: '',
    },
    attachments: [
      { name: 'time-sheet.csv', description: 'Hours of February', size_bytes: 48_213, address: '' },
      {
        name: 'DN-118',
        description: 'Delivery note',
        size_bytes: null,
        address: 'https://example.test/dn/118',
      },
    ],
  },
};

export const fixtures: Fixtures = {
  commands: {
    open_bill: () => BILL,
    save_bill_attachment: () => ({ file_name: 'time-sheet.csv' }),
  },
};
