import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { today } from '../../i18n/index.svelte';
import type { FakeTransport } from '../../transport/fake';
import { fixtures as activity } from '../activity/fixtures';
import { fixtures as clients } from '../clients/fixtures';
import { HOME, fixtures as home } from '../home/fixtures';
import { fixtures as invoices } from '../invoices/fixtures';
import { fixtures as statements } from './fixtures';
import { periodOf } from './model';

const OFFICE = [activity, invoices, clients, statements];
const here = today('Asia/Kolkata');
const saved = (fake: FakeTransport) => fake.calls.findLast((call) => call.name === 'save_statement')?.params;

it.each(['owner', 'staff', 'bookkeeper'] as const)('saves a client’s statement for the %s', async (role) => {
  const { fake, screen } = await renderApp(role, '/clients/client-2', ...OFFICE);
  await screen.getByTestId('statement').click();
  await expect.poll(() => screen.getByTestId('statement-sums').elements().length).toBe(2);
  await expect.element(screen.getByTestId('statement-sums').first()).toHaveTextContent('₹3,86,400.50');
  await screen.getByRole('radio', { name: 'Last quarter' }).click();
  await screen.getByTestId('save-statement').click();
  await expect.element(screen.getByText(/^Saved as Statement Mehta & Sons/)).toBeVisible();
  expect(saved(fake)).toEqual({ client_id: 'client-2', ...periodOf('last-quarter', here) });
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
});

it('takes days of the person’s own, in order', async () => {
  const { fake, screen } = await renderApp('owner', '/clients/client-2', ...OFFICE);
  await screen.getByTestId('statement').click();
  await screen.getByRole('radio', { name: 'Other days' }).click();
  await screen.getByTestId('statement-from').fill('2025-04-01');
  await screen.getByTestId('statement-to').fill('2025-03-31');
  await screen.getByTestId('statement-from').click();
  await expect.element(screen.getByText('The last day is before the first.')).toBeVisible();
  await expect.element(screen.getByTestId('save-statement')).toBeDisabled();
  await screen.getByTestId('statement-to').fill('2026-03-31');
  await screen.getByTestId('statement-from').click();
  await screen.getByTestId('save-statement').click();
  await expect
    .poll(() => saved(fake))
    .toEqual({ client_id: 'client-2', from: '2025-04-01', to: '2026-03-31' });
});

it('says beside the days why there is no paper', async () => {
  const { screen } = await renderApp('owner', '/clients/client-2', ...OFFICE, {
    commands: {
      save_statement: () => {
        throw {
          code: 'invalid',
          message_key: 'refused-no-glyph',
          params: { field: 'reference', letter: '🥐' },
        };
      },
    },
  });
  await screen.getByTestId('statement').click();
  await screen.getByTestId('save-statement').click();
  await expect.element(screen.getByRole('dialog')).toHaveTextContent('“🥐”');
});

it.each(['/home', '/invoices'])('lets a client save its own from %s', async (path) => {
  const { fake, screen } = await renderApp('client', path, home, invoices, statements);
  await screen.getByTestId('statement').click();
  await screen.getByTestId('save-statement').click();
  await expect
    .poll(() => saved(fake))
    .toEqual({ client_id: HOME.open[0]?.client_id, ...periodOf('this-year', here) });
});

it('has no accessibility violation', async () => {
  const { screen } = await renderApp('owner', '/clients/client-2', ...OFFICE);
  await screen.getByTestId('statement').click();
  await screen.getByRole('radio', { name: 'Other days' }).click();
  await expect.element(screen.getByTestId('statement-sums').first()).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});
