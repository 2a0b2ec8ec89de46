import { describe, expect, it } from 'vitest';
import { distinctTaxes, dueDate, emptyLine, placeAfterMove, qrPath, timelineOf } from './model';
import type { InvoiceDetail, Tax } from '../../transport';

const GST: Tax = { name: 'GST', percent: '18', category: 'standard' };
const CESS: Tax = { name: 'Cess', percent: '1', category: 'standard' };

it('names every tax once', () => {
  expect(distinctTaxes([emptyLine([GST]), emptyLine([{ ...GST }, CESS])])).toEqual([GST, CESS]);
});

describe('moving a line', () => {
  const lines = ['a', 'b', 'c'].map((line_id) => ({ line_id }));
  it.each([
    ['a', 1, 'b'],
    ['c', -1, 'a'],
    ['b', -1, null],
    ['b', 1, 'c'],
    ['a', -1, undefined],
    ['c', 1, undefined],
    ['x', 1, undefined],
  ] as const)('%s by %i stands after %s', (id, step, after) =>
    expect(placeAfterMove(lines, id, step)).toBe(after),
  );
});

it('counts days to the due date over a leap day', () => expect(dueDate('2028-02-20', 14)).toBe('2028-03-05'));

it('tells what happened in the order in which it did', () => {
  const detail = {
    activity: [
      { activity_id: 'viewed', activity: { at: '2026-03-05T10:00:00Z', action: 'view_invoice' } },
      { activity_id: 'noted', activity: { at: '2026-03-05T09:00:00Z', action: 'keep_delivery' } },
    ],
    deliveries: [{ email: 'k@example.test', state: 'copy_link', at: '2026-03-05T09:00:00Z' }],
    payments: [
      { payment_id: 'first', payment: { recorded_at: '2026-03-04T10:00:00Z' } },
      { payment_id: 'second', payment: { recorded_at: '2026-03-06T10:00:00Z' } },
    ],
    credit_notes: [{ invoice_id: 'credited', issued_at: '2026-03-05T11:00:00Z' }],
  } as unknown as InvoiceDetail;
  expect(timelineOf(detail).map(({ key }) => key)).toEqual([
    'second',
    'credited',
    'viewed',
    'delivery 0',
    'first',
  ]);
});

it('draws the dark modules of a code, joined along a row', () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
      [false, true, false, false],
    ]),
  ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h1v1h-1z');
});
