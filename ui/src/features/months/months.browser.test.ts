import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { fixtures } from './fixtures';

it('is where a bookkeeper begins, shows the month and saves its pack', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/', fixtures);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Month end');
  await screen.getByTestId('month').selectOptions('2026-02');
  await expect.element(screen.getByText(/^1 Feb 2026 to 28 Feb 2026/)).toBeVisible();
  await expect.poll(() => screen.getByTestId('month-totals').elements().length).toBe(2);
  await expect.element(screen.getByText('2 invoices were not sent.')).toBeVisible();
  await expect.element(screen.getByText('The invoice numbers have no gap.')).toBeVisible();
  await screen.getByTestId('save-pack').click();
  await expect.element(screen.getByText('Saved as Verma-2026-02.zip.')).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'save_month_pack')?.params).toEqual({
    year: 2026,
    month: 2,
  });
  await expectAccessibleEverywhere(document.documentElement);
});

it('says nothing when the person changes their mind in the save dialog', async () => {
  const { fake, screen } = await renderApp('owner', '/month-end?month=2026-01', fixtures, {
    commands: { save_month_pack: () => ({ file_name: null }) },
  });
  await screen.getByTestId('save-pack').click();
  await expect.poll(() => fake.calls.some((call) => call.name === 'save_month_pack')).toBe(true);
  await expect.element(screen.getByText(/^Saved as/)).not.toBeInTheDocument();
});
