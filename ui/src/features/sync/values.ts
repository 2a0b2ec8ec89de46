import { currencyDigits, formatDate, formatDecimal, formatMoney, hasText, t } from '../../i18n/index.svelte';
import type { LostValue } from '../../transport';

const isMoney = (value: object): value is { minor: number; currency: string } =>
  'minor' in value &&
  'currency' in value &&
  typeof value.minor === 'number' &&
  typeof value.currency === 'string';

/** Ids mean nothing to a person. */
const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(text);

/** A lost value in words, whatever field it comes from. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('sync-value-empty');
  if (typeof value === 'boolean') return t(value ? 'sync-value-yes' : 'sync-value-no');
  if (typeof value === 'number') return formatDecimal(String(value));
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
    return /^-?\d+\.\d+$/.test(value) ? formatDecimal(value) : value;
  }
  if (typeof value !== 'object') return String(value);
  if (isMoney(value) && Number.isInteger(currencyDigits(value.currency))) return formatMoney(value);
  const parts = (Array.isArray(value) ? value : Object.entries(value).map(([, part]) => part))
    .filter((part) => part !== null && part !== '' && !(typeof part === 'string' && isId(part)))
    .map(valueText);
  return parts.length > 0 ? parts.join(', ') : t('sync-value-empty');
}

/** What a field is called, where it has a name in words. */
export function fieldText(field: string): string {
  const id = `field-${field.replaceAll('_', '-')}`;
  return hasText(id) ? t(id) : field;
}

const SCREENS: Partial<Record<LostValue['open_kind'], string>> = {
  draft: '/invoices/drafts',
  invoice: '/invoices',
  client: '/clients',
};

/** The screen of the record that a value was lost of; null where it has none. */
export function screenOf({ open_kind, open_id }: LostValue): string | null {
  if (open_kind === 'organisation') return '/settings';
  const path = SCREENS[open_kind];
  return path ? `${path}/${open_id}` : null;
}
