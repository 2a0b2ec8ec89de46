import { currencyDigits } from './currency';
import { ESPERANTO } from './esperanto';
import { locale as currentLocale } from './screen.svelte';
import { formatSigned, numberFormat } from './numbers';

export { currencyDigits } from './currency';

/** An amount as it crosses the wire: whole minor units of an ISO 4217 currency. */
export interface MoneyValue {
  minor: number;
  currency: string;
}

/** Minor units as an exact decimal string of major units: `(123450, 2)` → `"1234.50"`. */
export function minorToDecimal(minor: number | bigint, digits: number): string {
  const exact = BigInt(minor);
  const sign = exact < 0n ? '-' : '';
  const all = (exact < 0n ? -exact : exact).toString().padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${all.slice(-digits)}`;
}

/** An exact decimal of major units as an amount: `("1234.5", "EUR")` → 123450 cents; null when it has too many digits. */
export function decimalToMoney(decimal: string, currency: string): MoneyValue | null {
  const digits = currencyDigits(currency);
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal);
  if (!parts) return null;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (fraction.slice(digits).replace(/0/g, '') !== '') return null;
  const exact = BigInt(`${sign}${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  return exact > limit || exact < -limit ? null : { minor: Number(exact), currency };
}

/** An amount without its sign, for a sentence that says which way it went. */
export function formatUnsigned({ minor, currency }: MoneyValue): string {
  return formatMoney({ minor: Math.abs(minor), currency });
}

/** An amount as one types it: `123450` cents → `"1234.50"`. */
export function moneyToDecimal(money: MoneyValue): string {
  return minorToDecimal(money.minor, currencyDigits(money.currency));
}

/** The sign people know a currency by: `₹`, `US$`, `KWD`. */
export function currencySymbol(currency: string, locale = currentLocale()): string {
  const base = locale.startsWith('eo') ? 'en-GB' : locale;
  const parts = numberFormat(base, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** An amount as `locale` writes it, exact: the digits never pass through a float. */
export function formatMoney(money: MoneyValue, locale = currentLocale()): string {
  const digits = currencyDigits(money.currency);
  const decimal = minorToDecimal(money.minor, digits);
  if (locale.startsWith('eo')) {
    return `${ESPERANTO.decimal(decimal)}\u00a0${currencySymbol(money.currency, locale)}`;
  }
  const format = numberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return formatSigned(format, decimal);
}
