import { expect, it } from 'vitest';
import { COUNTRIES, CURRENCIES, currencyOf, guessCountry, timeZoneOf, timeZones } from './countries';

it('knows each country once, by two letters', () => {
  expect(COUNTRIES.length).toBeGreaterThan(240);
  expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length);
  expect(COUNTRIES.filter((country) => !/^[A-Z]{2}$/.test(country))).toEqual([]);
  expect(CURRENCIES.filter((currency) => !/^[A-Z]{3}$/.test(currency))).toEqual([]);
});
it.each([
  ['IN', 'INR'],
  ['DE', 'EUR'],
  ['JP', 'JPY'],
  ['KW', 'KWD'],
  ['LI', 'CHF'],
])('%s pays in %s', (country, currency) => expect(currencyOf(country)).toBe(currency));
it.each([
  [['en-IN', 'en'], 'Europe/Berlin', 'IN'],
  [['zh-Hant-TW'], 'Europe/Berlin', 'TW'],
  [['eo'], 'Europe/Berlin', 'DE'],
  [[], 'Asia/Tokyo', 'JP'],
])('guesses the country of %j in %s', (languages, zone, country) =>
  expect(guessCountry(languages, zone)).toBe(country),
);
it('keeps this computer’s time zone where it fits the country', () => {
  expect(timeZoneOf('US', 'America/Chicago')).toBe('America/Chicago');
  expect(timeZoneOf('JP', 'America/Chicago')).toBe('Asia/Tokyo');
  expect(timeZones('Etc/Nowhere')).toContain('Etc/Nowhere');
});
