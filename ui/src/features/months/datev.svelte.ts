import { onOtherBusiness } from '../../shared/leaving';
import type { DatevSettings } from '../../transport';

/** The months of a year as `01` to `12`. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) =>
  String(index + 1).padStart(2, '0'),
);

interface DatevWish {
  wanted: boolean;
  adviser: string;
  business: string;
  chart: DatevSettings['chart'];
  yearBegins: string;
}

const USUAL: DatevWish = {
  wanted: false,
  adviser: '1001',
  business: '1',
  chart: 'skr03',
  yearBegins: '01',
};

/** What a person has typed; it stays while the window does, so that several months need it once. */
export const datev = $state<DatevWish>({ ...USUAL });

/** Each business has its own. */
const kept = new Map<string | null, DatevWish>();
onOtherBusiness((from, to) => {
  kept.set(from, { ...datev });
  Object.assign(datev, kept.get(to) ?? USUAL);
});

/** Whether `text` is no whole number between the two. */
export function numberError(text: string, lowest: number, highest: number): boolean {
  const plain = text.trim();
  if (!/^\d{1,7}$/.test(plain)) return true;
  const number = parseInt(plain, 10);
  return number < lowest || number > highest;
}

/** Whether the wish can be granted as it is typed. */
export function isComplete(wish: DatevWish): boolean {
  if (!wish.wanted) return true;
  return !numberError(wish.adviser, 1001, 9_999_999) && !numberError(wish.business, 1, 99_999);
}

/** The settings as the server takes them; none where no file for DATEV is wished for. */
export function settingsOf(wish: DatevWish): DatevSettings | null {
  if (!wish.wanted) return null;
  return {
    adviser_number: parseInt(wish.adviser.trim(), 10),
    business_number: parseInt(wish.business.trim(), 10),
    chart: wish.chart,
    year_begins_in: parseInt(wish.yearBegins, 10),
  };
}
