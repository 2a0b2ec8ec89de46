import { movePlainDate } from '../../i18n/index.svelte';
import type { PlainDate } from '../../i18n/index.svelte';

export const CHOICES = ['this-year', 'last-quarter', 'custom'] as const;

/** Which days a statement is about. */
export type Choice = (typeof CHOICES)[number];

export interface Period {
  from: PlainDate;
  to: PlainDate;
}

/** The days of a choice; those of the person's own begin as this year's. */
export function periodOf(choice: Choice, today: PlainDate): Period {
  const year = today.slice(0, 4);
  if (choice !== 'last-quarter') return { from: `${year}-01-01`, to: today };
  const month = parseInt(today.slice(5, 7), 10);
  const first = month - ((month - 1) % 3);
  const quarter = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from: movePlainDate(quarter, { months: -3 }), to: movePlainDate(quarter, { days: -1 }) };
}

/** Whether both days are there, and in order. */
export function isPeriod({ from, to }: Period): boolean {
  return from !== '' && to !== '' && from <= to;
}
