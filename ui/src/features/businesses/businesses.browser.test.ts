import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp, renderAppIn } from '../../../tests/render-app';
import type { FakeTransport } from '../../transport/fake';
import type { SaveStage } from '../../transport';
import { fixtures as clients } from '../clients/fixtures';
import { fixtures as months } from '../months/fixtures';
import { fixtures as sessions } from '../sessions/fixtures';
import { businessFixtures, manyBusinesses } from './fixtures';

const params = (fake: FakeTransport, name: string) =>
  fake.calls.filter((call) => call.name === name).map((call) => call.params);

it('shows every business with how it stands, and what hinders one hinders no other', async () => {
  const { screen } = await renderApp('bookkeeper', '/businesses?month=2026-02', businessFixtures(), {
    commands: {
      look_at_business: ({ account }) => {
        if (account === 'north') throw { code: 'internal', message_key: 'problem-internal', params: {} };
        return { owed: [], unread: 3, month: { open: account === 'sakura' ? 0 : 2, points: 6 } };
      },
    },
  });
  const rows = screen.getByTestId('business');
  await expect.poll(() => rows.elements().length).toBe(7);
  const murugan = rows.nth(1);
  await expect.element(murugan).toHaveTextContent(/முருகன் ஸ்டோர்ஸ்.*Bookkeeper.*murugan\.example/);
  await expect.element(murugan).toHaveTextContent(/Offline.*3 changes wait.*Last synced:/);
  await expect.element(murugan).toHaveTextContent(/Nothing owed.*3 unread threads.*2 of 6 points open/);
  await expect.element(rows.nth(2)).toHaveTextContent(/Ready to close/);
  await expect.element(rows.nth(3)).toHaveTextContent(/2 changes not accepted.*Something went wrong/i);
  await expect.element(rows.nth(5)).toHaveTextContent(/keyring/);
  await expect.element(rows.nth(6)).toHaveTextContent(/signed out/);
  await expectAccessibleEverywhere(document.documentElement);
});

it('goes to another business’s month end, with nothing of the former left', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/month-end', months, businessFixtures());
  await screen.getByTestId('businesses').getByRole('button').click();
  await screen.getByRole('menuitem', { name: 'All businesses' }).click();
  await screen.getByTestId('month').selectOptions('2026-02');
  await screen.getByTestId('open-month').nth(1).click();
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Month end');
  await expect.element(screen.getByTestId('businesses')).toHaveTextContent('முருகன் ஸ்டோர்ஸ்');
  expect(location.pathname + location.search).toBe('/month-end?month=2026-02');
  expect(fake.account).toBe('murugan');
  await expect.element(screen.getByText('Verma Print Works', { exact: true })).not.toBeInTheDocument();
  // A step back does not lead to a screen of the other business.
  history.back();
  await expect.poll(() => location.search).toBe('');
  expect(fake.account).toBe('murugan');
});

it('switches from the name above every screen, by keyboard too, and says which of two with one name', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/month-end', months, businessFixtures());
  await expect.element(screen.getByTestId('businesses')).toBeVisible();
  await userEvent.keyboard('{Control>}b{/Control}');
  const items = screen.getByRole('menuitemradio');
  await expect.poll(() => items.elements().length).toBe(5);
  await expect.element(items.first()).toHaveAttribute('aria-checked', 'true');
  await expect.element(items.nth(3)).toHaveTextContent(/Nordlicht \(Ludoviko Ŝĉerba, north\.example\)/);
  await expectAccessibleEverywhere(document.documentElement);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.poll(() => fake.account).toBe('sakura');
  await expect.element(screen.getByTestId('businesses')).toHaveTextContent('कविता क्रिएशन्स');
  await userEvent.keyboard('{Control>}k{/Control}');
  await screen.getByRole('combobox', { name: 'Find something, or say what to do' }).fill('switch முருகன்');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.account).toBe('murugan');
});

it('stays where it is when the other one does not open, and says why', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/businesses', businessFixtures());
  await screen.getByTestId('try-business').click();
  await expect.element(screen.getByRole('region', { name: 'Messages' })).toHaveTextContent(/keyring/);
  expect(fake.account).toBe('account-bookkeeper');
  expect(location.pathname).toBe('/businesses');
});

it('saves what is being typed before it goes, and in the business where it was typed', async () => {
  const saved: (string | null)[] = [];
  const { fake, screen } = await renderApp(
    'owner',
    '/clients/client-2',
    clients,
    businessFixtures({ role: 'owner' }),
    { mutations: { set_client_note: (_, host) => void saved.push(host.account) } },
  );
  await screen.getByTestId('client-note').fill('Half a thought');
  await userEvent.keyboard('{Control>}b{/Control}');
  await screen.getByRole('menuitemradio', { name: 'कविता क्रिएशन्स' }).click();
  await expect.poll(() => fake.account).toBe('sakura');
  expect(saved).toEqual(['account-bookkeeper']);
});

