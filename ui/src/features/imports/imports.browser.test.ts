import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { MADE, fixtures } from './fixtures';

it('shows what would come, refusals by line and sums beside the source, then takes it over', async () => {
  const { fake, screen } = await renderApp('owner', '/import', fixtures);
  await expect.element(screen.getByTestId('import-files')).toBeInTheDocument();
  const input = document.querySelector<HTMLInputElement>('[data-testid="import-files"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['\ufeffClient Name\nகவிதா'], 'clients.csv'));
  transfer.items.add(new File(['a,b\n'], 'invoices.csv'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.getByTestId('import-preview').click();
  await expect.element(screen.getByTestId('import-counts')).toHaveTextContent('392 invoices');
  await expect.element(screen.getByTestId('import-read-as')).toHaveTextContent('Zoho Invoice');
  const issues = screen.getByTestId('import-issue');
  await expect.element(issues.first()).toHaveTextContent('invoices.csv:64');
  const totals = screen.getByTestId('import-totals');
  await expect.element(totals.first()).toHaveTextContent('The same');
  await expect.element(totals.last()).toHaveTextContent('Differs');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('import-commit').click();
  await expect.element(screen.getByRole('heading', { name: 'Taken over' })).toBeVisible();
  const [looked, took] = ['preview_import', 'commit_import'].map(
    (name) =>
      fake.calls.find((call) => call.name === name)?.params as {
        format: string | null;
        files: object;
        files_sha256?: string;
      },
  );
  expect(looked?.format).toBeNull();
  expect(took?.format).toBe('zoho-invoice');
  expect(took?.files).toEqual(looked?.files);
  expect(took?.files_sha256).toBe('cd'.repeat(32));
});

it('reads the files as those of the tool that is chosen, and forgets what was seen before', async () => {
  const { fake, screen } = await renderApp('owner', '/import', fixtures);
  await expect.element(screen.getByTestId('import-files')).toBeInTheDocument();
  const input = document.querySelector<HTMLInputElement>('[data-testid="import-files"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['a,b\n'], 'invoices.csv'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.getByTestId('import-preview').click();
  await expect.element(screen.getByTestId('import-counts')).toBeVisible();
  await screen.getByTestId('import-format').selectOptions('Xero');
  await expect.element(screen.getByTestId('import-counts')).not.toBeInTheDocument();
  await screen.getByTestId('import-preview').click();
  await expect.element(screen.getByTestId('import-counts')).toBeVisible();
  const looked = fake.calls.filter((call) => call.name === 'preview_import');
  expect(looked.map((call) => (call.params as { format: string | null }).format)).toEqual([null, 'xero']);
});

it('says why files cannot be read', async () => {
  const { screen } = await renderApp('owner', '/import', {
    commands: {
      preview_import: () => {
        throw { code: 'invalid', message_key: 'problem-import-unreadable', params: {} };
      },
    },
  });
  await expect.element(screen.getByTestId('import-files')).toBeInTheDocument();
  const input = document.querySelector<HTMLInputElement>('[data-testid="import-files"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['x'], 'photo.csv'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await screen.getByTestId('import-preview').click();
  await expect.element(screen.getByText(/cannot be read as an export/)).toBeVisible();
  await expect.element(screen.getByTestId('import-commit')).not.toBeInTheDocument();
});

it('lists the imports that were made and takes one back, after saying what goes', async () => {
  const { fake, screen } = await renderApp('owner', '/import', fixtures);
  const made = screen.getByTestId('imports-made');
  await expect.element(made).toHaveTextContent('Zoho Invoice: Contacts.csv, Invoice.csv');
  await expect.element(made).toHaveTextContent('cannot be undone as a whole');
  expect(screen.getByTestId('import-undo').elements()).toHaveLength(1);
  await screen.getByTestId('import-undo').click();
  await expect.element(screen.getByTestId('import-undo-goes')).toHaveTextContent('392 invoices');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByTestId('import-undo-confirm').click();
  await expect.element(screen.getByText('The import was undone')).toBeVisible();
  const taken = fake.calls.find((call) => call.name === 'take_import_back');
  expect(taken?.params).toEqual({ run_id: MADE[0]?.run_id });
});

it('says what was touched instead of offering to undo', async () => {
  const problem = {
    code: 'changed' as const,
    message_key: 'refused-import-touched',
    params: { what: 'paid', label: '0117', more: '2', rest: 'some' },
  };
  const { screen } = await renderApp('owner', '/import', fixtures, {
    commands: {
      check_import_undo: () => ({ clients: 1, contacts: 0, invoices: 1, payments: 0, sums: [], problem }),
    },
  });
  await screen.getByTestId('import-undo').click();
  await expect.element(screen.getByText(/invoice 0117 since this import\. And 2 more\./)).toBeVisible();
  await expect.element(screen.getByTestId('import-undo-confirm')).not.toBeInTheDocument();
});

it('lets a person say what the columns of a table are, and remembers it', async () => {
  localStorage.removeItem('folio.import-mappings');
  const { fake, screen } = await renderApp('owner', '/import', fixtures);
  await screen.getByTestId('import-format').selectOptions('Any table (CSV, XLSX)');
  const give = () => {
    const input = document.querySelector<HTMLInputElement>('[data-testid="import-files"]')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['PK'], 'rechnungen.xlsx'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  give();
  await screen.getByTestId('import-name-columns').click();
  await expect.element(screen.getByTestId('import-table')).toHaveTextContent('கவிதா அச்சகம்');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByLabelText('Column “Farbe”').selectOptions('Note');
  // A field is one column's: the total moves, and leaves its old column unread.
  await screen.getByLabelText('Column “Betrag”').selectOptions('Still to be paid');
  await screen.getByTestId('import-table-numbers').selectOptions('Comma before decimals: 1.234,50');
  await screen.getByTestId('import-preview').click();
  await expect.element(screen.getByTestId('import-counts')).toBeVisible();
  const said = {
    file: 'rechnungen.xlsx · 2026',
    kind: 'invoices',
    fields: ['invoice_number', 'client_name', 'invoice_date', 'balance', 'note'],
    month_first: null,
    decimal_comma: true,
  };
  const mappingsOf = (name: string) =>
    (fake.calls.findLast((call) => call.name === name)?.params as { mappings: unknown }).mappings;
  expect(mappingsOf('preview_import')).toEqual([said]);
  await screen.getByTestId('import-commit').click();
  await expect.element(screen.getByRole('heading', { name: 'Taken over' })).toBeVisible();
  expect(mappingsOf('commit_import')).toEqual([said]);
  await screen.getByText('Import more files').click();
  give();
  await screen.getByTestId('import-name-columns').click();
  await expect.element(screen.getByTestId('import-table-known')).toBeVisible();
});
