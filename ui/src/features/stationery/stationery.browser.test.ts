import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { fixtures as settings } from '../settings/fixtures';
import { fixtures } from './fixtures';

const open = (role: string) => renderApp(role, '/settings', settings, fixtures);

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>';

it('chooses a template and shows the page in it', async () => {
  const { fake, screen } = await open('owner');
  await expect.element(screen.getByTestId('stationery-page')).toHaveAttribute('data-template', 'ledger');
  await screen.getByTestId('template-bold').click();
  await expect.element(screen.getByTestId('stationery-page')).toHaveAttribute('data-template', 'bold');
  await expect
    .poll(() => fake.calls.findLast((call) => call.name === 'set_stationery')?.params)
    .toMatchObject({
      mutation: {
        args: { edits: [{ field: 'template', from: 'ledger', to: 'bold' }], logo: { kind: 'keep' } },
      },
    });
});

it('says that a pale colour is printed darker', async () => {
  const { fake, screen } = await open('owner');
  await screen.getByTestId('stationery-accent').fill('#ffe600');
  await expect.element(screen.getByTestId('accent-said')).toHaveTextContent('#837600 is printed');
  expect(fake.calls.some((call) => call.name === 'preview_stationery')).toBe(true);
  await screen.getByRole('button', { name: 'Colour #1f4e8c' }).click();
  await expect.element(screen.getByTestId('accent-said')).not.toHaveTextContent('is printed');
});

it('takes a logo from a file, shows it and lets it go', async () => {
  const { fake, screen } = await open('owner');
  const logo = new File([DRAWING], 'logo.svg', { type: 'image/svg+xml' });
  await screen.getByTestId('logo-file').upload(logo);
  await expect.element(screen.getByTestId('logo-shown')).toBeVisible();
  await expect
    .poll(() => fake.calls.findLast((call) => call.name === 'set_stationery')?.params)
    .toMatchObject({
      mutation: { args: { logo: { kind: 'put', logo: { kind: 'image/svg+xml', bytes: btoa(DRAWING) } } } },
    });
  await screen.getByTestId('logo-remove').click();
  await expect.element(screen.getByTestId('logo-shown')).not.toBeInTheDocument();
});

it('says why a file is no logo', async () => {
  const { fake, screen } = await open('owner');
  await screen.getByTestId('logo-file').upload(new File(['x'], 'logo.gif', { type: 'image/gif' }));
  await expect.element(screen.getByTestId('logo-error')).toHaveTextContent('neither a PNG');
  const large = new File([new Uint8Array(256 * 1024 + 1)], 'logo.png', { type: 'image/png' });
  await screen.getByTestId('logo-file').upload(large);
  await expect.element(screen.getByTestId('logo-error')).toHaveTextContent('256 kB');
  fake.add({
    mutations: {
      set_stationery: () => {
        throw { code: 'invalid', message_key: 'refused-logo-text', params: {} };
      },
    },
  });
  await screen.getByTestId('logo-file').upload(new File([DRAWING], 'logo.svg', { type: '' }));
  await expect.element(screen.getByTestId('logo-error')).toHaveTextContent('Turn the text into outlines');
});

it('is shown to staff, who cannot change it', async () => {
  const { screen } = await open('staff');
  await expect.element(screen.getByTestId('stationery-page')).toBeVisible();
  await expect.element(screen.getByTestId('template-bold')).toBeDisabled();
  await expect.element(screen.getByTestId('logo-file')).not.toBeInTheDocument();
});

it('has no accessibility violation in any language or theme', async () => {
  const { screen } = await open('owner');
  await expect.element(screen.getByTestId('stationery-page')).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
});