it('saves every pack with one press, says how far each is, and tries again what failed', async () => {
  const problem = { code: 'invalid' as const, message_key: 'problem-file-not-saved', params: {} };
  const stages = (account: string): SaveStage[] => {
    if (account === 'murugan') return [{ stage: 'waiting' }];
    if (account === 'sakura') return [{ stage: 'failed', problem }];
    return [{ stage: 'making', done: 2, of: 9 }, { stage: 'done' }];
  };
  const { fake, screen } = await renderApp(
    'bookkeeper',
    '/businesses?month=2026-02',
    businessFixtures({ stages }),
  );
  await screen.getByTestId('save-packs').click();
  await expect
    .poll(() => params(fake, 'save_packs'))
    .toEqual([
      { accounts: ['account-bookkeeper', 'murugan', 'sakura', 'north', 'south'], year: 2026, month: 2 },
    ]);
  const rows = screen.getByTestId('business');
  await expect.element(rows.nth(1)).toHaveTextContent(/out of reach. The pack goes on by itself/);
  await expect.element(rows.nth(2)).toHaveTextContent(/could not be saved there/);
  await expect.element(rows.nth(3)).toHaveTextContent(/Saved as 2026-02 Nordlicht\.zip/);
  await expect.element(screen.getByTestId('save-packs')).toHaveTextContent('Save the other packs (1)');
  await expect.element(screen.getByText('4 of 5')).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('save-packs').click();
  await expect
    .poll(() => params(fake, 'save_packs')[1])
    .toEqual({ accounts: ['sakura'], year: 2026, month: 2 });
  await screen.getByTestId('packs-progress').getByRole('button', { name: 'Cancel' }).click();
  await expect
    .poll(() => params(fake, 'cancel_pack'))
    .toEqual([{ account: 'murugan', save_id: 'save-murugan' }]);
  await expect
    .element(screen.getByTestId('packs-ended'))
    .toHaveTextContent(/3 packs are saved\. 1 could not/);
  // Another month has packs of its own.
  await screen.getByTestId('month').selectOptions('2026-01');
  await expect.element(screen.getByTestId('save-packs')).toHaveTextContent('Save every pack');
});

it('says which pack could not be begun, and nothing when no folder was chosen', async () => {
  const { screen, fake } = await renderApp('bookkeeper', '/businesses?month=2026-02', businessFixtures(), {
    commands: {
      save_packs: () => ({
        begun: 0,
        refused: [
          {
            account: 'murugan',
            problem: { code: 'unauthorised', message_key: 'problem-signed-out', params: {} },
          },
        ],
      }),
    },
  });
  await screen.getByTestId('save-packs').click();
  await expect.element(screen.getByTestId('pack')).toHaveAttribute('data-stage', 'failed');
  fake.add({ commands: { save_packs: () => ({ begun: null, refused: [] }) } });
  await screen.getByTestId('save-packs').click();
  await expect.element(screen.getByTestId('pack')).not.toBeInTheDocument();
});

it('adds a business beside the one that is open, and goes back to it when told to', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/month-end', months, businessFixtures(), sessions);
  await screen.getByTestId('businesses').getByRole('button').click();
  await screen.getByRole('menuitem', { name: 'Add a business' }).click();
  await expect.element(screen.getByText(/Verma Print Works stays open meanwhile/)).toBeVisible();
  await screen.getByTestId('cancel-add').click();
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Month end');

  await userEvent.keyboard('{Control>}b{/Control}');
  await screen.getByRole('menuitem', { name: 'Add a business' }).click();
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByRole('radio', { name: /invitation/ }).click();
  await expect.element(screen.getByTestId('invitation-link')).toBeVisible();
  await screen.getByRole('radio', { name: /password/ }).click();
  await screen.getByTestId('server-address').fill('https://sakura.example');
  await screen.getByTestId('email').fill('ludoviko@example.test');
  await screen.getByTestId('password').fill('a few good words');
  const [row] = manyBusinesses().filter(({ account }) => account === 'sakura');
  fake.add(businessFixtures({ rows: [{ ...row!, shown: true }] }));
  await screen.getByTestId('sign-in').click();
  await expect.poll(() => fake.account).toBe('sakura');
  await expect.element(screen.getByTestId('businesses')).toHaveTextContent('कविता क्रिएशन्स');
  await expect.poll(() => location.pathname).toBe('/month-end');
});

it('shows another business once the person has signed out of one', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/settings', months, businessFixtures(), {
    commands: {
      devices: () => ({ devices: [] }),
      sign_out: () => {
        const rows = manyBusinesses().filter(({ account }) => account === 'sakura');
        fake.add(businessFixtures({ rows: rows.map((row) => ({ ...row, shown: true })) }));
        return {};
      },
    },
  });
  await screen.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect.poll(() => fake.account).toBe('sakura');
  await expect.poll(() => location.pathname).toBe('/month-end');
});

it('offers the others where the one that was shown has ended, and tells of an end until it was seen', async () => {
  const problem = { code: 'purge' as const, message_key: 'problem-purged', params: {} };
  const rows = manyBusinesses().map((row) => ({ ...row, shown: false }));
  const ended = [{ account: 'gone', name: 'Lakshmi Traders', problem }];
  const { fake, screen } = await renderApp('nobody', '/', months, businessFixtures({ rows, ended }));
  await expect.element(screen.getByTestId('door-server')).toBeVisible();
  await expect.element(screen.getByTestId('ended-business')).toHaveTextContent(/Lakshmi Traders/);
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('other-business').nth(1).click();
  await expect.poll(() => fake.account).toBe('murugan');
  await expect.poll(() => location.pathname).toBe('/month-end');
  await userEvent.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
  await screen.getByTestId('ended-business').getByRole('button').click();
  await expect.element(screen.getByTestId('ended-business')).not.toBeInTheDocument();
  expect(params(fake, 'forget_ended')).toEqual([{ account: 'gone' }]);
});

it('says so where there is none', async () => {
  const { screen } = await renderApp('bookkeeper', '/businesses', {
    commands: { businesses: () => ({ businesses: [], ended: [] }) },
  });
  await expect.element(screen.getByText('There is no business on this computer yet.')).toBeVisible();
});

it('is nothing that a browser offers: its session is one business', async () => {
  const { fake, screen } = await renderAppIn('browser', 'bookkeeper', '/businesses', months);
  await expect.element(screen.getByText(/in the Folio app on your computer/)).toBeVisible();
  await expect.element(screen.getByTestId('businesses')).not.toBeInTheDocument();
  expect(params(fake, 'businesses')).toEqual([]);
});
