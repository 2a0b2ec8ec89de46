import { beforeEach, expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { fixtures as sessions } from '../sessions/fixtures';
import { forgetFirstRun } from './first-run.svelte';
import { fixtures } from './fixtures';
import { forgetRestored } from './restored.svelte';

beforeEach(() => {
  forgetFirstRun();
  forgetRestored();
});

it('starts a business in three screens and gives the recovery code', async () => {
  const { fake, screen } = await renderApp('nobody', '/', fixtures);
  await screen.getByTestId('door-here').click();
  await screen.getByTestId('next-step').click();
  await expect.element(screen.getByText('This is needed.')).toBeVisible();
  await screen.getByTestId('business-name').fill('Verma Print Works');
  await screen.getByTestId('country').selectOptions('JP');
  await expect.element(screen.getByTestId('currency')).toHaveValue('JPY');
  await screen.getByTestId('country').selectOptions('IN');
  await screen.getByTestId('next-step').click();
  await screen.getByTestId('owner-name').fill('Asha Verma');
  await screen.getByTestId('owner-email').fill('asha@example.test');
  await screen.getByTestId('next-step').click();
  await screen.getByRole('radio', { name: /another tool/ }).click();
  await screen.getByTestId('old-number').fill('RE-0417');
  await expect.element(screen.getByText('Your next invoice will be RE-0418.')).toBeVisible();
  await screen.getByTestId('start-business').click();
  await expect.element(screen.getByTestId('recovery-code')).toHaveTextContent('K7QF-3MXW');
  expect(fake.calls.find((call) => call.name === 'start_here')?.params).toMatchObject({
    business_name: 'Verma Print Works',
    country: 'IN',
    currency: 'INR',
    language: 'en',
    owner_name: 'Asha Verma',
    number_pattern: 'RE-0000',
    next_number: 418,
  });
  // A careless press does not lose the code.
  await screen.getByTestId('finish').click();
  await expect.element(screen.getByText(/without this code/i).first()).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('code-kept').click();
  await screen.getByTestId('finish').click();
  await expect.element(screen.getByTestId('door-here')).toBeVisible();
});

it('keeps the code on the screen when the app learns of the sign-in first', async () => {
  const { fake, screen } = await renderApp('nobody', '/welcome/here', fixtures);
  await screen.getByTestId('business-name').fill('V');
  await screen.getByTestId('next-step').click();
  await screen.getByTestId('owner-name').fill('A');
  await screen.getByTestId('owner-email').fill('a@b.test');
  await screen.getByTestId('next-step').click();
  await screen.getByTestId('start-business').click();
  await expect.element(screen.getByTestId('recovery-code')).toBeVisible();
  const owner = { ...(await fake.command('session', {})) };
  const { person } = await fake.command('start_here', { business_name: 'V', owner_name: 'A' } as never);
  fake.add({ commands: { session: () => ({ ...owner, person }) } });
  fake.poke(['organisation']);
  await expect.element(screen.getByRole('navigation')).toBeInTheDocument();
  await expect.element(screen.getByTestId('recovery-code')).toHaveTextContent('K7QF');
});

it('shows the doors, and one for a backup, without an accessibility violation', async () => {
  const { screen } = await renderApp('nobody', '/', fixtures);
  await expect.element(screen.getByTestId('door-server')).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('door-restore').click();
  await screen.getByTestId('restore').click();
  await expect.element(screen.getByText('This is needed.')).toBeVisible();
  await screen.getByTestId('recovery-code').fill('WRONG');
  await screen.getByTestId('restore').click();
  await expect.element(screen.getByText(/not the recovery code of this backup/)).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});

it('brings a full export back without a code and shows the new one, and who needs a password', async () => {
  const { fake, screen } = await renderApp('nobody', '/welcome/restore', fixtures);
  await screen.getByRole('radio', { name: /full export/ }).click();
  await screen.getByTestId('restore').click();
  await expect.element(screen.getByText('K7QF-3MXW-9TRB-DP42-HVZJ-6NCE')).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'restore_here')?.params).toEqual({ recovery_code: null });
  await expect.element(screen.getByText(/you need no password/)).toBeVisible();
  await expect.element(screen.getByText(/3 other people had a sign-in/)).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  // A careless press does not lose the code.
  await screen.getByTestId('finish').click();
  await expect.element(screen.getByText('K7QF-3MXW-9TRB-DP42-HVZJ-6NCE')).toBeVisible();
  await screen.getByTestId('code-kept').click();
  await screen.getByTestId('finish').click();
  await expect.element(screen.getByTestId('door-here')).toBeVisible();
});

