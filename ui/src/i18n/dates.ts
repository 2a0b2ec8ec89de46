import { ESPERANTO } from './esperanto';
import type { DateStyle, RelativeUnit } from './esperanto';
import { locale as currentLocale } from './screen.svelte';

export type { DateStyle } from './esperanto';

/** A date of business, without a zone: `YYYY-MM-DD`. */
export type PlainDate = string;
/** A point in time, RFC 3339 in UTC. */
export type Instant = string;

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};
const isEsperanto = (locale: string) => locale.split('-')[0] === 'eo';
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** Midnight UTC of a plain date, to be formatted in UTC only; null when it is not a date of the calendar. */
export function parsePlainDate(date: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? null : at;
}

export function toPlainDate(utc: Date): PlainDate {
  return utc.toISOString().slice(0, 10);
}

/** `date` moved by whole days, months or years; the 31st becomes the month's last day where there is none. */
export function movePlainDate(date: PlainDate, by: { days?: number; months?: number }): PlainDate {
  const at = parsePlainDate(date);
  if (!at) throw new Error(`not a date: ${date}`);
  if (by.months) {
    const day = at.getUTCDate();
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() + by.months);
    at.setUTCDate(Math.min(day, daysInMonth(at.getUTCFullYear(), at.getUTCMonth())));
  }
  if (by.days) at.setUTCDate(at.getUTCDate() + by.days);
  return toPlainDate(at);
}

/** `month`: 0 is January. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** Today where this person sits, or in `timeZone` (the organisation's, for what it owes and is owed). */
export function today(timeZone?: string, now = new Date()): PlainDate {
  const parts = dateFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const values = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${values.year}-${values.month}-${values.day}`;
}

/** A date of business as `locale` writes it. */
export function formatDate(date: PlainDate, style: DateStyle = 'medium', locale = currentLocale()): string {
  const at = parsePlainDate(date);
  if (!at) throw new Error(`not a date: ${date}`);
  if (isEsperanto(locale)) {
    return ESPERANTO.date(style, at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCDay());
  }
  return dateFormat(locale, { ...STYLES[style], timeZone: 'UTC' }).format(at);
}

/** The time of day of an instant, on this device's clock. */
export function formatTime(instant: Instant, locale = currentLocale(), timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone };
  if (isEsperanto(locale))
    return dateFormat('en-GB', { ...options, hour: '2-digit', hour12: false }).format(new Date(instant));
  return dateFormat(locale, options).format(new Date(instant));
}

/** An instant in full, on this device's clock. */
export function formatDateTime(instant: Instant, locale = currentLocale(), timeZone?: string): string {
  const day = today(timeZone, new Date(instant));
  if (isEsperanto(locale))
    return `${formatDate(day, 'medium', locale)}, ${formatTime(instant, locale, timeZone)}`;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', timeZone };
  return dateFormat(locale, options).format(new Date(instant));
}

const LADDER: [RelativeUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, or how soon: the largest unit that fits; under a minute it is "now". */
export function formatRelative(instant: Instant, now = new Date(), locale = currentLocale()): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const [unit, size] = LADDER.find(([, step]) => Math.abs(seconds) >= step) ?? (['second', 1] as const);
  const value = unit === 'second' ? 0 : Math.trunc(seconds / size);
  return relative(value, unit, locale);
}

/** Days between two plain dates, `to` after `from` being positive. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  const [start, end] = [parsePlainDate(from), parsePlainDate(to)];
  if (!start || !end) throw new Error(`not dates: ${from}, ${to}`);
  return Math.round((end.getTime() - start.getTime()) / 86_400_000);
}

/** A plain date seen from today: "yesterday", "in 3 days". */
export function formatRelativeDate(date: PlainDate, from: PlainDate, locale = currentLocale()): string {
  return relative(daysBetween(from, date), 'day', locale);
}

function relative(value: number, unit: RelativeUnit, locale: string): string {
  if (isEsperanto(locale)) return ESPERANTO.relative(value, unit);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(value, unit);
}

/** `month`: 0 is January. */
export function monthName(month: number, locale = currentLocale()): string {
  if (isEsperanto(locale)) return ESPERANTO.month(month, 'long');
  return dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month, 1)));
}

/** `weekday`: 0 is Sunday. */
export function weekdayName(weekday: number, length: 'long' | 'narrow', locale = currentLocale()): string {
  if (isEsperanto(locale)) return ESPERANTO.weekday(weekday, length);
  const sunday = Date.UTC(2024, 0, 7);
  return dateFormat(locale, { weekday: length, timeZone: 'UTC' }).format(
    new Date(sunday + weekday * 86_400_000),
  );
}

/** The day a week starts with here; 0 is Sunday. */
export function firstWeekday(locale = currentLocale()): number {
  const info = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  if (isEsperanto(locale)) return 1;
  return ((info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 1) % 7;
}

/** In which order day, month and year are typed here. */
export function dateOrder(locale = currentLocale()): ('day' | 'month' | 'year')[] {
  const parts = dateFormat(isEsperanto(locale) ? 'sv' : locale, { timeZone: 'UTC' }).formatToParts(
    new Date(0),
  );
  return parts.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
}
