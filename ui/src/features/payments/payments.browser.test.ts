import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import type { MutateRequest } from '../../transport';
import { fixtures as clients } from '../clients/fixtures';
import { fixtures as invoices } from '../invoices/fixtures';
import { fixtures as payments } from './fixtures';

const FIXTURES = [clients, invoices, payments];

it('sets a payment against the likeliest invoice, and lets the person change it', async () => {
  const { fake, screen } = await renderApp('owner', '/payments', ...FIXTURES);
  await screen.getByTestId('record-payment').click();
  await screen.getByTestId('payment-client').click();
  await userEvent.keyboard('mehta');
  await expect.element(screen.getByRole('option', { name: /Mehta & Sons/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await screen.getByTestId('payment-amount').fill('236000');
  await expect.element(screen.getByTestId('allocation')).toHaveValue('236000.00');
  await screen.getByTestId('allocation').fill('200000');
  await screen.getByTestId('save-payment').click();
  await expect
    .poll(
      () =>
        (fake.calls.findLast((call) => call.name === 'record_payment')?.params as MutateRequest)?.mutation
          .args,
    )
    .toMatchObject({
      client_id: 'client-2',
      amount: { minor: 23_600_000 },
      allocations: [{ invoice_id: 'invoice-4', amount: { minor: 20_000_000, currency: 'INR' } }],
    });
});

it('shows what a payment paid, and reverses it', async () => {
  const { screen } = await renderApp('owner', '/payments', ...FIXTURES);
  await screen.getByRole('row', { name: /NEFT|2026-0039/ }).click();
  await expect.element(screen.getByRole('dialog')).toHaveTextContent('NEFT 88121');
  await screen.getByTestId('reverse-payment').click();
  await expect.element(screen.getByTestId('confirm-reverse')).toBeDisabled();
});

it('saves the receipt of a payment', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/payments', ...FIXTURES);
  await screen.getByRole('row', { name: /NEFT|2026-0039/ }).click();
  await screen.getByTestId('save-receipt').click();
  await expect
    .poll(() => fake.calls.findLast((call) => call.name === 'save_receipt')?.params)
    .toEqual({ payment_id: 'payment-2' });
  await expectAccessibleEverywhere(document.documentElement);
});

it('has no accessibility violation', async () => {
  const { screen } = await renderApp('bookkeeper', '/payments', ...FIXTURES);
  await expect.element(screen.getByRole('grid')).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});
