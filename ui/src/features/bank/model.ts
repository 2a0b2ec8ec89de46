import { daysBetween, formatDate, formatMoney, hasText, movePlainDate, t } from '../../i18n/index.svelte';
import type {
  BankEntry,
  BankField,
  BankFinding,
  BankParam,
  BankSaid,
  BankStatements,
  BankTable,
  BankText,
  RecordedPayment,
} from '../../transport';

/** So far apart may the day of an entry and that of its payment lie. Less than a month: standing orders repeat. */
const DAYS_APART_MAX = 14;
/** As long as a payment's reference may be. */
const REFERENCE_MAX = 140;

/** What a column can say, in the order in which it is offered, and whether several columns may say it together. */
const FIELDS: Record<BankField, 'once' | 'repeats'> = {
  booking_date: 'once',
  value_date: 'once',
  amount: 'once',
  debit: 'once',
  credit: 'once',
  direction: 'once',
  currency: 'once',
  account: 'once',
  counterparty: 'repeats',
  counterparty_account: 'once',
  remittance: 'repeats',
  end_to_end_id: 'once',
  bank_reference: 'once',
  kind: 'once',
  balance: 'once',
  status: 'once',
};
export const BANK_FIELDS = Object.keys(FIELDS) as BankField[];
export const REPEATING = BANK_FIELDS.filter((field) => FIELDS[field] === 'repeats');

/** What is said of a file of which nothing is said. */
export const NOTHING_SAID: BankSaid = { columns: null, currency: null, account: '' };

function shown({ kind, value }: BankParam): string | number {
  if (kind === 'money') return formatMoney(value);
  if (kind === 'day') return formatDate(value);
  return value;
}

/** A text that the reader of the files chose; its id where a newer server knows more texts than this screen. */
export function textOf({ message_key, params }: BankText): string {
  if (!hasText(message_key)) return message_key;
  return t(
    message_key,
    Object.fromEntries(Object.entries(params).map(([name, param]) => [name, shown(param)])),
  );
}

/** Where in its file something stands; empty for the file as a whole. */
export function placeOf({ line, path }: BankFinding): string {
  if (line === 0) return path;
  return path
    ? t('bank-at-line-and-field', { line: String(line), field: path })
    : t('bank-at-line', { line: String(line) });
}

/** An IBAN in groups of four, as people read it; other numbers as they stand. */
export function accountText(id: string): string {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(id) ? id.replace(/(.{4})(?=.)/g, '$1 ') : id;
}

/** One spelling of a reference or of what is searched. */
const folded = (text: string) => text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** Everything by which an entry's payment may have been recorded, the best first. */
function referencesOf(entry: BankEntry): string[] {
  const words = [...entry.remittance].slice(0, REFERENCE_MAX).join('').trim();
  return [entry.bank_reference, entry.end_to_end_id, entry.reference, words].filter((text) => text !== '');
}

/** The reference with which an entry's payment is recorded. */
export function referenceOf(entry: BankEntry): string {
  return referencesOf(entry)[0] ?? '';
}

/** Whether an entry may become a payment: booked money that came and that takes nothing back. */
export function mayBeRecorded(entry: BankEntry): boolean {
  return entry.amount.minor > 0 && entry.booked && !entry.reversal;
}

/** The days within which the payments of these entries are looked for. */
export function daysOf(entries: readonly BankEntry[]): { from: string; to: string } | null {
  const days = entries.flatMap(({ booking_date, value_date }) =>
    value_date ? [booking_date, value_date] : [booking_date],
  );
  const [first] = days;
  if (first === undefined) return null;
  const from = days.reduce((least, day) => (day < least ? day : least), first);
  const to = days.reduce((most, day) => (day > most ? day : most), first);
  return {
    from: movePlainDate(from, { days: -DAYS_APART_MAX }),
    to: movePlainDate(to, { days: DAYS_APART_MAX }),
  };
}

const apart = (one: string, other: string) => Math.abs(daysBetween(one, other));

