import { expect, it } from 'vitest';
import { goOnFrom, isPattern, showNumber } from './numbering';

it.each([
  ['RE-2026-0417', 'RE-YYYY-0000', 418, 'RE-2026-0418'],
  ['2025-0417', 'YYYY-0000', 418, '2026-0418'],
  ['INV 999', 'INV 000', 1000, 'INV 1000'],
  ['20260417', 'YYYY0000', 418, '20260418'],
  ['417/26', '417/00', 27, '417/27'],
  ['A7', 'A0', 8, 'A8'],
  [' 0042 ', '0000', 43, '0043'],
])('goes on from %s', (last, pattern, next, shown) => {
  const found = goOnFrom(last, 2026);
  expect(found).toEqual({ pattern, next });
  expect(found && showNumber(found, 2026)).toBe(shown);
});
it.each(['', 'abc', 'R0-15', '99999999999999999999'])('asks for a pattern where %j gives none', (last) =>
  expect(goOnFrom(last, 2026)).toBeNull(),
);
it('knows a pattern', () => {
  expect(isPattern('YYYY-0000')).toBe(true);
  expect(isPattern('YYYY-####')).toBe(true);
  expect(isPattern('YYYY')).toBe(false);
  expect(isPattern('00-00')).toBe(false);
});
