import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp, renderAppIn } from '../../../tests/render-app';
import { FakeTransport } from '../../transport/fake';
import { sessionFixtures } from '../../transport/fixtures';
import type { MutateRequest } from '../../transport';
import { fixtures as clients } from '../clients/fixtures';
import { fixtures as payments } from '../payments/fixtures';
import { fixtures as invoices } from './fixtures';

const FIXTURES = [clients, payments, invoices];
const focused = () => (document.activeElement as HTMLElement | null)?.dataset.testid;
const sent = (fake: FakeTransport, name: string) =>
  fake.calls
    .filter((call) => call.door === 'mutate' && call.name === name)
    .map((call) => call.params as MutateRequest);

it('creates, issues and sends an invoice with the keyboard alone', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices', ...FIXTURES);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Invoices');
  await userEvent.keyboard('{Control>}n{/Control}');
  await expect.poll(focused).toBe('draft-client');
  await userEvent.keyboard('mehta');
  await expect.element(screen.getByRole('option', { name: /Mehta & Sons/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('line-description');

  await userEvent.keyboard('letter');
  await expect.element(screen.getByTestId('line-suggestion')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(focused).toBe('line-quantity');
  await userEvent.keyboard('{Control>}a{/Control}20');
  await expect.element(screen.getByTestId('recipients')).toHaveTextContent('rohan@example.test');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  await expect.element(screen.getByTestId('undo')).toBeVisible();
  const [issued] = sent(fake, 'issue_invoice');
  expect(issued).toMatchObject({
    hold_ms: 10_000,
    mutation: { args: { content_hash: 'as-seen', send: true } },
  });
  const edits = sent(fake, 'edit_line').flatMap(({ mutation }) =>
    mutation.name === 'edit_line' ? mutation.args.edits : [],
  );
  expect(edits).toContainEqual({ field: 'unit_price', from: '0', to: '160' });
  expect(edits).toContainEqual({ field: 'quantity', from: '1', to: '20' });
  await expect.element(screen.getByTestId('draft-reference')).toBeDisabled();

  await userEvent.keyboard('{Control>}z{/Control}');
  await expect
    .poll(() => fake.calls.findLast((call) => call.name === 'undo')?.params)
    .toEqual({ mutation_id: issued?.mutation_id });
});

it('says what the e-invoice of a draft still asks for, and where it is filled in', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/drafts/draft-1', ...FIXTURES);
  const asks = screen.getByTestId('einvoice-missing');
  await expect.element(asks).toHaveTextContent('Fill in the e-mail address of your business.');
  const links = asks.element().querySelectorAll('a');
  expect([...links].map((link) => link.getAttribute('href'))).toEqual(['/settings', '/clients/client-2']);
  expect(fake.calls.find((call) => call.name === 'check_einvoice')?.params).toEqual({
    draft_id: 'draft-1',
    content_hash: 'as-seen',
  });
});

it('saves the e-invoice of an invoice that went out with one', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/invoice-1', ...FIXTURES);
  await screen.getByTestId('save-einvoice').click();
  await expect
    .poll(() => fake.calls.find((call) => call.name === 'save_einvoice')?.params)
    .toEqual({ invoice_id: 'invoice-1' });
});

it('shows a lost value beside its field, and takes it back', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/drafts/draft-1', ...FIXTURES);
  await expect.element(screen.getByTestId('lost-value')).toHaveTextContent('changed this to “₹2,500.00”');
  await screen.getByTestId('take-back').click();
  await expect
    .poll(() => sent(fake, 'edit_line').at(-1)?.mutation.args)
    .toMatchObject({ line_id: 'line-2', edits: [{ field: 'unit_price', from: '2500', to: '2200' }] });
  await expect.element(screen.getByTestId('lost-value')).not.toBeInTheDocument();
});

