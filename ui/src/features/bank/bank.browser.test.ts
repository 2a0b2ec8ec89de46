import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import type { BankEntry, BankStatements, Commands, MutateRequest, RecordedPayment } from '../../transport';
import { fixtures as clients } from '../clients/fixtures';
import { fixtures as invoices } from '../invoices/fixtures';
import { fixtures as payments } from '../payments/fixtures';
import { INCOMING, OPENED, PAYMENT, fixtures } from './fixtures';

const FIXTURES = [clients, invoices, payments, fixtures];

function choose(...names: string[]) {
  const input = document.querySelector<HTMLInputElement>('[data-testid="bank-files"]')!;
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File([name], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
type Asked = Commands['open_bank_statements']['params'];

/** Files with one account and one entry for each of the changes. */
function opened(...changes: Partial<BankEntry>[]): BankStatements {
  const entries = changes.map((change) => ({ ...INCOMING, times: 1, files: [0], account: 0, ...change }));
  return {
    files: [
      {
        ...OPENED.files[0]!,
        name: 'one.xml',
        verdict: 'valid',
        findings: [],
        repeated: 0,
        ask: null,
        table: null,
      },
    ],
    accounts: [OPENED.accounts[0]!],
    entries,
    left_out: 0,
  };
}

it('shows accounts, entries, what is missing and what was refused', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/bank', ...FIXTURES);
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('statement-1.xml', 'statement-3.xml');
  await expect.element(screen.getByTestId('bank-account').first()).toHaveTextContent('EUR');
  await expect.element(screen.getByTestId('bank-gap').first()).toHaveTextContent('Statement 2 is missing');
  await expect.element(screen.getByTestId('bank-adds-up').first()).toHaveTextContent('do not make');
  const files = screen.getByTestId('bank-file-list');
  await expect.element(files).toHaveTextContent('letter.pdf');
  await expect.element(files).toHaveTextContent('It is a PDF');
  await expect.element(files).toHaveTextContent('Every date can be read in two ways');
  await expect.element(screen.getByTestId('bank-again').first()).toBeVisible();
  await expect.element(screen.getByTestId('bank-recorded').first()).toBeVisible();
  // A bookkeeper looks; recording is the business's.
  await expect.element(screen.getByTestId('bank-record').first()).not.toBeInTheDocument();
  const asked = fake.calls.find((call) => call.name === 'open_bank_statements')?.params as Asked;
  expect(asked.files.map(({ file, said }) => [file.name, atob(file.bytes), said.columns])).toEqual([
    ['statement-1.xml', 'statement-1.xml', null],
    ['statement-3.xml', 'statement-3.xml', null],
  ]);
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('bank-close').click();
  await expect.element(screen.getByTestId('bank-entries')).not.toBeInTheDocument();
});

it('filters by direction and words', async () => {
  const all = opened(
    { counterparty: 'Lakeside Hardware', amount: { minor: -500, currency: 'EUR' } },
    { counterparty: 'Łódź Druk', amount: { minor: 700, currency: 'EUR' } },
    { counterparty: 'Café Zur Post', amount: { minor: 900, currency: 'EUR' } },
  );
  const { screen } = await renderApp('owner', '/bank', ...FIXTURES, {
    commands: { open_bank_statements: () => all },
  });
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('one.xml');
  await expect.element(screen.getByTestId('bank-count')).toHaveTextContent('3 entries');
  await screen.getByTestId('bank-direction').selectOptions('in');
  await expect.element(screen.getByTestId('bank-count')).toHaveTextContent('2 entries');
  await screen.getByRole('searchbox').fill('łódź');
  await expect.element(screen.getByTestId('bank-count')).toHaveTextContent('1 entry');
  await expect.element(screen.getByTestId('bank-entries')).toHaveTextContent('Łódź Druk');
  await screen.getByRole('searchbox').fill('nobody at all');
  await expect.element(screen.getByText('No entry fits.')).toBeVisible();
});

it('records a payment with what the bank says, and then knows that it is recorded', async () => {
  const rows: RecordedPayment[] = [];
  const amount = { minor: 23_600_000, currency: 'INR' };
  const all = opened({ amount, remittance: 'Invoice 2026-0042 with thanks', bank_reference: 'B-77' });
  const { fake, screen } = await renderApp('owner', '/bank', ...FIXTURES, {
    queries: {
      recorded_payments: () => ({ rows, next: null }),
      mentioned_invoice: () => ({
        invoice: { invoice_id: 'invoice-4', client_id: 'client-2', number: '2026-0042' },
      }),
    },
    commands: { open_bank_statements: () => all },
    mutations: {
      record_payment: ({ payment_id, received_on, amount, reference }) => {
        rows.push({ payment_id, received_on, amount, reference });
      },
    },
  });
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('one.xml');
  await screen.getByTestId('bank-record').click();
  await expect.element(screen.getByTestId('payment-amount')).toHaveValue('236000.00');
  await expect.element(screen.getByTestId('payment-reference')).toHaveValue('B-77');
  await expect.element(screen.getByTestId('payment-method')).toHaveValue('bank_transfer');
  await expect.element(screen.getByTestId('allocation').first()).toHaveValue('236000.00');
  expect(fake.calls.find((call) => call.name === 'mentioned_invoice')?.params).toMatchObject({
    currency: 'INR',
  });
  await screen.getByTestId('save-payment').click();
  await expect.element(screen.getByTestId('bank-recorded')).toBeVisible();
  await expect.element(screen.getByTestId('bank-record')).not.toBeInTheDocument();
  const sent = fake.calls.findLast((call) => call.name === 'record_payment')?.params as MutateRequest;
  expect(sent.mutation.args).toMatchObject({
    client_id: 'client-2',
    received_on: INCOMING.booking_date,
    amount,
    method: 'bank_transfer',
    reference: 'B-77',
    allocations: [{ invoice_id: 'invoice-4' }],
  });
});

it('preselects nobody where no invoice is mentioned', async () => {
  const all = opened({ amount: { minor: 23_600_000, currency: 'INR' }, bank_reference: 'B-78' });
  const { screen } = await renderApp('staff', '/bank', ...FIXTURES, {
    commands: { open_bank_statements: () => all },
  });
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('one.xml');
  await screen.getByTestId('bank-record').click();
  await expect.element(screen.getByTestId('payment-client')).toHaveValue('');
  await screen.getByTestId('payment-client').click();
  await userEvent.keyboard('mehta');
  await expect.element(screen.getByRole('option', { name: /Mehta & Sons/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByTestId('payment-amount')).toHaveValue('236000.00');
  await expect.element(screen.getByTestId('allocation').first()).toHaveValue('');
});

it('takes a recorded payment back from its entry', async () => {
  const { fake, screen } = await renderApp('owner', '/bank', ...FIXTURES, {
    commands: { open_bank_statements: () => opened({}) },
  });
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('one.xml');
  await expect.element(screen.getByTestId('bank-recorded')).toBeVisible();
  await screen.getByTestId('bank-entries').getByRole('row').nth(1).click();
  await expect.element(screen.getByTestId('bank-entry')).toHaveTextContent(INCOMING.bank_reference);
  await screen.getByTestId('bank-reverse').click();
  await screen.getByRole('dialog').getByRole('textbox').fill('Entered twice');
  await screen.getByTestId('confirm-reverse').click();
  await expect
    .poll(
      () =>
        (fake.calls.findLast((call) => call.name === 'reverse_payment')?.params as MutateRequest)?.mutation,
    )
    .toMatchObject({ args: { payment_id: PAYMENT.payment_id } });
});

it('asks what the columns of a table mean, and reads it so', async () => {
  let asked: Asked | undefined;
  const table = OPENED.files.find((file) => file.ask === 'columns')!;
  const { screen } = await renderApp('owner', '/bank', ...FIXTURES, {
    commands: {
      open_bank_statements: (params) => {
        asked = params;
        const said = params.files[0]!.said.columns;
        return said ? opened({}) : { files: [table], accounts: [], entries: [], left_out: 0 };
      },
    },
  });
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('export.csv');
  await expect.element(screen.getByTestId('bank-table')).toHaveTextContent('INV-0007');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('bank-table-dates').selectOptions('month');
  await screen.getByRole('combobox', { name: /Column “Date”/ }).selectOptions('');
  await expect.element(screen.getByTestId('bank-read-so')).toBeDisabled();
  await screen.getByRole('combobox', { name: /Column “Date”/ }).selectOptions('booking_date');
  await screen.getByTestId('bank-read-so').click();
  await expect.element(screen.getByTestId('bank-entries')).toBeVisible();
  expect(asked?.files[0]?.said.columns).toEqual({
    fields: ['booking_date', 'remittance', 'amount', 'currency'],
    month_first: true,
    decimal_comma: false,
  });
});

it('keeps ten thousand entries fluid', async () => {
  const many = opened(
    ...Array.from({ length: 10_000 }, (_, nth) => ({
      counterparty: `Payer ${nth}`,
      bank_reference: `B-${nth}`,
    })),
  );
  const { screen } = await renderApp('owner', '/bank', ...FIXTURES, {
    commands: { open_bank_statements: () => many },
  });
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('one.xml');
  await expect.element(screen.getByTestId('bank-count')).toHaveTextContent('10,000 entries');
  const drawn = () => document.querySelectorAll('[data-testid="bank-entries"] [role="row"]').length;
  expect(drawn()).toBeLessThan(120);
  await screen.getByTestId('bank-entries').getByRole('row').nth(1).click();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{End}');
  await expect.element(screen.getByText('Payer 9999')).toBeVisible();
  expect(drawn()).toBeLessThan(120);
});

it('is whole on a telephone', async () => {
  await page.viewport(375, 720);
  const { screen } = await renderApp('owner', '/bank', ...FIXTURES);
  await expect.element(screen.getByTestId('bank-files')).toBeInTheDocument();
  choose('statement-1.xml');
  await expect.element(screen.getByTestId('bank-entries')).toBeVisible();
  const wide = [document.documentElement, ...document.querySelectorAll('main')];
  for (const each of wide) expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth);
  await page.viewport(1280, 800);
});

it('is no place for clients', async () => {
  const { fake, screen } = await renderApp('client', '/bank', ...FIXTURES);
  await expect.element(screen.getByText('it is not yours to see')).toBeVisible();
  expect(fake.calls.some((call) => call.name === 'open_bank_statements')).toBe(false);
});
