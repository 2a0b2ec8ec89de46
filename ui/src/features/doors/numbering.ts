/** How invoices are numbered, as the first run asks for it. */
export interface Numbering {
  /** `YYYY` for the year, one run of `0` for the number. */
  pattern: string;
  /** The number of the next invoice. */
  next: number;
}

export const USUAL_PATTERN = 'YYYY-0000';

/** How a number will look; only to show it before the first invoice, which Rust numbers. */
export function showNumber({ pattern, next }: Numbering, year: number): string {
  return pattern
    .replace(/[0#]+/, (run) => String(next).padStart(run.length, '0'))
    .replace('YYYY', String(year));
}

/** Whether the pattern has exactly one place for the number. */
export function isPattern(pattern: string): boolean {
  return (pattern.match(/[0#]+/g) ?? []).length === 1;
}

/**
 * What goes on after the old tool's last number: `RE-2026-0417` → `RE-YYYY-0000` and 418. Null where the number's form
 * has no pattern (zeros outside of the counter), so that the person writes one.
 */
export function goOnFrom(last: string, year: number): Numbering | null {
  const match = /^(.*?)(\d+)(\D*)$/s.exec(last.trim());
  if (!match) return null;
  let [, before = '', digits = ''] = match;
  const after = match[3] ?? '';
  const years = [String(year), String(year - 1)];
  const led = years.find((each) => digits.startsWith(each) && digits.length >= each.length + 3);
  if (led) {
    before += 'YYYY';
    digits = digits.slice(led.length);
  } else {
    for (const each of years) before = before.replace(each, 'YYYY');
  }
  const next = parseInt(digits, 10) + 1;
  const pattern = `${before}${'0'.repeat(digits.length)}${after}`;
  return isPattern(pattern) && Number.isSafeInteger(next) ? { pattern, next } : null;
}
