import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../tests/axe';
import { renderApp } from '../../tests/render-app';
import { fixtures as clients } from '../features/clients/fixtures';
import { fixtures as home } from '../features/home/fixtures';
import { fixtures as invoices } from '../features/invoices/fixtures';
import { fixtures as today } from '../features/today/fixtures';
import type { PersonRole, SearchHit } from '../transport';

const HIT: SearchHit = {
  kind: 'invoice',
  open_id: 'invoice-1',
  open_kind: 'invoice',
  is_credit_note: false,
  title: '2026-0042',
  context: 'கவிதா',
};
const HITS: SearchHit[] = [
  HIT,
  { ...HIT, open_id: 'invoice-7', title: 'CN-2026-0009', is_credit_note: true },
  { ...HIT, kind: 'message', open_kind: 'thread', open_id: 'thread-1', title: 'Cover', context: '… proof …' },
  { ...HIT, kind: 'draft_line', open_kind: 'draft', open_id: 'draft-1', title: 'Catalogue' },
];
const finds = { queries: { search: () => ({ hits: HITS }) } };

async function palette(role: PersonRole) {
  const { fake, screen } = await renderApp(role, '/', clients, home, invoices, today, finds);
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.keyboard('{Control>}f{/Control}');
  await expect.element(screen.getByRole('combobox', { name: /^Find something/ })).toHaveFocus();
  return { fake, screen };
}

it('finds records while one types, and opens one by the keyboard', async () => {
  const { fake, screen } = await palette('owner');
  await userEvent.keyboard('2');
  await expect.element(screen.getByTestId('found')).not.toBeInTheDocument();
  await userEvent.keyboard('026-00');
  const found = screen.getByTestId('found');
  await expect.element(found.first()).toHaveTextContent('2026-0042 கவிதா Invoice');
  await expect.element(found.nth(1)).toHaveTextContent('CN-2026-0009 கவிதா Credit note');
  await expect.element(found.nth(2)).toHaveTextContent('Cover … proof … Message');
  await expect.element(found.nth(3)).toHaveTextContent('Catalogue கவிதா Draft');
  const asked = fake.calls.filter(({ name }) => name === 'search');
  expect(asked.at(-1)?.params).toEqual({ text: '2026-00', limit: 20 });
  await expectAccessibleEverywhere(document.documentElement);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => location.pathname).toBe('/invoices/invoice-7');
});

it('shows a client only what has a screen there', async () => {
  const { screen } = await palette('client');
  await userEvent.keyboard('cov');
  const found = screen.getByTestId('found');
  await expect.poll(() => found.elements().length).toBe(3);
  await found.nth(2).click();
  await expect.poll(() => location.pathname).toBe('/messages/thread-1');
});