/**
 * The payments that entries were recorded as: the same amount, currency and reference, on days near each other. Each
 * payment is one entry's, the nearest one's first.
 */
export function recordedAs(
  entries: readonly BankEntry[],
  payments: readonly RecordedPayment[],
): Map<BankEntry, RecordedPayment> {
  const key = (minor: number, currency: string, reference: string) =>
    `${minor} ${currency} ${folded(reference)}`;
  const known = new Map<string, RecordedPayment[]>();
  for (const payment of payments) {
    if (payment.reference.trim() === '') continue;
    const its = key(payment.amount.minor, payment.amount.currency, payment.reference);
    known.set(its, [...(known.get(its) ?? []), payment]);
  }
  const pairs: { entry: BankEntry; payment: RecordedPayment; days: number }[] = [];
  for (const entry of entries) {
    if (!mayBeRecorded(entry)) continue;
    for (const reference of referencesOf(entry)) {
      for (const payment of known.get(key(entry.amount.minor, entry.amount.currency, reference)) ?? []) {
        const days = Math.min(
          apart(entry.booking_date, payment.received_on),
          apart(entry.value_date ?? entry.booking_date, payment.received_on),
        );
        if (days <= DAYS_APART_MAX) pairs.push({ entry, payment, days });
      }
    }
  }
  pairs.sort((one, other) => one.days - other.days);
  const found = new Map<BankEntry, RecordedPayment>();
  const taken = new Set<string>();
  for (const { entry, payment } of pairs) {
    if (found.has(entry) || taken.has(payment.payment_id)) continue;
    found.set(entry, payment);
    taken.add(payment.payment_id);
  }
  return found;
}

export type Direction = 'all' | 'in' | 'out';

/** The entries that fit: of an account, of a direction, with all words in what stands about them. */
export function fitting(
  entries: readonly BankEntry[],
  asked: { account: number | null; direction: Direction; words: string },
): readonly BankEntry[] {
  const words = folded(asked.words)
    .split(' ')
    .filter((word) => word !== '');
  if (asked.account === null && asked.direction === 'all' && words.length === 0) return entries;
  return entries.filter((entry) => {
    if (asked.account !== null && entry.account !== asked.account) return false;
    if (asked.direction !== 'all' && (asked.direction === 'in') !== entry.amount.minor > 0) return false;
    if (words.length === 0) return true;
    const amount = formatMoney(entry.amount);
    const text = folded(
      [
        entry.counterparty,
        entry.counterparty_account,
        entry.remittance,
        entry.end_to_end_id,
        entry.bank_reference,
        entry.reference,
        amount,
      ].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}

/** What a person is shown to have said of a table: what they said, else what was guessed. */
export function saidOf(table: BankTable, said: BankSaid): BankSaid {
  const columns = said.columns ?? table.columns;
  return {
    columns: {
      fields: columns.fields,
      // What is shown as chosen is what is meant.
      month_first: columns.month_first ?? table.columns.month_first ?? false,
      decimal_comma: columns.decimal_comma ?? table.columns.decimal_comma ?? false,
    },
    currency: said.currency ?? table.currency,
    account: said.account || table.account,
  };
}

/** What still has to be said before a table can be read: the id of a text, or null when it can. */
export function missing(said: BankSaid): string | null {
  const has = new Set(said.columns?.fields);
  if (!has.has('booking_date') && !has.has('value_date')) return 'bank-map-needs-date';
  if (!has.has('amount') && !(has.has('debit') && has.has('credit'))) return 'bank-map-needs-amount';
  if (has.has('amount') && (has.has('debit') || has.has('credit'))) return 'bank-map-amount-twice';
  return has.has('currency') || said.currency ? null : 'bank-map-needs-currency';
}

/** Whether nothing at all could be opened. */
export function nothingOpened({ files }: BankStatements): boolean {
  return files.every(({ verdict }) => verdict === 'unreadable');
}
