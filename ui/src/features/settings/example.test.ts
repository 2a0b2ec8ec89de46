import { expect, it } from 'vitest';
import { formatMoney } from '../../i18n/index.svelte';
import { exampleAmount } from './example';

it.each([
  ['INR', '₹12,34,567.89'],
  ['JPY', 'JP¥12,34,567'],
  ['KWD', 'KWD\u00a012,34,567.890'],
])('shows the digits of %s', (currency, expected) =>
  expect(formatMoney(exampleAmount(currency), 'en-IN')).toBe(expected),
);
