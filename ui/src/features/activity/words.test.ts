import { beforeAll, expect, it } from 'vitest';
import { setLanguage } from '../../i18n/index.svelte';
import type { Activity } from '../../transport';
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

it('says who did what to which', () => {
  expect(sentenceOf(LOOK)).toBe('Kavita opened invoice 2026-0007');
  expect(sentenceOf({ ...LOOK, action: 'record_payment', label: '' })).toBe('Kavita: Payment recorded');
});

it('leads to what it is about, where that still is', () => {
  expect(linkOf(LOOK)).toBe('/invoices/i-7');
  expect(linkOf({ ...LOOK, about_kind: 'draft', action: 'discard_draft' })).toBeNull();
  expect(linkOf({ ...LOOK, about_kind: 'payment' })).toBe('/payments');
  expect(linkOf({ ...LOOK, about_kind: null })).toBeNull();
});
