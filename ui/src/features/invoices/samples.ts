import type {
  Activity,
  InvoiceDetail,
  InvoiceRow,
  InvoiceStatus,
  LineItem,
  Money,
  Tax,
  Totals,
} from '../../transport';
import { ORGANISATION } from '../../transport/fixtures';
import { emptyLine } from './model';

export const inr = (minor: number): Money => ({ minor, currency: 'INR' });
const GST: Tax = { name: 'GST', percent: '18', category: 'standard' };
export const NOT_FOUND = { code: 'not_found', message_key: 'refused-not-found', params: {} };

export const LINES: readonly [LineItem, Money][] = [
  [
    {
      ...emptyLine([GST]),
      description: 'Letterpress invitation cards, 300 gsm',
      quantity: '500',
      unit: 'pcs',
      unit_price: '160',
    },
    inr(8_000_000),
  ],
  [
    { ...emptyLine([GST]), description: 'डिज़ाइन और प्रूफ़', quantity: '8', unit: 'h', unit_price: '2500' },
    inr(2_000_000),
  ],
];
export const TOTALS: Totals = {
  lines: LINES.map(([, net]) => ({ gross: net, discount: inr(0), net })),
  subtotal: inr(10_000_000),
  discount_total: inr(0),
  taxable_total: inr(10_000_000),
  taxes: [{ tax: GST, base: inr(10_000_000), amount: inr(1_800_000) }],
  tax_total: inr(1_800_000),
  total: inr(11_800_000),
};

type Sample = [
  number: string,
  client: string,
  name: string,
  issued: string,
  due: string,
  minor: number,
  left: number,
  status: InvoiceStatus,
  late: number,
];
const INVOICES: readonly Sample[] = [
  [
    '2026-0042',
    'client-1',
    'कविता शर्मा डिज़ाइन',
    '2026-03-04',
    '2026-03-18',
    11_800_000,
    11_800_000,
    'viewed',
    0,
  ],
  ['2026-0041', 'client-4', 'Ĉapelejo Ŝaŭmo', '2026-03-01', '2026-03-31', 84_000, 84_000, 'sent', 0],
  [
    '2026-0040',
    'client-3',
    'தமிழ்ச்செல்வி அச்சகம்',
    '2026-02-13',
    '2026-02-27',
    1_534_000,
    1_534_000,
    'viewed',
    6,
  ],
  [
    '2026-0039',
    'client-2',
    'Mehta & Sons',
    '2026-01-16',
    '2026-01-30',
    47_200_000,
    23_600_000,
    'partially_paid',
    34,
  ],
  ['2026-0038', 'client-2', 'Mehta & Sons', '2026-01-12', '2026-01-26', 9_440_000, 0, 'paid', 0],
  ['2026-0037', 'client-6', 'Sakura Letterpress 株式会社', '2026-01-08', '2026-01-22', 264_000, 0, 'paid', 0],
];
const NOTE: Sample = [
  'CN-2026-0003',
  'client-2',
  'Mehta & Sons',
  '2026-03-02',
  '2026-03-02',
  -11_800_000,
  -4_720_000,
  'partially_paid',
  0,
];
const CURRENCY: Record<string, string> = { 'client-4': 'EUR', 'client-6': 'JPY' };

export const rows: readonly InvoiceRow[] = [...INVOICES, NOTE].map(
  ([number, client_id, client_name, issue_date, due_date, minor, left, status, days_late], index) => {
    const currency = CURRENCY[client_id] ?? 'INR';
    return {
      invoice_id: `invoice-${index + 1}`,
      number,
      client_id,
      client_name,
      issue_date,
      due_date,
      total: { minor, currency },
      amount_due: { minor: left, currency },
      status,
      days_late,
      credit_left: client_id === NOTE[1] && number === NOTE[0] ? inr(4_720_000) : null,
    };
  },
);

function happened(
  action: Activity['action'],
  at: string,
  actor_name: string,
): InvoiceDetail['activity'][number] {
  const about = { about_kind: 'invoice' as const, about_id: 'invoice-1', label: '2026-0042' };
  return {
    activity_id: `${action}-${at}`,
    client_name: '',
    is_credit_note: false,
    activity: {
      at,
      actor_id: 'a',
      actor_name,
      actor_role: 'owner',
      action,
      mutation_id: at,
      ...about,
      args_sha256: '',
      salt: '',
    },
  };
}

export function detailOf(row: InvoiceRow): InvoiceDetail {
  return row.credit_left === null ? invoiceDetail(row) : noteDetail(row);
}

