import { describe, expect, it } from 'vitest';
import { dateToTyped, parseTypedDate, weeksOf } from './date-typing';

const TODAY = '2026-03-05';

describe('parseTypedDate', () => {
  it.each([
    ['5/4', 'en-IN', '2026-04-05'],
    ['4/5', 'en-US', '2026-04-05'],
    ['5.4.27', 'de', '2027-04-05'],
    ['2026-04-05', 'ta', '2026-04-05'],
    ['2026-4-5', 'eo', '2026-04-05'],
    ['५/४', 'hi', '2026-04-05'],
    ['31', 'en', '2026-03-31'],
    ['+14', 'en', '2026-03-19'],
    ['-5', 'en', '2026-02-28'],
    ['31/2', 'en-IN', null],
    ['soon', 'en', null],
    ['', 'en', null],
    ['1/2/3/4', 'en', null],
  ])('reads %j in %s', (typed, locale, expected) =>
    expect(parseTypedDate(typed, TODAY, locale)).toBe(expected),
  );
  it.each(['en-IN', 'en-US', 'hi', 'ta', 'eo', 'de'])('reads back what it shows in %s', (locale) =>
    expect(parseTypedDate(dateToTyped('2031-11-02', locale), TODAY, locale)).toBe('2031-11-02'),
  );
});

it('lays a month out in whole weeks', () => {
  const weeks = weeksOf('2026-02-14', 1);
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toBe('2026-01-26');
  expect(weeks[4]?.[6]).toBe('2026-03-01');
  expect(weeksOf('2026-02-14', 0)).toHaveLength(4);
});
