import { beforeAll, expect, it } from 'vitest';
import { setLanguage } from '../../i18n/index.svelte';
import type { Activity, MutationName } from '../../transport';
import { linkOf, sentenceOf } from './words';

const LOOK: Activity = {
  at: '2026-03-05T04:30:00Z',
  actor_id: 'p-1',
  actor_name: 'Kavita',
  actor_role: 'client',
  action: 'view_invoice',
  mutation_id: 'm-1',
  about_kind: 'invoice',
  about_id: 'i-7',
  label: '2026-0007',
  args_sha256: '',
  salt: '',
};

beforeAll(async () => {
  // The loader of texts writes the language onto the page; there is none here.
  globalThis.document ??= { documentElement: {} } as Document;
  await setLanguage('en');
});

const told = (part: Partial<Activity>, is_credit_note = false) =>
  sentenceOf({ activity: { ...LOOK, ...part }, is_credit_note });

it('says who did what to which', () => {
  expect(told({})).toBe('Kavita opened invoice 2026-0007');
  expect(told({ action: 'record_payment', label: '' })).toBe('Kavita: Payment recorded');
});

it('calls a credit note a credit note, whatever was done with it', () => {
  const actions: MutationName[] = ['issue_invoice', 'send_invoice', 'mark_sent', 'view_invoice', 'keep_pdf'];
  for (const action of actions) {
    expect(told({ action })).toContain('invoice 2026-0007');
    expect(told({ action }, true)).toContain('credit note 2026-0007');
    expect(told({ action }, true)).not.toContain('invoice');
  }
});

it('tells a set-off that was taken back of its credit note, with the reason', () => {
  const label = 'CN-2026-0001 (Wrong invoice)';
  expect(told({ action: 'reverse_payment', label }, true)).toBe(
    'Kavita took back a use of credit note CN-2026-0001 (Wrong invoice)',
  );
  expect(told({ action: 'reverse_payment', about_kind: 'payment', label: 'UTR 7' })).toBe(
    'Kavita reversed the payment UTR 7',
  );
});

it('leads to what it is about, where that still is', () => {
  expect(linkOf(LOOK)).toBe('/invoices/i-7');
  expect(linkOf({ ...LOOK, about_kind: 'draft', action: 'discard_draft' })).toBeNull();
  expect(linkOf({ ...LOOK, about_kind: 'payment' })).toBe('/payments');
  expect(linkOf({ ...LOOK, about_kind: null })).toBeNull();
});
