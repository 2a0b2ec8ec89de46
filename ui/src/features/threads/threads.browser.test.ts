import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { leaveSession } from '../../shared/session.svelte';
import { fixtures as clients } from '../clients/fixtures';
import { documentFixtures } from '../documents/fixtures';
import { threadFixtures } from './fixtures';

const named = (calls: { name: string }[], name: string) => calls.filter((call) => call.name === name);

it('puts those who wait first, and J walks to them', async () => {
  const { screen } = await renderApp('owner', '/inbox', clients, threadFixtures());
  await expect.poll(() => screen.getByTestId('thread-row').elements().length).toBe(3);
  const rows = screen.getByTestId('thread-row').elements();
  expect(rows[0]?.textContent).toContain('முருகன் ஸ்டோர்ஸ்');
  expect(rows[2]?.textContent).toContain('Opening hours');
  await userEvent.keyboard('j');
  expect(document.activeElement).toBe(rows[0]);
  await expectAccessibleEverywhere(document.documentElement);
});

it('marks as read once, sends with Ctrl+Enter and empties the box', async () => {
  const { fake, screen } = await renderApp(
    'owner',
    '/inbox/thread-1',
    clients,
    documentFixtures(),
    threadFixtures(),
  );
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Invoice 2026-0042');
  await expect.element(screen.getByText('Seen by कविता शर्मा')).toBeVisible();
  await expect.element(screen.getByText('Printing agreement 2026')).toBeVisible();
  expect(named(fake.calls, 'mark_read')).toHaveLength(1);
  const box = screen.getByTestId('message-text');
  await box.fill('Done, the text is changed.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(box).toHaveValue('');
  await expect.element(screen.getByText('Done, the text is changed.').last()).toBeVisible();
  expect(named(fake.calls, 'mark_read')).toHaveLength(1);
  expect(named(fake.calls, 'post_message')[0]).toMatchObject({
    params: { mutation: { args: { thread_id: 'thread-1', message: { kind: { kind: 'text' } } } } },
  });
  await expectAccessibleEverywhere(document.documentElement);
});

it('keeps what was typed when the person looks elsewhere, or sending fails', async () => {
  const { fake, screen } = await renderApp('owner', '/inbox/thread-3', clients, threadFixtures());
  await screen.getByTestId('message-text').fill('Half a thought');
  fake.add({
    mutations: {
      post_message: () => {
        throw { code: 'offline', message_key: 'problem-offline', params: {} };
      },
    },
  });
  await screen.getByTestId('send-message').click();
  await expect.element(screen.getByText(/Couldn't reach the server/)).toBeVisible();
  await screen.getByTestId('thread-row').first().click();
  await expect.element(screen.getByTestId('message-text')).toHaveValue('');
  await screen.getByRole('link', { name: /Opening hours/ }).click();
  await expect.element(screen.getByTestId('message-text')).toHaveValue('Half a thought');
});

it('keeps what was typed when the window is loaded again, and forgets it after the sign-out', async () => {
  const first = await renderApp(
    'client',
    '/messages/new',
    clients,
    threadFixtures('principal-client', 'client'),
  );
  await first.screen.getByTestId('thread-title').fill('Friday');
  await first.screen.getByTestId('message-text').fill('Are you open?');
  expect(sessionStorage.getItem('folio.unsent.principal-client new ')).toBe('Are you open?');
  await first.screen.unmount();

  const again = await renderApp(
    'client',
    '/messages/new',
    clients,
    threadFixtures('principal-client', 'client'),
  );
  await expect.element(again.screen.getByTestId('thread-title')).toHaveValue('Friday');
  await expect.element(again.screen.getByTestId('message-text')).toHaveValue('Are you open?');
  leaveSession();
  expect(Object.keys(sessionStorage).filter((key) => key.startsWith('folio.unsent'))).toEqual([]);
});

it('shows a request to call with its number', async () => {
  const { screen } = await renderApp('owner', '/inbox/thread-2', clients, threadFixtures());
  const number = screen.getByRole('link', { name: '+91 98400 55501' });
  await expect.element(number).toHaveAttribute('href', 'tel:+919840055501');
});

it('sends a file with a message only once it has arrived', async () => {
  const { fake, screen } = await renderApp(
    'owner',
    '/inbox/thread-1',
    clients,
    documentFixtures(),
    threadFixtures(),
  );
  await screen.getByTestId('attach').click();
  await expect.element(screen.getByTestId('attach-file')).toBeInTheDocument();
  const input = document.querySelector<HTMLInputElement>('[data-testid="attach-file"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['abc'], 'sketch.png'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.element(screen.getByRole('button', { name: 'Leave sketch.png out' })).toBeVisible();
  await screen.getByTestId('send-message').click();
  await expect.poll(() => named(fake.calls, 'post_message').length).toBe(1);
  const [posted] = named(fake.calls, 'post_message') as unknown as {
    params: { mutation: { args: { message: { attachments: string[] } } } };
  }[];
  expect(posted?.params.mutation.args.message.attachments).toHaveLength(1);
});

it('asks to be called about the invoice that the client was looking at', async () => {
  const { fake, screen } = await renderApp(
    'client',
    '/messages?call=%2Finvoices%2Finvoice-9',
    clients,
    threadFixtures('principal-client', 'client'),
    {
      queries: {
        invoice: () =>
          ({ invoice: { number: '2026-0051', client_id: 'client-1' }, thread_id: null }) as never,
      },
    },
  );
  await expect.element(screen.getByText('Please call me about invoice 2026-0051').first()).toBeVisible();
  await screen.getByTestId('call-phone').fill('+91 98 1');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('call-send').click();
  await expect.poll(() => named(fake.calls, 'start_thread').length).toBe(1);
  expect(named(fake.calls, 'start_thread')[0]).toMatchObject({
    params: {
      mutation: {
        args: {
          client_id: 'client-1',
          subject: { kind: 'invoice', id: 'invoice-9' },
          message: { kind: { kind: 'call_request', phone: '+91 98 1' } },
        },
      },
    },
  });
  await expect.poll(() => location.pathname).toMatch(/^\/messages\/.+/);
});

it('starts a thread with a subject', async () => {
  const { fake, screen } = await renderApp(
    'client',
    '/messages/new',
    clients,
    threadFixtures('principal-client', 'client'),
  );
  await screen.getByTestId('message-text').fill('Are you open on Friday?');
  await screen.getByTestId('send-message').click();
  await expect.element(screen.getByText(/few words what it is about/)).toBeVisible();
  await screen.getByTestId('thread-title').fill('Friday');
  await screen.getByTestId('send-message').click();
  await expect.poll(() => named(fake.calls, 'start_thread').length).toBe(1);
});