it('adds, moves and deletes lines by keys', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/drafts/draft-1', ...FIXTURES);
  const prices = screen.getByTestId('line-price');
  await expect.poll(() => prices.elements().length).toBe(2);
  (prices.elements()[1] as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => prices.elements().length).toBe(3);
  await expect.poll(focused).toBe('line-description');
  await userEvent.keyboard('Postage{Alt>}{ArrowUp}{/Alt}');
  await expect.poll(() => sent(fake, 'move_line').at(-1)?.mutation.args).toMatchObject({ after: 'line-1' });
  await userEvent.keyboard('{Control>}{Delete}{/Control}');
  await expect.poll(() => prices.elements().length).toBe(2);
  expect(sent(fake, 'delete_line').at(-1)?.mutation.args).toMatchObject({ seen: { description: 'Postage' } });
});

it('says what is missing before a draft can be issued, and sends nothing', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/drafts/draft-2', ...FIXTURES);
  await expect.element(screen.getByTestId('hindrance')).toHaveTextContent('Choose a client first.');
  await screen.getByTestId('issue').click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Choose a client first.');
  expect(sent(fake, 'issue_invoice')).toEqual([]);
});

it('goes to the invoice once the draft has become one', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/drafts/draft-1', ...FIXTURES);
  await expect.element(screen.getByTestId('lines')).toBeVisible();
  fake.add({
    queries: {
      draft: () => {
        throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
      },
    },
  });
  fake.poke(['draft']);
  await vi.waitFor(() => expect(location.pathname).toBe('/invoices/invoice-1'), 5_000);
  fake.add(invoices);
});

it('finds in a browser what was on its way when the window was loaded again, and takes it back', async () => {
  const until = new Date(Date.now() + 9_000).toISOString();
  const { fake, screen } = await renderAppIn('browser', 'owner', '/invoices/drafts/draft-1', ...FIXTURES, {
    commands: {
      sync_state: () => ({
        status: { state: 'up_to_date' },
        pending: [
          {
            mutation_id: 'held-1',
            mutation: { name: 'issue_invoice', args: { draft_id: 'draft-1', content_hash: '', send: true } },
            state: { state: 'held', until },
            made_at: until,
          },
        ],
      }),
      undo: () => ({}),
    },
  });
  await expect.element(screen.getByTestId('issue-bar')).toHaveTextContent('It leaves in a moment');
  await screen.getByTestId('undo').click();
  await expect.element(screen.getByTestId('issue')).toBeVisible();
  expect(fake.calls.find(({ name }) => name === 'undo')?.params).toEqual({ mutation_id: 'held-1' });
});

it('says of a draft that is gone what became of it', async () => {
  const { screen } = await renderApp('owner', '/invoices/drafts/none', ...FIXTURES, {
    queries: {
      draft: () => {
        throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
      },
    },
  });
  await expect.element(screen.getByText('This draft was issued or discarded.')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});

it('records a payment with P and Enter', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/invoice-4', ...FIXTURES);
  await expect.element(screen.getByTestId('amount-due')).toHaveTextContent('₹2,36,000.00');
  await userEvent.keyboard('p');
  await expect.poll(focused).toBe('payment-amount');
  await expect.element(screen.getByTestId('payment-amount')).toHaveValue('236000.00');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sent(fake, 'record_payment').at(-1)?.mutation.args)
    .toMatchObject({
      client_id: 'client-2',
      received_on: '2026-03-05',
      amount: { minor: 23_600_000, currency: 'INR' },
      allocations: [{ invoice_id: 'invoice-4', amount: { minor: 23_600_000, currency: 'INR' } }],
    });
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
});

it('reverses a payment with a reason', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/invoice-4', ...FIXTURES);
  await screen.getByTestId('reverse-payment').click();
  await screen.getByTestId('reverse-reason').fill('entered twice');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sent(fake, 'reverse_payment').at(-1)?.mutation.args)
    .toEqual({ payment_id: 'payment-of-invoice-4', reason: 'entered twice' });
});

