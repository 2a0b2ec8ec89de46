import { expect, it } from 'vitest';
import { isMonth, monthToClose, monthsUpTo, moveMonth, partsOf } from './model';

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
