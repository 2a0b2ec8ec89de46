import type { InvoiceRow } from '../transport';
import type { Status } from './ui/StatusBadge.svelte';

/** How an invoice or a credit note is shown; of a credit note what counts is whether credit is left. */
export function badgeOf({ status, credit_left }: Pick<InvoiceRow, 'status' | 'credit_left'>): Status {
  if (credit_left === null) return status;
  return credit_left.minor === 0 ? 'credit_used' : 'credit_left';
}

/** Nothing is left to pay. */
export const isSettled = (status: Status) =>
  status === 'paid' || status === 'credited' || status === 'credit_used';
