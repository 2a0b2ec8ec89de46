import { beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, setLanguage } from '../../i18n/index.svelte';
import type { BankEntry, BankSaid, RecordedPayment } from '../../transport';
import { INCOMING, OPENED } from './fixtures';
import {
  NOTHING_SAID,
  accountText,
  daysOf,
  fitting,
  mayBeRecorded,
  missing,
  placeOf,
  recordedAs,
  referenceOf,
  saidOf,
  textOf,
} from './model';

const entry = (changes: Partial<BankEntry>): BankEntry => ({
  ...INCOMING,
  booking_date: '2026-03-10',
  value_date: null,
  amount: { minor: 12_000, currency: 'EUR' },
  remittance: 'Invoice 7',
  end_to_end_id: 'E2E-1',
  bank_reference: 'BANK-1',
  reference: '',
  ...changes,
});
const payment = (changes: Partial<RecordedPayment>): RecordedPayment => ({
  payment_id: 'p1',
  received_on: '2026-03-10',
  amount: { minor: 12_000, currency: 'EUR' },
  reference: 'BANK-1',
  ...changes,
});
const isRecorded = (one: BankEntry, ...payments: RecordedPayment[]) => recordedAs([one], payments).has(one);

beforeAll(async () => {
  globalThis.document ??= { documentElement: {} } as Document;
  await setLanguage('en');
  await loadTexts('bank', 'tables');
});

describe('what was recorded', () => {
  it('is known by amount, currency and any of its references', () => {
    expect(isRecorded(entry({}), payment({}))).toBe(true);
    expect(isRecorded(entry({}), payment({ reference: ' bank-1 ' }))).toBe(true);
    expect(isRecorded(entry({}), payment({ reference: 'E2E-1' }))).toBe(true);
    expect(
      isRecorded(entry({ bank_reference: '', end_to_end_id: '' }), payment({ reference: 'Invoice 7' })),
    ).toBe(true);
    expect(isRecorded(entry({}), payment({ reference: 'BANK-2' }))).toBe(false);
    expect(isRecorded(entry({}), payment({ amount: { minor: 12_001, currency: 'EUR' } }))).toBe(false);
    expect(isRecorded(entry({}), payment({ amount: { minor: 12_000, currency: 'USD' } }))).toBe(false);
    expect(isRecorded(entry({}), payment({ reference: '' }))).toBe(false);
  });
  it('lies near in time, for standing orders repeat their references', () => {
    expect(isRecorded(entry({}), payment({ received_on: '2026-03-24' }))).toBe(true);
    expect(isRecorded(entry({}), payment({ received_on: '2026-02-10' }))).toBe(false);
    expect(isRecorded(entry({ value_date: '2026-02-20' }), payment({ received_on: '2026-02-10' }))).toBe(
      true,
    );
  });
  it('is one entry for one payment, the nearest first', () => {
    const [near, far] = [entry({}), entry({ booking_date: '2026-03-12' })];
    const found = recordedAs([far, near], [payment({})]);
    expect([found.has(near), found.has(far)]).toEqual([true, false]);
    const both = recordedAs(
      [far, near],
      [payment({}), payment({ payment_id: 'p2', received_on: '2026-03-12' })],
    );
    expect([both.get(near)?.payment_id, both.get(far)?.payment_id]).toEqual(['p1', 'p2']);
  });
  it('is never what went out, is expected, or takes something back', () => {
    for (const other of [
      entry({ amount: { minor: -12_000, currency: 'EUR' } }),
      entry({ booked: false }),
      entry({ reversal: true }),
    ]) {
      expect(mayBeRecorded(other)).toBe(false);
      expect(isRecorded(other, payment({}))).toBe(false);
    }
  });
  it('is looked for around the days of the entries', () => {
    expect(daysOf([entry({}), entry({ booking_date: '2026-01-20', value_date: '2026-01-15' })])).toEqual({
      from: '2026-01-01',
      to: '2026-03-24',
    });
    expect(daysOf([])).toBeNull();
  });
});

