import { expect, it } from 'vitest';
import { isPattern, writtenNumber } from './numbering';

it.each([
  ['YYYY-0000', 7, '2026-0007'],
  ['INV/####', 12345, 'INV/12345'],
  ['0', 1, '1'],
  ['no place', 1, null],
  ['00-00', 1, null],
  ['YYYY-000', 0, null],
])('%s with %i is %s', (pattern, next, number) => expect(writtenNumber(pattern, next, 2026)).toBe(number));

it('needs one run of places', () =>
  expect([isPattern('A-0'), isPattern(''), isPattern('0A0')]).toEqual([true, false, false]));
