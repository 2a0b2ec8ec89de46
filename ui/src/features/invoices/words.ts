import { decimalToMoney, formatDecimal, formatMoney, formatPercent, t } from '../../i18n/index.svelte';
import type { Discount, LineItem, Tax } from '../../transport';

/** A decimal of major units as money; one finer than the currency as it stands. */
export function priceText(price: string, currency: string): string {
  const money = decimalToMoney(price, currency);
  return money ? formatMoney(money) : `${formatDecimal(price)} ${currency}`;
}

export function discountText(discount: Discount, currency: string): string {
  if (discount.kind === 'none') return t('invoices-no-discount');
  return discount.kind === 'percent' ? formatPercent(discount.value) : priceText(discount.value, currency);
}

/** "GST 18 %": categories without a rate name their reason. */
export function taxText({ name, percent, category }: Tax): string {
  if (category === 'standard') return `${name} ${formatPercent(percent)}`;
  return `${name} · ${t(`invoices-category-${category.replaceAll('_', '-')}`)}`;
}

export function taxesText(taxes: readonly Tax[]): string {
  return taxes.length === 0 ? t('invoices-no-tax') : taxes.map(taxText).join(', ');
}

/** "2 hour": how much of what. */
export function quantityText({ quantity, unit }: LineItem): string {
  return unit ? `${formatDecimal(quantity)} ${unit}` : formatDecimal(quantity);
}
