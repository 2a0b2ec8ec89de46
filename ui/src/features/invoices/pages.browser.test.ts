import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { fixtures as clients } from '../clients/fixtures';
import { fixtures as invoices } from './fixtures';

const FIXTURES = [clients, invoices];

it('shows the pages of a draft as they would be printed, from what is saved', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/drafts/draft-1', ...FIXTURES);
  await screen.getByTestId('draft-note').fill('Thank you');
  await screen.getByTestId('show-pages').click();
  const pages = screen.getByTestId('pages');
  await expect.element(pages.getByRole('img', { name: 'Page 1 of 2' })).toBeVisible();
  await expect.element(pages.getByRole('img', { name: 'Page 2 of 2' })).toBeInTheDocument();
  const calls = fake.calls.filter(({ name }) => ['edit_draft', 'preview_draft'].includes(name));
  expect(calls.map(({ name }) => name)).toEqual(['edit_draft', 'preview_draft']);
  expect(calls[1]?.params).toEqual({ draft_id: 'draft-1', language: 'en' });
  await expectAccessibleEverywhere(document.documentElement);
  await userEvent.keyboard('{Escape}');
  await expect.element(pages).not.toBeInTheDocument();
  await expect.element(screen.getByTestId('show-pages')).toHaveFocus();
});

it('opens by the keyboard, and says what a draft still lacks', async () => {
  const { screen } = await renderApp('staff', '/invoices/drafts/draft-2', ...FIXTURES);
  await expect.element(screen.getByTestId('show-pages')).toBeVisible();
  await userEvent.keyboard('{Alt>}v{/Alt}');
  await expect
    .element(screen.getByTestId('pages-hindrance'))
    .toHaveTextContent('The pages cannot be drawn yet: Add at least one line.');
});

it('shows the pages of what was issued, to the office and to the client', async () => {
  for (const role of ['owner', 'bookkeeper', 'client'] as const) {
    const { fake, screen } = await renderApp(role, '/invoices/invoice-1', ...FIXTURES);
    await screen.getByTestId('show-pages').click();
    await expect.element(screen.getByTestId('pages').getByRole('img', { name: 'Page 1 of 2' })).toBeVisible();
    const asked = fake.calls.filter(({ name }) => name === 'invoice_pages');
    expect(asked.map(({ params }) => params)).toEqual([{ invoice_id: 'invoice-1' }]);
    await expectAccessibleEverywhere(document.documentElement);
    screen.unmount();
  }
});
