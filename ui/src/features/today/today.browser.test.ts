import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { fixtures } from './fixtures';

it('answers who owes, who wrote and what they looked at', async () => {
  const { screen } = await renderApp('owner', '/', fixtures);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Today');
  const first = screen.getByTestId('owing-client').first();
  await expect.element(first).toHaveTextContent('Mehta & Sons');
  await expect.element(first).toHaveTextContent('34 days late');
  await expect.element(first).toHaveAttribute('href', '/clients/client-2');
  await expect
    .element(screen.getByTestId('owed-JPY'))
    .toHaveTextContent(/¥0.*Clients have .*63,064 in credit/);
  await expect
    .element(screen.getByTestId('waiting-thread').nth(2))
    .toHaveTextContent('would like to be called');
  await expect.element(screen.getByText('Rohan Mehta opened invoice 2026-0039')).toBeVisible();
  await expect.element(screen.getByTestId('drafts')).toHaveTextContent('2 drafts');
  await expectAccessibleEverywhere(document.documentElement);
});

it('begins with a client where nothing has happened', async () => {
  const nothing = { date: '2026-03-05', owed: [], owing: [], waiting: [], looks: [], drafts: 0 };
  const { screen } = await renderApp('owner', '/today', { queries: { today: () => nothing } });
  await expect.element(screen.getByRole('link', { name: 'Add a client' })).toBeVisible();
});

it('offers first, in the palette, what is done most', async () => {
  const { screen } = await renderApp('owner', '/', fixtures);
  await expect.element(screen.getByTestId('owing-client').first()).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  const place = (name: string) =>
    screen
      .getByRole('option')
      .elements()
      .findIndex((option) => option.textContent.includes(name));
  await expect.poll(() => place('New invoice')).toBeGreaterThanOrEqual(0);
  const places = ['New invoice', 'Record payment', 'Settings', 'Go to Today', 'Print'].map(place);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});
