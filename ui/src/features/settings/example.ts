import { currencyDigits } from '../../i18n/index.svelte';
import type { MoneyValue } from '../../i18n/index.svelte';

/** A date whose day cannot be taken for a month. */
export const EXAMPLE_DATE = '2026-03-25';
const WHOLE = '1234567';
const FRACTION = '8905';

/** An amount long enough to show the grouping and the decimals of a currency. */
export function exampleAmount(currency = 'INR'): MoneyValue {
  const minor = parseInt(WHOLE + FRACTION.slice(0, currencyDigits(currency)), 10);
  return { minor, currency };
}
