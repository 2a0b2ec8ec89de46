import { describe, expect, it } from 'vitest';
import type { InvoiceRow } from '../../transport';
import { allocated, likelyInvoice, partsOf } from './model';

const inr = (minor: number) => ({ minor, currency: 'INR' });
const row = (invoice_id: string, due_date: string, minor: number) =>
  ({ invoice_id, due_date, amount_due: inr(minor) }) as InvoiceRow;

it('sets no more against an invoice than it asks', () => {
  expect(allocated(inr(500), inr(300))).toEqual(inr(300));
  expect(allocated(inr(200), inr(300))).toEqual(inr(200));
});

it('leaves empty and zero amounts out, and refuses what is no amount', () => {
  expect(partsOf({ a: '12.5', b: '', c: '0' }, 'INR')).toEqual([{ invoice_id: 'a', amount: inr(1250) }]);
  expect(partsOf({ a: '12.505' }, 'INR')).toBeNull();
});

describe('the likeliest invoice', () => {
  const open = [row('newer', '2026-03-01', 900), row('older', '2026-01-01', 700)];
  it.each([
    [900, 'newer'],
    [700, 'older'],
    [100, 'older'],
    [800, undefined],
  ])('for %i is %s', (came, id) => expect(likelyInvoice(inr(came), open)?.invoice_id).toBe(id));
  it('is of the same currency', () =>
    expect(likelyInvoice({ minor: 700, currency: 'EUR' }, open)).toBeNull());
});
