import { locale as currentLocale } from './screen.svelte';
import { ESPERANTO } from './esperanto';

const isEsperanto = (locale: string) => locale.split('-')[0] === 'eo';
const formats = new Map<string, Intl.NumberFormat>();

/** Intl objects are slow to make, and a table makes thousands. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Below zero is written with this sign everywhere, as on the papers; a keyboard's hyphen is what people type. */
export const MINUS = '−';
/** Before a currency's sign a line could break; a word joiner keeps the amount in one piece. */
const UNBROKEN_MINUS = `${MINUS}\u2060`;

/** A number as `format` writes it, with the one minus sign. */
export function formatSigned(format: Intl.NumberFormat, decimal: string): string {
  const exact = decimal as Intl.StringNumericLiteral;
  if (!decimal.startsWith('-')) return format.format(exact);
  const parts = format.formatToParts(exact as unknown as number);
  return parts
    .map(({ type, value }, index) => {
      if (type !== 'minusSign') return value;
      return parts[index + 1]?.type === 'integer' ? MINUS : UNBROKEN_MINUS;
    })
    .join('');
}

/** An exact decimal (`"1234.50"`) with the grouping of `locale`; keeps every digit it is given. */
export function formatDecimal(decimal: string, locale = currentLocale()): string {
  if (!DECIMAL.test(decimal)) throw new Error(`not a decimal: ${decimal}`);
  if (isEsperanto(locale)) return ESPERANTO.decimal(decimal);
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return formatSigned(format, decimal);
}

/** A whole number that counts something. */
export function formatCount(count: number, locale = currentLocale()): string {
  return formatDecimal(String(count), locale);
}

/** A rate in per cent: `"19"` → `19 %` as the language writes it. */
export function formatPercent(rate: string, locale = currentLocale()): string {
  const number = formatDecimal(rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate, locale);
  if (isEsperanto(locale)) return `${number} %`;
  // The pattern of the language around a placeholder digit: some put a space, some put the sign first.
  const parts = numberFormat(locale, { style: 'percent' }).formatToParts(0);
  return parts.map((part) => (part.type === 'integer' ? number : part.value)).join('');
}

/** What `locale` writes between whole and fraction, and between groups. */
export function separators(locale = currentLocale()): { decimal: string; group: string } {
  if (isEsperanto(locale)) return { decimal: ',', group: '\u00a0' };
  const parts = numberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(1234567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: find('decimal') ?? '.', group: find('group') ?? ',' };
}

/** The first code point of the digits that people here type, besides ASCII. */
const ZEROS = [0x0966, 0x0be6, 0x0660, 0x06f0];

function asciiDigits(text: string): string {
  return Array.from(text, (char) => {
    const point = char.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => point >= first && point < first + 10);
    return zero === undefined ? char : String(point - zero);
  }).join('');
}

/** Whole digits in groups as people write them: 1,234,567 or 12,34,567. */
const grouped = (text: string, mark: string) => {
  const [first = '', ...rest] = text.split(mark);
  const last = rest.pop();
  return (
    /^\d{1,3}$/.test(first) && /^\d{3}$/.test(last ?? '') && rest.every((part) => /^\d{2,3}$/.test(part))
  );
};

/**
 * What a person typed as an exact decimal (`"1234.5"`), or null. Understands both separators whatever the language:
 * where both occur the last is the decimal one; a lone one is a group mark only if this language groups with it and the
 * digits fall into groups.
 */
export function parseDecimal(typed: string, locale = currentLocale()): string | null {
  // What is pasted often brings its currency sign and marks that nobody sees.
  let text = asciiDigits(typed.trim())
    .replace(/[\s\u00a0\u202f'’_\p{Sc}\p{Cf}]/gu, '')
    .replace(/^[−–]/, '-');
  const negative = text.startsWith('-');
  text = text.replace(/^[+-]/, '');
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return null;

  const { decimal } = separators(locale);
  const marks = [...new Set(text.replace(/\d/g, ''))];
  let point: string | null = null;
  if (marks.length === 2) {
    point = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  } else if (marks.length === 1) {
    const mark = marks[0] ?? '';
    const isGroup = mark !== decimal && grouped(text, mark);
    if (!isGroup) point = mark;
  }
  const cut = point === null ? text.length : text.lastIndexOf(point);
  const wholeTyped = text.slice(0, cut);
  const fraction = text.slice(cut).slice(1);
  const wholeMark = /[.,]/.exec(wholeTyped)?.[0];
  if (wholeMark && (wholeMark === point || !grouped(wholeTyped, wholeMark))) return null;
  const whole = wholeTyped.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** An exact decimal as one types it here: this language's decimal sign, no group marks. */
export function decimalToTyped(decimal: string, locale = currentLocale()): string {
  return decimal.replace('.', separators(locale).decimal);
}
