import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import type { FakeTransport } from '../../transport/fake';
import type { MutateRequest } from '../../transport';
import { fixtures as clients } from '../clients/fixtures';
import { fixtures as payments } from '../payments/fixtures';
import { fixtures as invoices } from './fixtures';
import { rows } from './samples';

const FIXTURES = [clients, payments, invoices];
const NOTE = rows.find(({ credit_left }) => credit_left !== null)!;
const sent = (fake: FakeTransport, name: string) =>
  fake.calls
    .filter((call) => call.door === 'mutate' && call.name === name)
    .map((call) => call.params as MutateRequest);

it('credits an invoice: a draft that says what it takes back, with nothing to choose that stands already', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/invoice-5', ...FIXTURES);
  await screen.getByTestId('credit-invoice').click();
  await expect.element(screen.getByTestId('credits-invoice')).toHaveTextContent('2026-0038');
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Credit note for');
  expect(sent(fake, 'credit_invoice')).toMatchObject([{ mutation: { args: { invoice_id: 'invoice-5' } } }]);
  await expect.element(screen.getByTestId('draft-client')).not.toBeInTheDocument();
  await expect.element(screen.getByTestId('draft-terms')).not.toBeInTheDocument();
  await expect.element(screen.getByTestId('total')).toHaveTextContent('₹1,18,000.00');

  await screen.getByTestId('credit-reason').fill('Printed in the wrong colour');
  await screen.getByTestId('issue').click();
  await expect.element(screen.getByTestId('undo')).toBeVisible();
  expect(sent(fake, 'edit_draft').flatMap(({ mutation }) => mutation.args)).toMatchObject([
    { edits: [{ field: 'credit_reason', from: '', to: 'Printed in the wrong colour' }] },
  ]);
  expect(sent(fake, 'issue_invoice')).toMatchObject([{ hold_ms: 10_000 }]);
  await expect.element(screen.getByText(/credit note for Mehta & Sons is issued/)).toBeVisible();
});

it('lists credit notes below zero, and alone when asked', async () => {
  const { screen } = await renderApp('owner', '/invoices?show=credit_notes', ...FIXTURES);
  const list = screen.getByTestId('invoices');
  await expect.element(list).toHaveTextContent('CN-2026-0003');
  await expect.element(list).toHaveTextContent(/−\u2060?₹47,200.00/);
  await expect.element(list).toHaveTextContent('Credit left');
  await expect.element(list).not.toHaveTextContent('2026-0042');
});

it('shows a credit note above zero, what it takes back and why, and pays what is left back', async () => {
  const { fake, screen } = await renderApp('owner', `/invoices/${NOTE.invoice_id}`, ...FIXTURES);
  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Credit note CN-2026-0003');
  await expect.element(screen.getByTestId('credit-left')).toHaveTextContent('₹47,200.00');
  await expect.element(screen.getByTestId('total')).toHaveTextContent(/^₹1,18,000.00$/);
  await expect.element(screen.getByTestId('credit-reason')).toHaveTextContent('रंग गलत छपा');
  await expect.element(screen.getByTestId('set-offs')).toHaveTextContent('2026-0039');
  await expect.element(screen.getByTestId('record-payment')).not.toBeInTheDocument();
  await expect.element(screen.getByTestId('credit-invoice')).not.toBeInTheDocument();
  await screen.getByTestId('refund-credit').click();
  await screen.getByTestId('save-refund').click();
  await expect
    .poll(() => sent(fake, 'refund_credit').map(({ mutation }) => mutation.args))
    .toMatchObject([{ credit_note_id: NOTE.invoice_id, amount: { minor: 4_720_000, currency: 'INR' } }]);
});

it('uses a credit for the invoice that is longest due', async () => {
  const { fake, screen } = await renderApp('owner', `/invoices/${NOTE.invoice_id}`, ...FIXTURES);
  await screen.getByTestId('use-credit').click();
  await expect.element(screen.getByTestId('allocation')).toHaveValue('47200.00');
  await screen.getByTestId('save-set-off').click();
  await expect
    .poll(() => sent(fake, 'set_off_credit').map(({ mutation }) => mutation.args))
    .toMatchObject([
      {
        credit_note_id: NOTE.invoice_id,
        allocations: [{ invoice_id: 'invoice-4', amount: { minor: 4_720_000 } }],
      },
    ]);
});

