import { expect, it } from 'vitest';
import { COUNTRIES, CURRENCIES } from '../../i18n/index.svelte';
import { USED_IN, currencyOf, guessCountry, timeZoneOf, timeZones } from './countries';

// Antarctica has no money.
it('proposes a currency for each country, once', () => {
  const countries = Object.values(USED_IN).flatMap((list) => list.split(' '));
  expect(countries.sort()).toEqual(COUNTRIES.filter((code) => code !== 'AQ'));
  expect(Object.keys(USED_IN).filter((currency) => !CURRENCIES.includes(currency))).toEqual([]);
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
