import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp, renderAppIn } from '../../../tests/render-app';
import { fixtures as stationery } from '../stationery/fixtures';
import { fixtures } from './fixtures';

it('switches the language of the whole screen and remembers it', async () => {
  const { screen } = await renderApp('owner', '/settings', fixtures, stationery);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
  await screen.getByRole('radio', { name: 'Esperanto' }).click();
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Agordoj');
  expect(document.documentElement.lang).toBe('eo');
  expect(document.title).toBe('Agordoj – Folio');
  expect(JSON.parse(localStorage.getItem('folio.preferences') ?? '{}').language).toBe('eo');
});

it('switches the theme', async () => {
  const { screen } = await renderApp('owner', '/settings', fixtures, stationery);
  await screen.getByRole('radio', { name: 'Dark' }).click();
  expect(document.documentElement.dataset.theme).toBe('dark');
  await screen.getByRole('radio', { name: 'As the system' }).click();
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

it('turns single keys off, and only those', async () => {
  const { screen } = await renderApp('owner', '/gallery', fixtures, stationery);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Gallery');
  await userEvent.keyboard('gs');
  await screen.getByRole('checkbox', { name: 'Single-key shortcuts' }).click();
  await userEvent.keyboard('{Control>},{/Control}');
  history.replaceState(null, '', '/settings');
  await userEvent.keyboard('{F1}');
  await expect
    .element(screen.getByText('Single-key shortcuts are turned off in the settings.'))
    .toBeVisible();
});

it.each(['desktop', 'browser'] as const)('saves a backup in the %s', async (host) => {
  const { fake, screen } = await renderAppIn(host, 'owner', '/settings', fixtures, stationery);
  await screen.getByRole('button', { name: 'Save a backup' }).click();
  await expect.element(screen.getByText(/^Backup saved: .*\.folio-backup$/)).toBeVisible();
  expect(fake.calls.some((call) => call.name === 'save_backup')).toBe(true);
});

it.each(['desktop', 'browser'] as const)(
  'leaves with everything in the %s, and says that it is open',
  async (host) => {
    const { fake, screen } = await renderAppIn(host, 'owner', '/settings', fixtures);
    await expect.element(screen.getByText(/It is not encrypted/)).toBeVisible();
    await screen.getByTestId('save-export').click();
    await expect.element(screen.getByText('Saved as Verma Print Works folio-export.zip.')).toBeVisible();
    expect(fake.calls.find((call) => call.name === 'begin_save')?.params).toEqual({
      wish: { what: 'everything' },
    });
  },
);

it('signs out, and says why when that fails', async () => {
  const { fake, screen } = await renderApp('owner', '/settings', fixtures, stationery);
  const signOut = screen.getByRole('button', { name: 'Sign out', exact: true });
  fake.add({
    commands: {
      sign_out: () => {
        throw { code: 'offline', message_key: 'problem-offline', params: {} };
      },
    },
  });
  await signOut.click();
  await expect.element(screen.getByText(/Couldn't reach the server/)).toBeVisible();
  fake.add({ commands: { sign_out: () => ({}) } });
  await signOut.click();
  await expect.element(signOut).not.toBeInTheDocument();
});

it('has no accessibility violation in any language or theme', async () => {
  const { screen } = await renderApp('owner', '/settings', fixtures, stationery);
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});

it('saves a particular of the business by itself, from what was seen', async () => {
  const { fake, screen } = await renderApp('owner', '/settings', fixtures, stationery);
  await screen.getByTestId('organisation-hours').fill('Mon–Sat 10–19');
  await userEvent.tab();
  await expect
    .poll(() => fake.calls.findLast((call) => call.name === 'edit_organisation')?.params)
    .toMatchObject({ mutation: { args: { edits: [{ field: 'hours', from: 'Mon–Fri 9:30–18:00' }] } } });
});

it('says at the account what its code still asks for, and at the PIX key that it is none', async () => {
  const { screen } = await renderApp('owner', '/settings', fixtures, stationery, {
    mutations: {
      edit_organisation: () => {
        throw { code: 'invalid', message_key: 'refused-bad-value', params: { field: 'pix_key' } };
      },
    },
  });
  await screen.getByTestId('bank-account_number').fill('CH44 3199 9123 0008 8901 2');
  await screen.getByTestId('address-city').fill('');
  await expect.element(screen.getByText(/Swiss QR-bill: .* still needs: City/)).toBeVisible();
  await screen.getByTestId('bank-pix_key').fill('12345');
  await userEvent.tab();
  await expect.element(screen.getByTestId('bank-pix_key')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(screen.getByTestId('bank-account_name')).not.toHaveAttribute('aria-invalid', 'true');
});

it('shows the next number while the pattern is typed', async () => {
  const { screen } = await renderApp('owner', '/settings', fixtures, stationery);
  await screen.getByTestId('series-pattern').fill('INV-00000');
  await expect.element(screen.getByTestId('next-number')).toHaveTextContent('INV-00043');
  await screen.getByTestId('series-pattern').fill('INV');
  await expect.element(screen.getByTestId('save-series')).toBeDisabled();
});

it('ends another device after asking', async () => {
  const { fake, screen } = await renderApp('client', '/settings', fixtures, stationery);
  await screen.getByTestId('end-device').click();
  await screen.getByRole('dialog').getByRole('button', { name: 'Sign out there' }).click();
  await expect
    .poll(() => fake.calls.findLast((call) => call.name === 'end_device')?.params)
    .toEqual({ device_id: 'd-2' });
});