it('shows the client how to pay, and tells the business once that it was seen', async () => {
  const { fake, screen } = await renderApp('client', '/invoices/invoice-1', ...FIXTURES);
  await expect.element(screen.getByTestId('payment-code')).toBeVisible();
  await expect.element(screen.getByTestId('how-to-pay')).toHaveTextContent('verma@example');
  await expect.poll(() => sent(fake, 'view_invoice').length).toBe(1);
  fake.poke(['invoice']);
  await screen.getByTestId('write-message').click();
  await screen.getByTestId('message-text').fill('Is the delivery in this?');
  await userEvent.keyboard('{Escape}');
  await screen.getByTestId('write-message').click();
  await expect.element(screen.getByTestId('message-text')).toHaveValue('Is the delivery in this?');
  await screen.getByTestId('send-message').click();
  await expect
    .poll(() => sent(fake, 'start_thread').at(-1)?.mutation.args)
    .toMatchObject({
      subject: { kind: 'invoice', id: 'invoice-1' },
      message: { kind: { kind: 'text' }, text: 'Is the delivery in this?' },
    });
  expect(sent(fake, 'view_invoice').length).toBe(1);
});

it('gives the text of a PIX code to be pasted', async () => {
  const copied = '00020126360014br.gov.bcb.pix0114112223330001815204000053039865802BR6304ABCD';
  const code = { scheme: 'PIX', modules: [[true]], copied, has_cross: false };
  const { screen } = await renderApp('client', '/invoices/invoice-1', ...FIXTURES, {
    commands: { payment_code: () => ({ code }) },
  });
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await screen.getByTestId('copy-code').click();
  expect(write).toHaveBeenCalledWith(copied);
  await expect.element(screen.getByText(/00020126360014br\.gov.*… copied/)).toBeVisible();
  write.mockRestore();
  await expectAccessibleEverywhere(document.documentElement);
});

it('draws the Swiss cross into the code of a QR-bill', async () => {
  const modules = Array.from({ length: 25 }, () => Array.from({ length: 25 }, () => true));
  const code = { scheme: 'QR-bill', modules, copied: null, has_cross: true };
  const { screen } = await renderApp('client', '/invoices/invoice-1', ...FIXTURES, {
    commands: { payment_code: () => ({ code }) },
  });
  await expect.element(screen.getByTestId('payment-code')).toBeVisible();
  // The ground of the code, the two of the cross and its arms.
  expect(screen.getByTestId('payment-code').element().querySelectorAll('rect')).toHaveLength(5);
  await expect.element(screen.getByTestId('copy-code')).not.toBeInTheDocument();
});

it('says of a draft what its paper cannot show, and where it is changed', async () => {
  const { screen } = await renderApp('owner', '/invoices/drafts/draft-1', ...FIXTURES, {
    commands: {
      check_paper: () => ({
        letters: [
          { letters: '🥐', place: 'client', line: null },
          { letters: '💺', place: 'draft', line: 2 },
        ],
        no_bill: 'town',
      }),
    },
  });
  const check = screen.getByTestId('paper-check');
  await expect.element(check).toHaveTextContent('No font has “🥐”.');
  await expect.element(check).toHaveTextContent('in line 2');
  await expect
    .element(check)
    .toHaveTextContent('The paper will have no Swiss QR-bill: your address has no city');
  const links = check.element().querySelectorAll('a');
  expect([...links].map((link) => link.getAttribute('href'))).toEqual(['/clients/client-2', '/settings']);
  await expectAccessibleEverywhere(document.documentElement);
});

it('ends the links of an invoice', async () => {
  const { fake, screen } = await renderApp('owner', '/invoices/invoice-1', ...FIXTURES);
  await screen.getByTestId('invoice-link').click();
  await screen.getByTestId('end-links').click();
  await expect.element(screen.getByText(/Every link to this invoice has ended/)).toBeVisible();
  expect(fake.calls.find(({ name }) => name === 'revoke_invoice_links')?.params).toEqual({
    invoice_id: 'invoice-1',
  });
  await expect.element(screen.getByTestId('end-links')).not.toBeInTheDocument();
});

