import { movePlainDate } from '../../i18n/index.svelte';
import type { PlainDate } from '../../i18n/index.svelte';
import { sameValue } from '../../shared/same-value';
import type {
  ActivityItem,
  CreditNoteRow,
  Delivery,
  DraftLineView,
  InvoiceDetail,
  InvoicePayment,
  LineItem,
  PricedContent,
  Tax,
} from '../../transport';

/** A line that says nothing yet. */
export function emptyLine(taxes: readonly Tax[]): LineItem {
  return {
    description: '',
    quantity: '1',
    unit: '',
    unit_price: '0',
    discount: { kind: 'none' },
    taxes: [...taxes],
  };
}

export const LINE_FIELDS = ['description', 'quantity', 'unit', 'unit_price', 'discount', 'taxes'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** Every tax once, in the order of the lines. */
export function distinctTaxes(items: readonly LineItem[]): Tax[] {
  const found: Tax[] = [];
  for (const tax of items.flatMap((item) => item.taxes)) {
    if (!found.some((other) => sameValue(other, tax))) found.push(tax);
  }
  return found;
}

/** What totals are computed from while a person types: an empty box counts as nothing. */
export function pricedContent(head: Omit<PricedContent, 'lines'>, lines: readonly LineItem[]): PricedContent {
  return { ...head, lines: [...lines] };
}

/** The line that `lineId` must follow to move one place; undefined when there is no such place. */
export function placeAfterMove(
  lines: readonly Pick<DraftLineView, 'line_id'>[],
  lineId: string,
  step: -1 | 1,
): string | null | undefined {
  const at = lines.findIndex((line) => line.line_id === lineId);
  const to = at + step;
  if (at < 0 || to < 0 || to >= lines.length) return undefined;
  const others = lines.filter((line) => line.line_id !== lineId);
  return to === 0 ? null : others[to - 1]?.line_id;
}

export function dueDate(issueDate: PlainDate, termsDays: number): PlainDate {
  return movePlainDate(issueDate, { days: termsDays });
}

export type Happening =
  | { kind: 'delivery'; key: string; at: string; delivery: Delivery }
  | { kind: 'activity'; key: string; at: string; item: ActivityItem }
  | { kind: 'credit'; key: string; at: string; note: CreditNoteRow }
  | { kind: 'payment'; key: string; at: string; payment: InvoicePayment };

/**
 * What happened to an invoice, newest first. That a mail's state was noted says nothing; the mails themselves say how
 * they fared.
 */
export function timelineOf({ activity, deliveries, payments, credit_notes }: InvoiceDetail): Happening[] {
  const deeds = activity.filter((item) => item.activity.action !== 'keep_delivery');
  const all: Happening[] = [
    ...deeds.map((item) => ({
      kind: 'activity' as const,
      key: item.activity_id,
      at: item.activity.at,
      item,
    })),
    ...deliveries.map((delivery, index) => ({
      kind: 'delivery' as const,
      key: `delivery ${index}`,
      at: delivery.at,
      delivery,
    })),
    ...credit_notes.map((note) => ({
      kind: 'credit' as const,
      key: note.invoice_id,
      at: note.issued_at,
      note,
    })),
    ...payments.map((payment) => ({
      kind: 'payment' as const,
      key: payment.payment_id,
      at: payment.payment.recorded_at,
      payment,
    })),
  ];
  return all.sort((a, b) => b.at.localeCompare(a.at));
}

/** The dark modules of a QR code as one SVG path, a unit each, row by row; runs are joined. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) => {
      const runs: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x += 1;
        const length = x - start + 1;
        runs.push(`M${start} ${y}h${length}v1h-${length}z`);
      }
      return runs;
    })
    .join('');
}
