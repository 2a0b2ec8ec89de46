import { expect, it } from 'vitest';
import { draftRow, numberTrack } from './invoice-rows';

it('shows a draft that waits for the server as waiting, without a number', () => {
  const row = draftRow({
    draft_id: 'd',
    client_name: 'Mehta',
    total: { minor: 1, currency: 'INR' },
    waiting: true,
    is_credit_note: false,
    edited_at: '2026-03-05T00:00:00Z',
  });
  expect([row.number, row.status]).toEqual(['', 'waiting']);
});

it('gives the longest number its room, within reason', () => {
  const rem = (numbers: string[]) => Number.parseFloat(numberTrack(numbers).slice('minmax('.length));
  expect(rem([])).toBe(rem(['2026-0042']));
  expect(rem(['2026-0042', 'CN-2026-0009'])).toBeGreaterThan(rem(['2026-0042']));
  expect(rem(['R'.repeat(80)])).toBe(rem(['R'.repeat(24)]));
});
