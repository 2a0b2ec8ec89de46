import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { fixtures as clients } from '../clients/fixtures';
import { profileFixtures } from './fixtures';

it('changes the own contact data field by field', async () => {
  const { fake, screen } = await renderApp('client', '/profile', clients, profileFixtures());
  await expect.element(screen.getByTestId('save-profile')).toBeDisabled();
  await screen.getByTestId('contact-phone').fill('+91 98 7');
  await screen.getByTestId('contact-language').selectOptions('hi');
  await screen.getByTestId('save-profile').click();
  await expect.element(screen.getByText(/Verma Print Works sees it too/)).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'edit_contact')?.params).toMatchObject({
    mutation: {
      args: {
        contact_id: 'contact-1',
        edits: [
          { field: 'phone', from: '+91 22 5550 0101', to: '+91 98 7' },
          { field: 'language', from: null, to: 'hi' },
        ],
      },
    },
  });
});

it('says beside the field what is wrong with it', async () => {
  const { screen } = await renderApp('client', '/profile', clients, profileFixtures(), {
    mutations: {
      edit_contact: () => {
        throw { code: 'invalid', message_key: 'refused-not-an-email', params: { field: 'email' } };
      },
    },
  });
  await screen.getByTestId('contact-email').fill('no address');
  await screen.getByTestId('save-profile').click();
  await expect.element(screen.getByText(/This is not an e-mail address/)).toBeVisible();
});

it('ends another device, and has no accessibility violation', async () => {
  const { screen } = await renderApp('client', '/profile', clients, profileFixtures());
  await expect.poll(() => screen.getByTestId('device-row').elements().length).toBe(2);
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('end-device').click();
  await expect.poll(() => screen.getByTestId('device-row').elements().length).toBe(1);
});
