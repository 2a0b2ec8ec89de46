import { beforeAll, describe, expect, it } from 'vitest';
import { currencyDigits } from './currency';
import {
  daysBetween,
  firstWeekday,
  formatDate,
  formatDateTime,
  formatRelative,
  formatRelativeDate,
  movePlainDate,
  parsePlainDate,
  today,
} from './dates';
import { formatMoney, formatUnsigned, minorToDecimal } from './money';
import { COUNTRIES, CURRENCIES, countriesByName, countryName, currencyName, loadPlaceNames } from './places';
import { formatDecimal, formatPercent, parseDecimal } from './numbers';

describe('money', () => {
  it.each(['hi', 'ta', 'en-IN', 'hi-IN', 'ta-IN'])('groups rupees in lakhs and crores in %s', (locale) =>
    expect(formatMoney({ minor: 1234567890, currency: 'INR' }, locale)).toBe('₹1,23,45,678.90'),
  );
  it.each([
    [1234, 'JPY', 'en-US', '¥1,234'],
    [1234567, 'BHD', 'en-US', 'BHD\u00a01,234.567'],
    [1, 'KWD', 'en-US', 'KWD\u00a00.001'],
    [-123456, 'EUR', 'eo', '−1\u00a0234,56\u00a0€'],
    [-25964, 'EUR', 'en-IN', '−\u2060€259.64'],
    [-12345678, 'INR', 'hi', '−\u2060₹1,23,456.78'],
    [-12345678, 'INR', 'ta', '−\u2060₹1,23,456.78'],
    [-131820, 'KWD', 'en', '−\u2060KWD\u00a0131.820'],
    [-123456, 'EUR', 'de', '−1.234,56\u00a0€'],
    [99, 'IQD', 'en-US', 'IQD\u00a00.099'],
    [9007199254740991, 'USD', 'en-US', '$90,071,992,547,409.91'],
    [0, 'EUR', 'eo', '0,00\u00a0€'],
  ])('%i %s in %s', (minor, currency, locale, expected) =>
    expect(formatMoney({ minor, currency }, locale)).toBe(expected),
  );
  it('leaves the sign out where words say which way an amount went', () => {
    for (const minor of [-2_628_096, 2_628_096]) {
      expect(formatUnsigned({ minor, currency: 'INR' })).toMatch(/^₹26,280\.96$/);
    }
  });

  it('knows minor units', () => {
    expect(['JPY', 'EUR', 'KWD', 'CLF'].map(currencyDigits)).toEqual([0, 2, 3, 4]);
    expect(minorToDecimal(-5, 2)).toBe('-0.05');
  });
});

describe('places', () => {
  beforeAll(() => loadPlaceNames('eo'));
  it.each([
    ['hi', 'भारत', 'भारतीय रुपया'],
    ['ta', 'இந்தியா', 'இந்திய ரூபாய்'],
    ['eo-IN', 'Barato', 'barata rupio'],
  ])('are named in %s', (locale, country, currency) => {
    expect(countryName('IN', locale)).toBe(country);
    expect(currencyName('INR', locale)).toBe(currency);
  });
  it('have a name of their own each in Esperanto', () => {
    const countries = COUNTRIES.map((code) => countryName(code, 'eo'));
    const currencies = CURRENCIES.map((code) => currencyName(code, 'eo'));
    expect(countries.filter((name) => COUNTRIES.includes(name))).toEqual([]);
    expect(currencies.filter((name) => CURRENCIES.includes(name))).toEqual([]);
    expect(new Set(countries).size).toBe(COUNTRIES.length);
    expect(new Set(currencies).size).toBe(CURRENCIES.length);
  });
  it('put the letters with a hat after the plain ones', () => {
    const names = countriesByName('eo').map((code) => countryName(code, 'eo'));
    const around = ['Centrafrika Respubliko', 'Ĉado', 'Danio'].map((name) => names.indexOf(name));
    expect(around[0]).toBeLessThan(around[1] ?? 0);
    expect(around[1]).toBeLessThan(around[2] ?? 0);
  });
});

