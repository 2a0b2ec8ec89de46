/**
 * Locale data for Esperanto, which browsers do not carry. Names as in PIV; the decimal comma and the space between
 * groups as in CLDR's root for eo.
 */
const MONTHS = [
  'januaro',
  'februaro',
  'marto',
  'aprilo',
  'majo',
  'junio',
  'julio',
  'aŭgusto',
  'septembro',
  'oktobro',
  'novembro',
  'decembro',
];
/** Sunday first, as Date.getUTCDay counts. */
const WEEKDAYS = ['dimanĉo', 'lundo', 'mardo', 'merkredo', 'ĵaŭdo', 'vendredo', 'sabato'];

const UNITS: Record<RelativeUnit, [one: string, many: string]> = {
  second: ['sekundo', 'sekundoj'],
  minute: ['minuto', 'minutoj'],
  hour: ['horo', 'horoj'],
  day: ['tago', 'tagoj'],
  month: ['monato', 'monatoj'],
  year: ['jaro', 'jaroj'],
};
const DAYS: Record<string, string> = { '-1': 'hieraŭ', '0': 'hodiaŭ', '1': 'morgaŭ' };

export type RelativeUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no entry ${index}`);
  return found;
};

function decimal(exact: string): string {
  const [whole = '0', fraction] = exact.replace('-', '').split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
  return (exact.startsWith('-') ? '−' : '') + groups + (fraction === undefined ? '' : `,${fraction}`);
}

function relative(value: number, unit: RelativeUnit): string {
  const day = unit === 'day' ? DAYS[String(value)] : undefined;
  if (day) return day;
  if (unit === 'second' && value === 0) return 'ĵus';
  const size = Math.abs(value);
  const word = at(UNITS[unit], size === 1 ? 0 : 1);
  return `${value < 0 ? 'antaŭ' : 'post'} ${decimal(String(size))} ${word}`;
}

/** The letters with a hat come after their plain ones, not among them. */
const sortKey = (name: string) =>
  name.toLowerCase().replace(/[ĉĝĥĵŝŭ]/g, (letter) => `${letter.normalize('NFD').charAt(0)}zzz`);

const short = (name: string) => `${name.slice(0, 3)}.`;

export const ESPERANTO = {
  decimal,
  relative,
  sortKey,
  month: (index: number, length: 'long' | 'short') =>
    length === 'long' ? at(MONTHS, index) : at(MONTHS, index).slice(0, 3),
  weekday: (index: number, length: 'long' | 'narrow') =>
    length === 'long' ? at(WEEKDAYS, index) : at(WEEKDAYS, index).slice(0, 2),
  /** `month`: 0 is January; `weekday`: 0 is Sunday. */
  date(style: DateStyle, year: number, month: number, day: number, weekday: number): string {
    if (style === 'month') return `${at(MONTHS, month)} ${year}`;
    if (style === 'short') return `${day} ${short(at(MONTHS, month))}`;
    if (style === 'medium') return `${day} ${short(at(MONTHS, month))} ${year}`;
    return `${at(WEEKDAYS, weekday)}, la ${day}-a de ${at(MONTHS, month)} ${year}`;
  },
};

export type DateStyle = 'short' | 'medium' | 'long' | 'month';
