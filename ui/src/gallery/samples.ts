import type { MoneyValue } from '../i18n/index.svelte';
import { STATUSES } from '../shared/ui/StatusBadge.svelte';
import type { Status } from '../shared/ui/StatusBadge.svelte';

export interface SampleRow {
  id: string;
  number: string;
  client: string;
  due: string;
  money: MoneyValue;
  status: Status;
  late: number;
}

const CLIENTS = [
  'Mehta & Sons',
  'தமிழ்ச்செல்வி அச்சகம்',
  'कविता शर्मा',
  'Ĉapelejo Ŝaŭmo',
  'נועה לוי',
  'Northwind Traders Private Limited',
];
const CURRENCIES = ['INR', 'INR', 'EUR', 'JPY', 'KWD'];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The same rows every time. */
export const ROWS: readonly SampleRow[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `row-${index}`,
  number: `2026-${String(index + 1).padStart(4, '0')}`,
  client: at(CLIENTS, index),
  due: `2026-0${(index % 9) + 1}-1${index % 10}`,
  money: { minor: 1234567 + index * 3777, currency: at(CURRENCIES, index) },
  status: at(STATUSES, index),
  late: index % 7 === 4 ? (index % 20) + 1 : 0,
}));

export const CLIENT_NAMES: readonly string[] = CLIENTS;

/** Words of the samples: a person never sees them, so they need no language. */
export const WORDS = {
  title: 'Gallery',
  summary: 'Every shared part, for looking at',
  button: 'Save draft',
  label: 'Invoice number',
  hint: 'As printed on paper',
  wrong: 'This number is taken',
  quantity: 'Quantity',
  price: 'Unit price',
  date: 'Due date',
  client: 'Client',
  note: 'Note',
  list: 'Invoices',
  number: 'Number',
  status: 'Status',
  amount: 'Amount due',
  tabs: 'Record',
  check: 'Prices include tax',
  drop: 'Drop the signed contract here',
  empty: 'No invoices yet. The first one takes a minute.',
  hold: 'Invoice for Mehta & Sons leaves in a moment',
  ask: 'Discard this draft?',
  asked: 'The draft goes; no number is spent.',
  deed: 'Discard draft',
};