/** A credit note over the sample's lines, two fifths of it left. */
function noteDetail(row: InvoiceRow): InvoiceDetail {
  const detail = invoiceDetail(row);
  const credits = {
    invoice_id: 'invoice-5',
    number: '2026-0038',
    issue_date: '2026-01-12',
    reason: 'रंग गलत छपा',
  };
  const face = { ...detail.invoice, credits };
  return {
    ...detail,
    invoice: { ...face, total: row.total },
    face,
    credit: { total: TOTALS.total, used: inr(7_080_000), left: inr(4_720_000) },
    payments: [],
    paid: inr(0),
    set_off: inr(7_080_000),
    set_offs: [
      {
        payment_id: 'payment-of-nothing',
        on: '2026-03-02',
        invoice_id: 'invoice-4',
        number: '2026-0039',
        amount: inr(7_080_000),
        taken_back: null,
      },
      {
        payment_id: 'payment-taken-back',
        on: '2026-03-01',
        invoice_id: 'invoice-5',
        number: '2026-0038',
        amount: inr(2_360_000),
        taken_back: { on: '2026-03-02', reason: 'दूसरे बिल के लिए था', by: 'Asha Verma' },
      },
    ],
    activity: detail.activity.map((item) => ({
      ...item,
      is_credit_note: true,
      activity: { ...item.activity, label: row.number },
    })),
    left_to_credit: null,
  };
}

function invoiceDetail(row: InvoiceRow): InvoiceDetail {
  const paid = row.status === 'partially_paid' || row.status === 'paid';
  const came = row.status === 'paid' ? row.total : row.amount_due;
  return {
    invoice_id: row.invoice_id,
    invoice: {
      number: row.number,
      client_id: row.client_id,
      credits: null,
      origin: { kind: 'issued', draft_id: 'draft-0', sequence: 42 },
      seller: {
        name: ORGANISATION.name,
        address: ORGANISATION.address,
        tax_id: ORGANISATION.tax_id,
        email: ORGANISATION.email,
        phone: ORGANISATION.phone,
      },
      bank: ORGANISATION.bank,
      buyer: {
        name: row.client_name,
        address: { street: '12 Gandhi Road', postal_code: '302001', city: 'जयपुर', region: '', country: 'IN' },
        tax_id: '08AAAAA0000A1Z5',
        email: '',
        phone: '',
      },
      language: 'en',
      currency: row.total.currency,
      tax_mode: 'exclusive',
      issue_date: row.issue_date,
      due_date: row.due_date,
      delivered_on: null,
      reference: 'PO-7731',
      note: 'Thank you. धन्यवाद।',
      discount: { kind: 'none' },
      ...TOTALS,
      lines: LINES.map(([item, net]) => ({ item, amounts: { gross: net, discount: inr(0), net } })),
      einvoice: {
        form: 'x_rechnung',
        seller_endpoint: { scheme: '', address: '' },
        buyer_endpoint: { scheme: '', address: '' },
        buyer_reference: '',
        exemption_reason: '',
      },
      issued_at: `${row.issue_date}T09:40:00Z`,
    },
    standing: {
      client_id: row.client_id,
      currency: row.total.currency,
      issue_date: row.issue_date,
      due_date: row.due_date,
      total: row.total,
      amount_paid: paid ? came : { ...row.total, minor: 0 },
      amount_due: row.amount_due,
      amount_credited: null,
      sent_at: '2026-03-04T09:41:00Z',
      viewed_at: row.status === 'sent' ? null : '2026-03-05T04:12:00Z',
      viewed_by: row.status === 'sent' ? '' : 'कविता शर्मा',
    },
    status: row.status,
    days_late: row.days_late,
    pdf: { sha256: '', size_bytes: 31_000 },
    payments: paid
      ? [
          {
            payment_id: `payment-of-${row.invoice_id}`,
            payment: {
              client_id: row.client_id,
              received_on: '2026-02-10',
              amount: came,
              method: 'bank_transfer',
              reference: 'NEFT 88121',
              reverses: null,
              sets_off: null,
              reason: '',
              source: null,
              recorded_at: '2026-02-10T06:00:00Z',
              recorded_by: 'Asha Verma',
            },
            amount: came,
            reversed: false,
          },
        ]
      : [],
    face: null,
    credit: null,
    paid: paid ? came : { ...row.total, minor: 0 },
    set_offs: [],
    set_off: { ...row.total, minor: 0 },
    credit_notes: [],
    left_to_credit: row.total,
    deliveries: [
      {
        invoice_id: row.invoice_id,
        contact_id: 'contact-1',
        email: 'kavita@example.test',
        state: 'sent',
        last_error: '',
        at: '2026-03-04T09:41:00Z',
      },
      {
        invoice_id: row.invoice_id,
        contact_id: 'contact-9',
        email: 'old-address@example.test',
        state: 'failed',
        last_error: '550 5.1.1 mailbox unavailable',
        at: '2026-03-04T09:42:00Z',
      },
    ],
    activity: [
      happened('view_invoice', '2026-03-05T04:12:00Z', 'कविता शर्मा'),
      happened('issue_invoice', '2026-03-04T09:40:00Z', 'Asha Verma'),
    ],
    thread_id: null,
    today: '2026-03-05',
  };
}

/** A QR-like pattern; it says nothing. */
export const MODULES = Array.from({ length: 29 }, (_row, y) =>
  Array.from({ length: 29 }, (_cell, x) => {
    const corner = (cx: number, cy: number) => Math.max(Math.abs(x - cx), Math.abs(y - cy));
    const ring = Math.min(corner(3, 3), corner(25, 3), corner(3, 25));
    if (ring <= 4) return ring !== 2 && ring !== 4;
    return (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0;
  }),
);
