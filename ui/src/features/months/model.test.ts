import { expect, it } from 'vitest';
import { isComplete, settingsOf } from './datev.svelte';
import { isMonth, mendedAt, monthToClose, monthsUpTo, moveMonth, partsOf } from './model';

it.each([
  ['2026-03', -1, '2026-02'],
  ['2026-01', -1, '2025-12'],
  ['2025-12', 1, '2026-01'],
  ['2026-03', -27, '2023-12'],
])('%s moved by %i is %s', (month, by, expected) => expect(moveMonth(month, by)).toBe(expected));
it('closes the month before', () => {
  expect(monthToClose('2026-03-05')).toBe('2026-02');
  expect(monthToClose('2026-01-31')).toBe('2025-12');
  expect(monthsUpTo('2026-02-05', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(partsOf('2026-02')).toEqual({ year: 2026, month: 2 });
});
it.each([
  ['2026-02', true],
  ['2026-13', false],
  ['2026-2', false],
  [null, false],
])('%j is a month: %s', (text, expected) => expect(isMonth(text)).toBe(expected));

it.each([
  ['old_drafts', 'a', '/invoices/drafts/a'],
  ['unsent_invoices', 'a', '/invoices/a'],
  ['pdfs_missing', 'a', '/invoices/a'],
  ['unallocated_payments', 'a', '/payments?client=a'],
  ['clients_without_tax_id', 'a', '/clients/a'],
  ['number_gaps', null, undefined],
] as const)('%s is mended at %j: %j', (kind, id, expected) => expect(mendedAt(kind, id)).toBe(expected));

const typed = {
  wanted: true,
  adviser: ' 29098 ',
  business: '55003',
  chart: 'skr04',
  yearBegins: '07',
} as const;
it('tells DATEV what was typed', () => {
  expect(settingsOf(typed)).toEqual({
    adviser_number: 29098,
    business_number: 55003,
    chart: 'skr04',
    year_begins_in: 7,
  });
  expect(settingsOf({ ...typed, wanted: false })).toBeNull();
});
it.each([
  ['1000', false],
  ['1001', true],
  ['9999999', true],
  ['10000000', false],
  ['12e3', false],
  ['', false],
])('an adviser of number %j can be: %s', (adviser, expected) => {
  expect(isComplete({ ...typed, adviser })).toBe(expected);
  expect(isComplete({ ...typed, adviser, wanted: false })).toBe(true);
});
