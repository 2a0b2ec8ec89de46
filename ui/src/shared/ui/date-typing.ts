import {
  dateOrder,
  locale as currentLocale,
  movePlainDate,
  parseDecimal,
  parsePlainDate,
} from '../../i18n/index.svelte';
import type { PlainDate } from '../../i18n/index.svelte';

/**
 * What a person typed as a date, or null: `5/3`, `5.3.26`, `2026-03-05`, `5` (this month), `+14` (days from today). Parts
 * follow the order of the language; a missing year is the present one.
 */
export function parseTypedDate(typed: string, today: PlainDate, locale = currentLocale()): PlainDate | null {
  const text = Array.from(typed.trim(), (char) =>
    /\p{Nd}/u.test(char) ? (parseDecimal(char, 'en') ?? char) : char,
  ).join('');
  const offset = /^([+-])\s*(\d{1,4})$/.exec(text);
  if (offset) return movePlainDate(today, { days: Number(`${offset[1]}${offset[2]}`) });
  if (parsePlainDate(text)) return text;

  const parts = text.split(/[^\d]+/).filter(Boolean);
  const [year = '', month = ''] = today.split('-');
  const order = dateOrder(locale).filter((part) => parts.length > 2 || part !== 'year');
  const values: Record<string, string> = { year, month };
  if (parts.length === 1) values.day = parts[0] ?? '';
  else if (parts.length === order.length) order.forEach((part, index) => (values[part] = parts[index] ?? ''));
  else return null;
  if (values.year?.length === 2) values.year = `20${values.year}`;
  const made = `${values.year}-${values.month?.padStart(2, '0')}-${values.day?.padStart(2, '0')}`;
  return parsePlainDate(made) ? made : null;
}

/** A date in digits, in the order and with the signs that people here type it. */
export function dateToTyped(date: PlainDate, locale = currentLocale()): string {
  const at = parsePlainDate(date);
  if (!at || locale.startsWith('eo')) return date;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    numberingSystem: 'latn',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(at);
}

/** The weeks of a month as a calendar shows them: whole weeks, starting on `firstWeekday` (0 is Sunday). */
export function weeksOf(month: PlainDate, firstWeekday: number): PlainDate[][] {
  const first = `${month.slice(0, 7)}-01`;
  const at = parsePlainDate(first);
  if (!at) throw new Error(`not a date: ${month}`);
  const lead = (at.getUTCDay() - firstWeekday + 7) % 7;
  const next = movePlainDate(first, { months: 1 });
  const weeks: PlainDate[][] = [];
  for (let day = movePlainDate(first, { days: -lead }); day < next; day = movePlainDate(day, { days: 7 })) {
    weeks.push(Array.from({ length: 7 }, (_, index) => movePlainDate(day, { days: index })));
  }
  return weeks;
}