describe('an entry', () => {
  it('is recorded with the best reference that it has', () => {
    expect(referenceOf(entry({}))).toBe('BANK-1');
    expect(referenceOf(entry({ bank_reference: '' }))).toBe('E2E-1');
    expect(referenceOf(entry({ bank_reference: '', end_to_end_id: '' }))).toBe('Invoice 7');
    expect(
      referenceOf(entry({ bank_reference: '', end_to_end_id: '', remittance: 'அ'.repeat(500) })),
    ).toHaveLength(140);
  });
  it('is found by account, direction and words', () => {
    const out = entry({
      amount: { minor: -5000, currency: 'EUR' },
      counterparty: 'Café Zur Post',
      account: 1,
    });
    const came = entry({ counterparty: 'தமிழ் நூல் நிலையம்', account: 0 });
    const all = [out, came];
    const ask = (changes: object) =>
      fitting(all, { account: null, direction: 'all', words: '', ...changes }).map((each) =>
        all.indexOf(each),
      );
    expect(ask({})).toEqual([0, 1]);
    expect(ask({ account: 1 })).toEqual([0]);
    expect(ask({ direction: 'in' })).toEqual([1]);
    expect(ask({ direction: 'out' })).toEqual([0]);
    expect(ask({ words: 'café  ZUR' })).toEqual([0]);
    expect(ask({ words: 'தமிழ்' })).toEqual([1]);
    expect(ask({ words: '120.00' })).toEqual([1]);
    expect(ask({ words: 'nobody' })).toEqual([]);
  });
});

describe('a table', () => {
  const table = OPENED.files.find((file) => file.table)!.table!;
  it('is meant as it is shown', () => {
    expect(saidOf(table, NOTHING_SAID).columns).toMatchObject({ month_first: false, decimal_comma: false });
  });
  it('says what it lacks', () => {
    const said = (
      fields: NonNullable<BankSaid['columns']>['fields'],
      currency: string | null = 'EUR',
    ): BankSaid => ({
      columns: { fields, month_first: null, decimal_comma: null },
      currency,
      account: '',
    });
    expect(missing(said([null, 'amount']))).toBe('bank-map-needs-date');
    expect(missing(said(['booking_date', 'debit']))).toBe('bank-map-needs-amount');
    expect(missing(said(['booking_date', 'amount', 'debit', 'credit']))).toBe('bank-map-amount-twice');
    expect(missing(said(['value_date', 'amount'], null))).toBe('bank-map-needs-currency');
    expect(missing(said(['value_date', 'amount', 'currency'], null))).toBeNull();
    expect(missing(said(['booking_date', 'debit', 'credit']))).toBeNull();
  });
});

describe('words', () => {
  it('has a text for everything that the sample says', () => {
    const said = OPENED.files.flatMap(({ findings }) => findings);
    expect(said.length).toBeGreaterThan(0);
    for (const finding of said) expect(textOf(finding.text)).not.toBe(finding.text.message_key);
    for (const gap of OPENED.accounts.flatMap(({ gaps }) => gaps))
      expect(textOf(gap.text)).toMatch(/missing/);
  });
  it('formats what a text mentions, and shows an unknown text by its id', () => {
    const text = {
      message_key: 'bank-says-sequence',
      params: {
        opening: { kind: 'money' as const, value: { minor: 100, currency: 'EUR' } },
        closing: { kind: 'money' as const, value: { minor: 250, currency: 'EUR' } },
      },
    };
    expect(textOf(text)).toMatch(/€1\.00.*€2\.50/);
    expect(textOf({ message_key: 'bank-says-tomorrow', params: {} })).toBe('bank-says-tomorrow');
  });
  it('says where', () => {
    const finding = { severity: 'note', rule: 'BANK-IBAN', text: { message_key: 'x', params: {} } } as const;
    expect(placeOf({ ...finding, line: 0, path: '' })).toBe('');
    expect(placeOf({ ...finding, line: 4, path: '' })).toBe('line 4');
    expect(placeOf({ ...finding, line: 4, path: ':61:' })).toBe('line 4, :61:');
  });
  it('groups an IBAN and leaves other numbers', () => {
    expect(accountText('DE02120300000000202051')).toBe('DE02 1203 0000 0000 2020 51');
    expect(accountText('12345678/4711')).toBe('12345678/4711');
  });
});
