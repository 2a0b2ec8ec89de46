import {
  countryName,
  decimalToMoney,
  formatDecimal,
  formatMoney,
  formatPercent,
  hasText,
  t,
} from '../../i18n/index.svelte';
import type { BillAmount, BillLine, BillParty, BillRate, BillText } from '../../transport';

/** A text that the file's reader chose; its id where a newer server knows more texts than this screen. */
export function textOf({ message_key, params }: BillText): string {
  return hasText(message_key) ? t(message_key, params) : message_key;
}

/** An amount as everywhere; one of no known currency as it stands in the file. */
export function amountText({ money, value }: BillAmount, currency: string): string {
  return money ? formatMoney(money) : `${formatDecimal(value)} ${currency}`.trim();
}

/** "2 hours": how much of what. */
export function quantityText({ quantity, unit }: BillLine): string {
  return unit ? `${formatDecimal(quantity)} ${textOf(unit)}` : formatDecimal(quantity);
}

/** The unit price, exact; for how many it is where it is not for one. */
export function priceText({ price, price_for }: BillLine, currency: string): string {
  const money = decimalToMoney(price, currency);
  const text = money ? formatMoney(money) : `${formatDecimal(price)} ${currency}`.trim();
  return price_for ? t('bills-price-for', { price: text, quantity: formatDecimal(price_for) }) : text;
}

/** "VAT 19 %", or why there is none. */
export function rateText({ kind, percent }: BillRate): string {
  const text = textOf(kind);
  return percent === null || percent === '0' ? text : `${text} ${formatPercent(percent)}`;
}

/** An address as on an envelope. A country that is none is shown as it stands. */
export function partyAddress(party: BillParty): string {
  const country = /^[A-Z]{2}$/.test(party.country) ? countryName(party.country) : party.country;
  const lines = [party.street, `${party.postal_code} ${party.city}`.trim(), party.region, country];
  return lines.filter((line) => line !== '').join('\n');
}
