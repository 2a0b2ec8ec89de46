import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp, renderAppIn } from '../../../tests/render-app';
import { FakeTransport } from '../../transport/fake';
import { sessionFixtures } from '../../transport/fixtures';
import { documentFixtures } from '../documents/fixtures';
import { fixtures } from './fixtures';

it('accepts an invitation with a name and a password, and refuses a short one before asking', async () => {
  const { fake, screen } = await renderApp('nobody', '/invitation/abc', fixtures);
  await expect.element(screen.getByText('Verma Print Works invites you.')).toBeVisible();
  await screen.getByTestId('password').fill('short');
  await screen.getByTestId('accept').click();
  await expect.element(screen.getByText(/at least ten characters/).first()).toBeVisible();
  expect(fake.calls.some((call) => call.name === 'accept_invitation')).toBe(false);
  await screen.getByTestId('password').fill('four plain words here');
  await screen.getByTestId('accept').click();
  await expect
    .poll(() => fake.calls.find((call) => call.name === 'accept_invitation')?.params)
    .toEqual({ link: 'abc', name: 'कविता शर्मा', password: 'four plain words here' });
});

it('reads the token behind the #', async () => {
  const { fake, screen } = await renderApp('nobody', '/invitation#secret', fixtures);
  await expect.element(screen.getByTestId('accept')).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'look_at_invitation')?.params).toEqual({ link: 'secret' });
});

it('opens an invoice by a press only, and says what to do when the link is over', async () => {
  const { fake, screen } = await renderApp('nobody', '/i/old-token', fixtures);
  const open = screen.getByTestId('open-invoice');
  await expect.element(open).toBeVisible();
  expect(fake.calls.some((call) => call.name === 'open_invoice_link')).toBe(false);
  await open.click();
  await expect.element(screen.getByText(/This link has expired/)).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});

it('asks to sign out before another invitation is accepted', async () => {
  const { screen } = await renderApp('owner', '/invitation/abc', fixtures);
  await screen.getByTestId('sign-out').click();
  await expect.element(screen.getByTestId('accept')).toBeVisible();
});

it('says in place what is wrong with a sign-in', async () => {
  const { fake, screen } = await renderApp('nobody', '/sign-in', {
    commands: {
      sign_in: () => {
        throw { code: 'unauthorised', message_key: 'problem-wrong-sign-in', params: {} };
      },
    },
  });
  await screen.getByTestId('sign-in').click();
  await expect.element(screen.getByText('This is needed.').first()).toBeVisible();
  expect(fake.calls.some((call) => call.name === 'sign_in')).toBe(false);
  await screen.getByTestId('email').fill('asha@example.test');
  await screen.getByTestId('password').fill('not the password');
  await screen.getByTestId('sign-in').click();
  await expect.element(screen.getByText(/e-mail address or the password is wrong/)).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});

it('brings a person who had to sign in first to what they wanted', async () => {
  const stateOf = (role: string) =>
    new FakeTransport('browser', sessionFixtures(role, 'browser')).command('session', {});
  const [nobody, client] = [await stateOf('nobody'), await stateOf('client')];
  const person = client.person!;
  let state = nobody;
  const { screen } = await renderAppIn('browser', 'nobody', '/documents', documentFixtures(), {
    commands: {
      session: () => ({ ...state }),
      sign_in: () => {
        state = client;
        return person;
      },
    },
  });
  await screen.getByTestId('email').fill('kavita@example.test');
  expect(location.pathname).toBe('/sign-in');
  await screen.getByTestId('password').fill('a few good words');
  await screen.getByTestId('sign-in').click();
  await expect.poll(() => location.pathname).toBe('/documents');
  await expect.element(screen.getByTestId('document-row').first()).toBeVisible();
});
