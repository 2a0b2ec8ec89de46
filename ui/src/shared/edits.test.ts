import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FolioError } from '../transport/errors';
import type { FieldEdit, LostValue } from '../transport';
import { Edits, lostIn } from './edits.svelte';

let stored: Record<string, unknown>;
let sent: { record: string; edits: FieldEdit[] }[];
let refuse: FolioError | null;

const editing = () =>
  new Edits({
    saved: (key) => stored[key],
    async send(record, edits) {
      sent.push({ record, edits });
      if (refuse) return { ok: false, error: refuse };
      for (const { field, to } of edits) stored[record ? `${record}/${field}` : field] = to;
      return { ok: true, value: null };
    },
    settle: async () => undefined,
  });

beforeEach(() => {
  vi.useFakeTimers();
  stored = { note: 'old', 'line-1/quantity': '1', 'line-1/unit_price': '5' };
  sent = [];
  refuse = null;
});
afterEach(() => vi.useRealTimers());

it('saves after a pause, from what the person saw', async () => {
  const edits = editing();
  edits.type('note', 'n');
  edits.type('note', 'new');
  expect(edits.value('note')).toBe('new');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([{ record: '', edits: [{ field: 'note', from: 'old', to: 'new' }] }]);
  expect(edits.pending).toBe(false);
});

it('keeps what was seen when another writes meanwhile, so that Rust can tell', async () => {
  const edits = editing();
  edits.type('note', 'mine');
  stored.note = 'theirs';
  await edits.flush();
  expect(sent[0]?.edits[0]).toEqual({ field: 'note', from: 'old', to: 'mine' });
});

it('sends the fields of one record together', async () => {
  const edits = editing();
  edits.type('line-1/quantity', '2');
  edits.type('line-1/unit_price', '7');
  expect(await edits.flush()).toBe(true);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.record).toBe('line-1');
  expect(sent[0]?.edits.map(({ field }) => field)).toEqual(['quantity', 'unit_price']);
});

it('sends nothing when the value came back to what it was', async () => {
  const edits = editing();
  edits.type('note', 'x');
  edits.type('note', 'old');
  await edits.flush();
  expect(sent).toEqual([]);
  expect(edits.pending).toBe(false);
});

it('keeps what could not be saved, and says why', async () => {
  const edits = editing();
  refuse = new FolioError('invalid', 'refused-too-long', { field: 'note' });
  edits.type('note', 'too long');
  expect(await edits.flush()).toBe(false);
  expect([edits.value('note'), edits.error('note')?.messageKey]).toEqual(['too long', 'refused-too-long']);
  refuse = null;
  edits.type('note', 'short');
  expect(edits.error('note')).toBeUndefined();
  expect(await edits.flush()).toBe(true);
});

it('does other deeds after what was typed', async () => {
  const edits = editing();
  edits.type('note', 'new');
  await edits.after(async () => sent.push({ record: 'deed', edits: [] }));
  expect(sent.map(({ record }) => record)).toEqual(['', 'deed']);
});

it('shows a lost value while the one that replaced it stands', () => {
  const history = { about_kind: 'draft', about_id: 'd', field: 'note', lost: 'a', kept: 'b' };
  const lost = [{ history_id: 'h', history }] as unknown as LostValue[];
  expect(lostIn(lost, 'd', 'note', 'b')).toBe(lost[0]);
  expect(lostIn(lost, 'd', 'note', 'a')).toBeUndefined();
  expect(lostIn(lost, 'd', 'note', 'c')).toBeUndefined();
  expect(lostIn(lost, 'd', 'reference', 'b')).toBeUndefined();
});
