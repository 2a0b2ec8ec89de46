import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp, renderAppIn } from '../../../tests/render-app';
import type { SaveStage } from '../../transport';
import { savesFixtures } from '../../transport/saves-fixtures';
import { clearSummary, fixtures } from './fixtures';

it('is where a bookkeeper begins, shows the month and saves its pack', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/', fixtures);
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Month end');
  await screen.getByTestId('month').selectOptions('2026-02');
  await expect.element(screen.getByText(/^1 Feb 2026 to 28 Feb 2026/)).toBeVisible();
  await expect.poll(() => screen.getByTestId('month-totals').elements().length).toBe(2);
  await expect.element(screen.getByText('12 invoices or credit notes were not sent.')).toBeVisible();
  await expect.element(screen.getByText('The numbers have no gap.')).toBeVisible();
  await screen.getByTestId('save-pack').click();
  await expect.element(screen.getByText('Saved as 2026-02 Verma Print Works.zip.')).toBeVisible();
  expect(fake.calls.find((call) => call.name === 'begin_save')?.params).toEqual({
    wish: { what: 'month_pack', year: 2026, month: 2, datev: null },
  });
  await expectAccessibleEverywhere(document.documentElement);
});

it('says nothing when the person changes their mind in the save dialog', async () => {
  const { fake, screen } = await renderApp('owner', '/month-end?month=2026-01', fixtures, {
    commands: { begin_save: () => ({ save_id: null }) },
  });
  await screen.getByTestId('save-pack').click();
  await expect.poll(() => fake.calls.some((call) => call.name === 'begin_save')).toBe(true);
  await expect.element(screen.getByText(/^Saved as/)).not.toBeInTheDocument();
});

it('shows how far the pack is, also after another screen, and ends it when told to', async () => {
  const stages: SaveStage[] = [
    { stage: 'making', done: 40, of: 1200 },
    { stage: 'waiting' },
    { stage: 'arriving', done: 5_000_000, of: 20_000_000 },
  ];
  const { fake, screen } = await renderApp(
    'owner',
    '/month-end?month=2026-01',
    fixtures,
    savesFixtures(stages),
  );
  await screen.getByTestId('save-pack').click();
  const progress = screen.getByTestId('save-progress');
  await expect.element(progress.getByText('40 of 1,200')).toBeVisible();
  await expect.element(progress.getByText(/out of reach. It goes on by itself/)).toBeVisible();
  await screen.getByRole('link', { name: 'Settings' }).first().click();
  await expect.element(screen.getByTestId('save-export')).toBeVisible();
  await expect.element(progress).not.toBeInTheDocument();
  history.back();
  await expect.element(progress.getByText('25%')).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(progress).not.toBeInTheDocument();
  expect(fake.calls.find((call) => call.name === 'cancel_save')?.params).toEqual({ save_id: 'save-1' });
});

it('hands the pack to the browser once when it is ready', async () => {
  const stages: SaveStage[] = [
    { stage: 'making', done: 0, of: 0 },
    { stage: 'ready', size_bytes: 10, sha256: '' },
  ];
  const { fake, screen } = await renderAppIn('browser', 'bookkeeper', '/', fixtures, savesFixtures(stages));
  await screen.getByTestId('save-pack').click();
  await expect.element(screen.getByText(/is in the browser's downloads/)).toBeVisible();
  await expect.element(screen.getByTestId('save-progress')).not.toBeInTheDocument();
  expect(fake.calls.filter((call) => call.name === 'take_save').length).toBe(1);
});

it('says why a pack could not be made', async () => {
  const problem = { code: 'internal' as const, message_key: 'problem-file-not-saved', params: {} };
  const { screen } = await renderApp(
    'owner',
    '/month-end',
    fixtures,
    savesFixtures([{ stage: 'failed', problem }]),
  );
  await screen.getByTestId('save-pack').click();
  await expect.element(screen.getByText(/could not be saved there/)).toBeVisible();
});

it('leads from each point of the checklist to where it is mended', async () => {
  const { screen } = await renderApp('owner', '/month-end?month=2026-01', fixtures);
  const links: [string, string][] = [
    ['No client yet', '/invoices/drafts/draft-2'],
    ['2026-0043', '/invoices/invoice-43'],
    ['முருகன் ஸ்டோர்ஸ்', '/payments?client=client-2'],
    ['Karl Weber', '/clients/client-4'],
    ['and 10 more', '/invoices?show=unsent'],
  ];
  for (const [name, href] of links)
    await expect.element(screen.getByRole('link', { name, exact: true })).toHaveAttribute('href', href);
  await expect.element(screen.getByTestId('month-clear')).not.toBeInTheDocument();
});

it('says so when nothing is left to do', async () => {
  const { screen } = await renderApp('bookkeeper', '/', fixtures, {
    queries: { month: ({ year, month }) => clearSummary(year, month) },
  });
  await expect
    .element(screen.getByTestId('month-clear'))
    .toHaveTextContent('Nothing is left to do. The month can be closed.');
  await expectAccessibleEverywhere(document.documentElement);
});

it('asks for what DATEV must be told, and packs with it', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/month-end?month=2026-02', fixtures);
  await screen.getByTestId('datev').click();
  await screen.getByTestId('datev-adviser').fill('12');
  await expect.element(screen.getByText('A whole number from 1001 to 9999999.')).toBeVisible();
  await expect.element(screen.getByTestId('save-pack')).toBeDisabled();
  await screen.getByTestId('datev-adviser').fill('29098');
  await screen.getByTestId('datev-business').fill('55003');
  await screen.getByTestId('datev-chart').selectOptions('skr04');
  await screen.getByTestId('datev-year').selectOptions('07');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('save-pack').click();
  await expect
    .poll(() => fake.calls.find((call) => call.name === 'begin_save')?.params)
    .toEqual({
      wish: {
        what: 'month_pack',
        year: 2026,
        month: 2,
        datev: { adviser_number: 29098, business_number: 55003, chart: 'skr04', year_begins_in: 7 },
      },
    });
  // The next month's pack keeps what was typed; other tests begin without it.
  await screen.getByTestId('datev').click();
});
