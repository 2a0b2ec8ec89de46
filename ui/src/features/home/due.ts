import { formatRelativeDate } from '../../i18n/index.svelte';

/** When something is due, seen from today: "in 3 days", "today", "2 days ago". */
export function dueWords(due: string, today: string): string {
  return formatRelativeDate(due, today);
}
