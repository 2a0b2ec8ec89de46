import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { HOME, fixtures } from './fixtures';

it('says what is owed and when, by currency, and what is new', async () => {
  const { screen } = await renderApp('client', '/', fixtures);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Hello कविता');
  await expect.poll(() => screen.getByTestId('owed').elements().length).toBe(2);
  await expect.element(screen.getByTestId('owed').first()).toHaveTextContent('₹1,23,456.78');
  await expect.element(screen.getByText(/₹47,200.00 of that is late \(one invoice\)/)).toBeVisible();
  await expect.element(screen.getByText('12 days late')).toBeVisible();
  await expect.element(screen.getByTestId('thread-row')).toHaveTextContent('500 posters');
  await expect.element(screen.getByTestId('document-row')).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});

it('is glad when nothing is owed', async () => {
  const nothing = { ...HOME, owed: [], open: [], unread: [] };
  const { screen } = await renderApp('client', '/home', { queries: { home: () => nothing } });
  await expect.element(screen.getByTestId('owed-nothing')).toHaveTextContent('Nothing to pay');
});

it('fits a phone', async () => {
  await page.viewport(320, 640);
  const { screen } = await renderApp('client', '/home', fixtures);
  await expect.element(screen.getByTestId('owed').first()).toBeVisible();
  const main = document.querySelector('main')!;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
  await page.viewport(1280, 800);
});
