/** Whether a pattern has exactly one run of places for the number, as Rust will ask. */
export function isPattern(pattern: string): boolean {
  return pattern.trim() !== '' && (pattern.match(/[0#]+/g) ?? []).length === 1;
}

/** The number that a pattern writes: `YYYY-0000` and 7 in 2026 give `2026-0007`; null for what is no pattern. */
export function writtenNumber(pattern: string, next: number, year: number): string | null {
  if (!isPattern(pattern) || !Number.isSafeInteger(next) || next < 1) return null;
  return pattern
    .replace(/[0#]+/, (places) => String(next).padStart(places.length, '0'))
    .replaceAll('YYYY', String(year));
}