it('takes a use of the credit back, with the reason, and shows what was taken back before', async () => {
  const { fake, screen } = await renderApp('owner', `/invoices/${NOTE.invoice_id}`, ...FIXTURES);
  const list = screen.getByTestId('set-offs');
  await expect.element(list).toHaveTextContent(/Taken back on .* by Asha Verma/);
  await expect.element(list).toHaveTextContent('दूसरे बिल के लिए था');
  // The one that was taken back cannot be taken back again.
  expect(screen.getByTestId('reverse-set-off').elements()).toHaveLength(1);
  await screen.getByTestId('reverse-set-off').click();
  await expect.element(screen.getByRole('dialog')).toHaveTextContent('The credit note has the amount again');
  await expect.element(screen.getByTestId('confirm-reverse')).toBeDisabled();
  await screen.getByTestId('reverse-reason').fill('Meant for another');
  await screen.getByTestId('confirm-reverse').click();
  await expect
    .poll(() => sent(fake, 'reverse_payment').map(({ mutation }) => mutation.args))
    .toEqual([{ payment_id: 'payment-of-nothing', reason: 'Meant for another' }]);
});

const NAMED: readonly [deed: string, credit: RegExp, invoice: RegExp][] = [
  ['send-invoice', /Send credit note CN-2026-0003/, /Send invoice 2026-0042/],
  ['invoice-link', /Link to credit note CN-2026-0003/, /Link to invoice 2026-0042/],
  ['write-message', /Credit note CN-2026-0003/, /Invoice 2026-0042/],
];
it.each(NAMED)('calls it what it is where it is asked to %s', async (deed, credit, invoice) => {
  for (const [id, words] of [
    [NOTE.invoice_id, credit],
    ['invoice-1', invoice],
  ] as const) {
    const { screen } = await renderApp('owner', `/invoices/${id}`, ...FIXTURES);
    await screen.getByTestId(deed).click();
    await expect.element(screen.getByRole('dialog')).toHaveTextContent(words);
    screen.unmount();
  }
});

it('tells what happened to a credit note, and how many there are, as credit notes', async () => {
  const note = await renderApp('owner', `/invoices/${NOTE.invoice_id}`, ...FIXTURES);
  await expect.element(note.screen.getByTestId('timeline')).toHaveTextContent('credit note CN-2026-0003');
  await expect.element(note.screen.getByTestId('timeline')).not.toHaveTextContent('invoice CN');
  await expect.element(note.screen.getByRole('region', { name: 'The credit note' })).toBeVisible();
  await expect.element(note.screen.getByText('Credited to')).toBeVisible();
  note.screen.unmount();
  const list = await renderApp('owner', '/invoices?show=credit_notes', ...FIXTURES);
  await expect.element(list.screen.getByText(/^\d+ credit notes?$/)).toBeVisible();
});

it('tells a client plainly what comes back', async () => {
  const client = await renderApp('client', `/invoices/${NOTE.invoice_id}`, ...FIXTURES);
  await expect.element(client.screen.getByText('You get back')).toBeVisible();
  await expect.element(client.screen.getByTestId('credit-left')).toHaveTextContent('₹47,200.00');
  await expect.element(client.screen.getByText('How to pay')).not.toBeInTheDocument();
});

it('lets the bookkeeper see a credit note and change nothing', async () => {
  const { screen } = await renderApp('bookkeeper', `/invoices/${NOTE.invoice_id}`, ...FIXTURES);
  await expect.element(screen.getByTestId('credit-left')).toBeVisible();
  for (const deed of ['refund-credit', 'use-credit', 'reverse-set-off']) {
    await expect.element(screen.getByTestId(deed)).not.toBeInTheDocument();
  }
});

it.each([
  ['owner', `/invoices/${NOTE.invoice_id}`],
  ['client', `/invoices/${NOTE.invoice_id}`],
])('has no accessibility violation for %s at %s', async (role, path) => {
  const { screen } = await renderApp(role, path, ...FIXTURES);
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});