it('offers who came by a link only what a link may do, and the sign-in', async () => {
  const session = await new FakeTransport('browser', sessionFixtures('client', 'browser')).command(
    'session',
    {},
  );
  const { fake, screen } = await renderApp('client', '/messages?call=%2F', ...FIXTURES, {
    commands: { session: () => ({ ...session, by_link: 'invoice-1' }) },
  });
  await expect.element(screen.getByText(/not yours to see/)).toBeVisible();
  await screen.getByRole('link', { name: 'Go to the first screen' }).click();
  await expect.element(screen.getByTestId('payment-code')).toBeVisible();
  await expect.poll(() => sent(fake, 'view_invoice').length).toBe(1);
  await expect.element(screen.getByTestId('link-only')).toBeVisible();
  await expect.element(screen.getByTestId('write-message')).not.toBeInTheDocument();
  expect(document.querySelectorAll('a[href^="/messages"]')).toHaveLength(0);
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect.element(screen.getByTestId('password')).toBeVisible();
});

it('says on the timeline how each mail fared, and claims none where none went', async () => {
  const { screen } = await renderApp('owner', '/invoices/invoice-4', ...FIXTURES);
  const line = screen.getByTestId('timeline');
  await expect.element(line).toHaveTextContent('The mail to kavita@example.test was sent');
  await expect.element(line).toHaveTextContent('The mail to old-address@example.test was not delivered');
});

it.each(['owner', 'bookkeeper', 'client'] as const)('gives the %s the receipt of a payment', async (role) => {
  const { fake, screen } = await renderApp(role, '/invoices/invoice-4', ...FIXTURES, {
    commands: { save_receipt: () => ({ file_name: 'Receipt.pdf' }) },
  });
  await screen.getByTestId('save-receipt').click();
  await expect
    .poll(() => fake.calls.findLast(({ name }) => name === 'save_receipt')?.params)
    .toEqual({ payment_id: 'payment-of-invoice-4' });
});

it('gives who came by a link no receipt', async () => {
  const session = await new FakeTransport('browser', sessionFixtures('client', 'browser')).command(
    'session',
    {},
  );
  const { screen } = await renderApp('client', '/invoices/invoice-4', ...FIXTURES, {
    commands: { session: () => ({ ...session, by_link: 'invoice-4' }) },
  });
  await expect.element(screen.getByTestId('payments')).toBeVisible();
  await expect.element(screen.getByTestId('save-receipt')).not.toBeInTheDocument();
});

it('lets a bookkeeper read and change nothing', async () => {
  const { screen } = await renderApp('bookkeeper', '/invoices/invoice-4', ...FIXTURES);
  await expect.element(screen.getByTestId('save-pdf')).toBeVisible();
  await expect.element(screen.getByTestId('record-payment')).not.toBeInTheDocument();
  await expect.element(screen.getByTestId('reverse-payment')).not.toBeInTheDocument();
});

it('scrolls ten thousand invoices with a handful of rows drawn', async () => {
  const row = (index: number) => ({
    invoice_id: `big-${index}`,
    number: `2026-${index}`,
    client_id: 'client-1',
    client_name: 'Mehta',
    issue_date: '2026-01-01',
    due_date: '2026-01-15',
    total: { minor: 100, currency: 'INR' },
    amount_due: { minor: 100, currency: 'INR' },
    status: 'sent' as const,
    days_late: 0,
    credit_left: null,
  });
  const { screen } = await renderApp('owner', '/invoices?show=open', ...FIXTURES, {
    queries: {
      invoices: ({ after, limit }) => {
        const start = after ? parseInt(after, 10) : 0;
        const rows = Array.from({ length: limit }, (_, index) => row(start + index));
        return { rows, next: start + limit < 10_000 ? String(start + limit) : null, count: 10_000 };
      },
    },
  });
  await expect.element(screen.getByRole('row', { name: /2026-0 / })).toBeVisible();
  expect(document.querySelectorAll('[data-index]').length).toBeLessThan(80);
  const view = document.querySelector('[data-testid="invoices"] .view')!;
  await expect
    .poll(
      () => {
        view.scrollTop = view.scrollHeight;
        return document.querySelector('[data-index="9999"]') !== null;
      },
      { timeout: 15_000 },
    )
    .toBe(true);
});

it.each([
  ['owner', '/invoices'],
  ['owner', '/invoices/drafts/draft-1'],
  ['owner', '/invoices/invoice-4'],
  ['client', '/invoices/invoice-1'],
])('has no accessibility violation for %s at %s', async (role, path) => {
  const { screen } = await renderApp(role, path, ...FIXTURES);
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});