describe('decimals', () => {
  it.each([
    ['1234.50', 'en-IN', '1,234.50'],
    ['0.000001', 'en', '0.000001'],
    ['-1234.5', 'en', '−1,234.5'],
    ['-0.5', 'ta', '−0.5'],
    ['1234567.5', 'eo', '1\u00a0234\u00a0567,5'],
  ])('shows %s in %s', (decimal, locale, expected) => expect(formatDecimal(decimal, locale)).toBe(expected));
  it('refuses what is not a decimal', () => expect(() => formatDecimal('1e3', 'en')).toThrow());
  it.each([
    ['19', 'en', '19%'],
    ['5.50', 'de', '5,5\u00a0%'],
    ['0', 'eo', '0 %'],
  ])('rate %s in %s', (rate, locale, expected) => expect(formatPercent(rate, locale)).toBe(expected));
  it.each([
    ['1,234.50', 'en', '1234.50'],
    ['1.234,50', 'en', '1234.50'],
    ['1.234,50', 'de', '1234.50'],
    ['1,234', 'en', '1234'],
    ['1,234', 'de', '1.234'],
    ['1,5', 'en', '1.5'],
    ['12,34,567.8', 'en-IN', '1234567.8'],
    ['१२.५', 'hi', '12.5'],
    ['  −3 000,25 ', 'eo', '-3000.25'],
    ['−\u2060€259.64', 'en', '-259.64'],
    ['₹1,23,456.78', 'hi', '123456.78'],
    ['1.234,50 €', 'de', '1234.50'],
    ['Rs 5', 'en', null],
    ['=1+1', 'en', null],
    ['1e9', 'en', null],
    ['.5', 'en', '0.5'],
    ['007', 'en', '7'],
    ['-0', 'en', '0'],
    ['1.2.3', 'en', null],
    ['1,2,3.4', 'en', null],
    ['12a', 'en', null],
    ['', 'en', null],
    [',', 'en', null],
  ])('reads %j typed in %s', (typed, locale, expected) => expect(parseDecimal(typed, locale)).toBe(expected));
});

describe('dates', () => {
  it.each([
    ['medium', 'en-GB', '5 Mar 2026'],
    ['long', 'eo', 'ĵaŭdo, la 5-a de marto 2026'],
    ['medium', 'eo', '5 mar. 2026'],
    ['month', 'eo', 'marto 2026'],
    ['medium', 'hi', '5 मार्च 2026'],
    ['medium', 'ta', '5 மார்., 2026'],
  ] as const)('%s in %s', (style, locale, expected) =>
    expect(formatDate('2026-03-05', style, locale)).toBe(expected),
  );
  it('refuses days that do not exist', () => {
    expect(parsePlainDate('2026-02-29')).toBeNull();
    expect(parsePlainDate('2024-02-29')).not.toBeNull();
    expect(parsePlainDate('24-2-29')).toBeNull();
  });
  it('moves by months without overflowing', () => {
    expect(movePlainDate('2026-01-31', { months: 1 })).toBe('2026-02-28');
    expect(movePlainDate('2026-03-01', { days: -1 })).toBe('2026-02-28');
    expect(movePlainDate('2024-02-29', { months: 12 })).toBe('2025-02-28');
  });
  it('counts days over a change of summer time', () =>
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2));
  it('takes today from the zone', () =>
    expect(today('Asia/Kolkata', new Date('2026-03-04T20:00:00Z'))).toBe('2026-03-05'));
  it('shows an instant in Esperanto', () =>
    expect(formatDateTime('2026-03-05T09:05:00Z', 'eo', 'UTC')).toBe('5 mar. 2026, 09:05'));
  it.each([
    ['2026-03-05T11:59:40Z', 'eo', 'ĵus'],
    ['2026-03-05T11:57:00Z', 'eo', 'antaŭ 3 minutoj'],
    ['2026-03-05T13:00:00Z', 'eo', 'post 1 horo'],
    ['2026-03-05T11:57:00Z', 'en', '3 minutes ago'],
    ['2026-03-03T12:00:00Z', 'hi', 'परसों'],
    ['2026-03-05T11:59:40Z', 'ta', 'இப்போது'],
  ])('%s in %s is %s', (instant, locale, expected) =>
    expect(formatRelative(instant, new Date('2026-03-05T12:00:00Z'), locale)).toBe(expected),
  );
  it('speaks of days', () => {
    expect(formatRelativeDate('2026-03-04', '2026-03-05', 'eo')).toBe('hieraŭ');
    expect(formatRelativeDate('2026-03-08', '2026-03-05', 'en')).toBe('in 3 days');
  });
  it('starts the week where people do', () => {
    expect([firstWeekday('en-US'), firstWeekday('en-IN'), firstWeekday('eo')]).toEqual([0, 0, 1]);
  });
});
