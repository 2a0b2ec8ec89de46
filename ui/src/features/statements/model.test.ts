import { expect, it } from 'vitest';
import { isPeriod, periodOf } from './model';

it.each([
  ['2026-03-05', '2025-10-01', '2025-12-31'],
  ['2026-04-01', '2026-01-01', '2026-03-31'],
  ['2026-06-30', '2026-01-01', '2026-03-31'],
  ['2026-12-31', '2026-07-01', '2026-09-30'],
])('the quarter before %s', (today, from, to) =>
  expect(periodOf('last-quarter', today)).toEqual({ from, to }),
);

it('begins the year on its first day and ends it today', () => {
  expect(periodOf('this-year', '2026-03-05')).toEqual({ from: '2026-01-01', to: '2026-03-05' });
  expect(periodOf('custom', '2026-03-05')).toEqual({ from: '2026-01-01', to: '2026-03-05' });
});

it.each([
  ['2026-01-01', '2026-01-01', true],
  ['2026-01-02', '2026-01-01', false],
  ['', '2026-01-01', false],
  ['2026-01-01', '', false],
])('from %j to %j is a period: %s', (from, to, expected) => expect(isPeriod({ from, to })).toBe(expected));
