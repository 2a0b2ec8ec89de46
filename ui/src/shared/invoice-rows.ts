import type { PlainDate } from '../i18n/index.svelte';
import { badgeOf } from './invoice-status';
import type { DraftRow, InvoiceRow, Money } from '../transport';
import type { Status } from './ui/StatusBadge.svelte';

/** A row of the list: a draft or an invoice. */
export interface ListRow {
  key: string;
  href: string;
  /** Empty for a draft. */
  number: string;
  clientName: string;
  issueDate: PlainDate | null;
  dueDate: PlainDate | null;
  status: Status;
  daysLate: number;
  total: Money;
  amountDue: Money | null;
}

export function draftRow(row: DraftRow): ListRow {
  return {
    key: row.draft_id,
    href: `/invoices/drafts/${row.draft_id}`,
    number: '',
    clientName: row.client_name,
    issueDate: null,
    dueDate: null,
    status: row.waiting ? 'waiting' : 'draft',
    daysLate: 0,
    total: row.total,
    amountDue: null,
  };
}

export function invoiceRow(row: InvoiceRow): ListRow {
  return {
    key: row.invoice_id,
    href: `/invoices/${row.invoice_id}`,
    number: row.number,
    clientName: row.client_name,
    issueDate: row.issue_date,
    dueDate: row.credit_left === null ? row.due_date : null,
    status: badgeOf(row),
    daysLate: row.days_late,
    total: row.total,
    amountDue: row.amount_due,
  };
}

/** Rem to a letter of an invoice's number: tabular digits and a few capitals. */
const LETTER = 0.62;
const SHORTEST = 10;
const LONGEST = 24;

/** The track of a table's column of invoice numbers: a number that is cut off is none. */
export function numberTrack(numbers: readonly string[]): string {
  const letters = Math.min(Math.max(SHORTEST, ...numbers.map(({ length }) => length)), LONGEST);
  return `minmax(${(letters * LETTER).toFixed(2)}rem, 1fr)`;
}