it('keeps the printed code where one is given, and says the rest all the same', async () => {
  const { fake, screen } = await renderApp('nobody', '/welcome/restore', fixtures);
  await screen.getByRole('radio', { name: /full export/ }).click();
  await screen.getByTestId('recovery-code').fill(' KEPT ');
  await screen.getByTestId('restore').click();
  await expect.element(screen.getByTestId('restored')).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'restore_here')?.params).toEqual({ recovery_code: 'KEPT' });
  await expect.element(screen.getByTestId('recovery-code')).not.toBeInTheDocument();
  await screen.getByTestId('finish').click();
  await expect.element(screen.getByTestId('door-here')).toBeVisible();
});

it('keeps the new code on the screen when the app learns of the sign-in first', async () => {
  const { fake, screen } = await renderApp('nobody', '/welcome/restore', fixtures);
  await screen.getByRole('radio', { name: /full export/ }).click();
  await screen.getByTestId('restore').click();
  await expect.element(screen.getByText('K7QF-3MXW-9TRB-DP42-HVZJ-6NCE')).toBeVisible();
  const owner = { ...(await fake.command('session', {})) };
  const { person } = await fake.command('restore_here', { recovery_code: null });
  fake.add({ commands: { session: () => ({ ...owner, person }) } });
  fake.poke(['organisation']);
  await expect.element(screen.getByRole('navigation')).toBeInTheDocument();
  await expect.element(screen.getByText('K7QF-3MXW-9TRB-DP42-HVZJ-6NCE')).toBeVisible();
});

it('says what was found in a file that cannot be brought back', async () => {
  const { fake, screen } = await renderApp('nobody', '/welcome/restore', fixtures);
  const params = { found: 'records/client.jsonl, line 7: no object' };
  fake.add({
    commands: {
      restore_here: () => {
        throw { code: 'invalid', message_key: 'problem-not-whole', params };
      },
    },
  });
  await screen.getByRole('radio', { name: /full export/ }).click();
  await screen.getByTestId('restore').click();
  await expect.element(screen.getByText(/records\/client\.jsonl, line 7/)).toBeVisible();
  await expect.element(screen.getByText(/nothing was changed/)).toBeVisible();
});

it('looks at a pasted invitation', async () => {
  const { fake, screen } = await renderApp('nobody', '/welcome/invited', fixtures, sessions);
  await screen.getByTestId('invitation-link').fill('not a link');
  await screen.getByTestId('look-at-invitation').click();
  await expect.element(screen.getByText(/whole link/).first()).toBeVisible();
  await screen.getByTestId('invitation-link').fill('https://folio.example/invitation#abc');
  await screen.getByTestId('look-at-invitation').click();
  await expect.element(screen.getByTestId('accept')).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'look_at_invitation')?.params).toEqual({
    link: 'https://folio.example/invitation#abc',
  });
});

it('opens a locked copy for the same person, and says when there is no keyring', async () => {
  const { fake, screen } = await renderApp('owner', '/', fixtures);
  await expect.element(screen.getByRole('navigation')).toBeInTheDocument();
  const state = await fake.command('session', {});
  fake.add({
    commands: { session: () => ({ ...state, locked: true, here: false, server: 'folio.example' }) },
  });
  fake.poke('all');
  await expect.element(screen.getByTestId('server-address')).toHaveValue('folio.example');
  await expect.element(screen.getByTestId('email')).toHaveValue('asha@example.test');
  const problem = { code: 'no_keyring' as const, message_key: 'problem-no-keyring', params: {} };
  fake.add({ commands: { session: () => ({ ...state, person: null, problem }) } });
  fake.poke('all');
  await expect.element(screen.getByTestId('try-again')).toBeVisible();
  await expect.element(screen.getByText(/no keyring to keep the key/)).toBeVisible();
  await expect.element(screen.getByTestId('door-here')).not.toBeInTheDocument();
});

it('says where unsent work lies when the access has ended', async () => {
  const { fake, screen } = await renderApp('owner', '/', fixtures);
  await expect.element(screen.getByRole('navigation')).toBeInTheDocument();
  const state = await fake.command('session', {});
  const problem = {
    code: 'purge' as const,
    message_key: 'problem-purged-kept',
    params: { changes: '2', files: '1', path: '/home/mina/folio/accounts/unsent-2026-11-22-0199.age' },
  };
  fake.add({ commands: { session: () => ({ ...state, person: null, problem }) } });
  fake.poke('all');
  await expect.element(screen.getByText(/unsent-2026-11-22-0199\.age/)).toBeVisible();
  await expect.element(screen.getByText(/Give this file to the owner/)).toBeVisible();
  await expect.element(screen.getByTestId('door-invited')).toBeVisible();
});

it('opens the business of this computer by its e-mail address alone', async () => {
  const { fake, screen } = await renderApp('nobody', '/', fixtures, sessions);
  await screen.getByTestId('door-open').click();
  await screen.getByTestId('email').fill('asha@example.test');
  await screen.getByTestId('sign-in').click();
  await expect
    .poll(() => fake.calls.find((call) => call.name === 'sign_in')?.params)
    .toEqual({ server: null, email: 'asha@example.test', password: '' });
});
