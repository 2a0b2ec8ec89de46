import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp, renderAppIn } from '../../../tests/render-app';
import { syncFixtures } from './fixtures';
import { valueText } from './values';

it('lists what waits, takes back what is held, and lets go of what was refused', async () => {
  const { fake, screen } = await renderApp('owner', '/sync', syncFixtures());
  await expect.poll(() => screen.getByTestId('pending-row').elements().length).toBe(3);
  await expect.element(screen.getByText(/already being issued, or it was discarded/)).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('pending-undo').click();
  await expect.poll(() => screen.getByTestId('pending-row').elements().length).toBe(2);
  await screen.getByTestId('pending-dismiss').click();
  await expect.poll(() => screen.getByTestId('pending-row').elements().length).toBe(1);
  await screen.getByTestId('sync-now').click();
  await expect.poll(() => fake.calls.some((call) => call.name === 'sync_now')).toBe(true);
});

it('says in a browser too that what has left cannot be taken back', async () => {
  const { screen } = await renderAppIn('browser', 'owner', '/sync', syncFixtures(), {
    commands: {
      undo: () => {
        throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
      },
    },
  });
  await screen.getByTestId('pending-undo').click();
  await expect.element(screen.getByText(/has left already/)).toBeVisible();
});

it('shows both values of a conflict with a way to the record', async () => {
  const { screen } = await renderApp('owner', '/sync', syncFixtures());
  const rows = screen.getByTestId('conflict-row');
  await expect.element(rows.first()).toHaveTextContent('Quantity, replaced');
  await expect.element(rows.last()).toHaveTextContent('3 North Street, 625001, Madurai, IN');
  await expect.element(rows.last().getByRole('link')).toHaveAttribute('href', '/clients/client-2');
  expect(valueText(null)).toBe('(empty)');
  expect(valueText(true)).toBe('Yes');
  expect(valueText({ minor: 1234, currency: 'INR' })).toContain('12.34');
  expect(valueText([{ name: 'GST', percent: '18.5' }])).toBe('GST, 18.5');
});

it('opens from the status in the bar', async () => {
  const { fake, screen } = await renderApp('owner', '/settings', syncFixtures());
  fake.setSync({ state: 'needs_attention', refused: 1, problem: null });
  await screen.getByTestId('sync-status').click();
  await expect.element(screen.getByTestId('pending-row').first()).toBeVisible();
  await screen.getByRole('link', { name: 'Sync and conflicts' }).click();
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Sync and conflicts');
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
});
