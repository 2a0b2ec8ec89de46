import { expect, it } from 'vitest';
import { scrollToRow, visibleRows } from './windowing';

it.each([
  [0, 0, { start: 0, end: 0 }],
  [5, 0, { start: 0, end: 5 }],
  [10_000, 0, { start: 0, end: 18 }],
  [10_000, 3600, { start: 92, end: 118 }],
  [10_000, 10_000 * 36, { start: 9_992, end: 10_000 }],
  // A list that grew shorter while scrolled down.
  [3, 3600, { start: 3, end: 3 }],
  [10, -40, { start: 0, end: 10 }],
])('of %i rows at %i px', (count, scrollTop, expected) =>
  expect(visibleRows(count, 36, scrollTop, 360)).toEqual(expected),
);

it('scrolls no further than needed', () => {
  expect(scrollToRow(3, 36, 0, 360)).toBe(0);
  expect(scrollToRow(10, 36, 0, 360)).toBe(36);
  expect(scrollToRow(1, 36, 720, 360)).toBe(36);
});
