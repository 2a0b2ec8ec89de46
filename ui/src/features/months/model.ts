import type { MonthCheckKind } from '../../transport';

/** A month as `YYYY-MM`. */
export type Month = string;

export function moveMonth(month: Month, by: number): Month {
  const [year = 0, index = 1] = month.split('-').map((part) => parseInt(part, 10));
  const at = year * 12 + (index - 1) + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export function isMonth(text: string | null): text is Month {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month that is worth closing: the one before today's. */
export function monthToClose(today: string): Month {
  return moveMonth(today.slice(0, 7), -1);
}

/** The months to choose from, newest first. */
export function monthsUpTo(today: string, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => moveMonth(today.slice(0, 7), -index));
}

export function partsOf(month: Month): { year: number; month: number } {
  const [year = 0, index = 1] = month.split('-').map((part) => parseInt(part, 10));
  return { year, month: index };
}

/** Where all that a point of the checklist counts is found. */
export const CHECK_SCREENS: Record<MonthCheckKind, string> = {
  old_drafts: '/invoices',
  unallocated_payments: '/payments',
  number_gaps: '/invoices',
  unsent_invoices: '/invoices?show=unsent',
  pdfs_missing: '/invoices',
  clients_without_tax_id: '/clients',
};

/** Where one thing that a point of the checklist names is mended; a number that is missing is nowhere. */
export function mendedAt(kind: MonthCheckKind, id: string | null): string | undefined {
  if (id === null) return undefined;
  switch (kind) {
    case 'old_drafts':
      return `/invoices/drafts/${id}`;
    case 'unsent_invoices':
    case 'pdfs_missing':
      return `/invoices/${id}`;
    case 'unallocated_payments':
      return `/payments?client=${id}`;
    case 'clients_without_tax_id':
      return `/clients/${id}`;
    case 'number_gaps':
      return undefined;
  }
}
