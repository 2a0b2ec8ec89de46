import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import type { MutateRequest } from '../../transport';
import type { FakeTransport } from '../../transport/fake';
import { fixtures as activity } from '../activity/fixtures';
import { fixtures as invoices } from '../invoices/fixtures';
import { fixtures as clients } from './fixtures';

const FIXTURES = [activity, invoices, clients];
const sent = (fake: FakeTransport, name: string) =>
  fake.calls
    .filter((call) => call.door === 'mutate' && call.name === name)
    .map((call) => (call.params as MutateRequest).mutation.args);

it('adds a client with two contacts', async () => {
  const { fake, screen } = await renderApp('owner', '/clients', ...FIXTURES);
  await expect.element(screen.getByRole('grid')).toBeVisible();
  await userEvent.keyboard('n');
  await screen.getByTestId('client-name').fill('Nova Prints');
  await screen.getByTestId('contact-first-name').fill('Meera');
  await screen.getByTestId('contact-email').fill('meera@example.test');
  await screen.getByTestId('add-contact-row').click();
  await screen.getByTestId('contact-first-name').nth(1).fill('Arun');
  await screen.getByTestId('save-client').click();
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nova Prints');
  expect(sent(fake, 'add_client')).toMatchObject([{ client: { name: 'Nova Prints', currency: 'INR' } }]);
  expect(sent(fake, 'add_contact')).toMatchObject([
    { contact: { first_name: 'Meera', gets_invoices: true } },
    { contact: { first_name: 'Arun' } },
  ]);
});

it('keeps the form with what was typed when a contact is refused', async () => {
  const { screen } = await renderApp('owner', '/clients?new=1', ...FIXTURES, {
    mutations: {
      add_contact: () => {
        throw { code: 'invalid', message_key: 'refused-not-an-email', params: { field: 'email' } };
      },
    },
  });
  await screen.getByTestId('client-name').fill('Nova Prints');
  await screen.getByTestId('contact-first-name').fill('Meera');
  await screen.getByTestId('save-client').click();
  await expect.element(screen.getByText('This is not an e-mail address.')).toBeVisible();
  await expect.element(screen.getByTestId('contact-first-name')).toHaveValue('Meera');
});

it('saves the private note by itself, from what was seen', async () => {
  const { fake, screen } = await renderApp('owner', '/clients/client-1', ...FIXTURES);
  await screen.getByTestId('client-note').fill('Calls back late');
  await userEvent.tab();
  await expect
    .poll(() => sent(fake, 'set_client_note').at(-1))
    .toEqual({ client_id: 'client-1', edit: { field: 'text', from: '', to: 'Calls back late' } });
});

it('agrees with a client on a form of e-invoice, and asks for the rest only then', async () => {
  const { fake, screen } = await renderApp('owner', '/clients/client-1', ...FIXTURES);
  const form = screen.getByTestId('einvoice-form');
  await expect.element(form).toHaveDisplayValue('As usual: XRechnung');
  await form.selectOptions('off');
  await expect.element(screen.getByTestId('einvoice-address')).not.toBeInTheDocument();
  await form.selectOptions('peppol');
  await screen.getByTestId('einvoice-scheme').fill('9930');
  await screen.getByTestId('einvoice-address').fill('DE123456789');
  await userEvent.tab();
  await expect
    .poll(() => sent(fake, 'set_einvoicing').at(-1))
    .toEqual({
      client_id: 'client-1',
      edits: [
        {
          field: 'endpoint',
          from: { scheme: '9930', address: '' },
          to: { scheme: '9930', address: 'DE123456789' },
        },
      ],
    });
});

it('invites a contact, and shows the link where no mail leaves', async () => {
  const { fake, screen } = await renderApp('owner', '/clients/client-1', ...FIXTURES);
  await screen.getByTestId('invite-contact').click();
  await screen.getByTestId('send-invitation').click();
  await expect
    .element(screen.getByTestId('link'))
    .toHaveValue('https://folio.example.test/invitation#QmFzZTY0VG9rZW5PZlRoaXNJbnZpdGF0aW9u');
  expect(fake.calls.findLast((call) => call.name === 'invite')?.params).toMatchObject({
    invitation: { role: 'client', contact_id: 'contact-1', email: 'client-1@example.test' },
  });
});

it('shows a bookkeeper no note and nothing to change', async () => {
  const { screen } = await renderApp('bookkeeper', '/clients/client-2', ...FIXTURES);
  await expect.element(screen.getByTestId('contacts')).toBeVisible();
  await expect.element(screen.getByTestId('client-note')).not.toBeInTheDocument();
  await expect.element(screen.getByTestId('add-contact')).not.toBeInTheDocument();
});

it.each(['/clients', '/clients/client-2', '/activity'])(
  'has no accessibility violation at %s',
  async (path) => {
    const { screen } = await renderApp('owner', path, ...FIXTURES);
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessibleEverywhere(document.documentElement);
  },
);
