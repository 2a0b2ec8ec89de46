import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { FolioError } from '../../transport';
import { fixtures as clients } from '../clients/fixtures';
import { documentFixtures } from './fixtures';
import { PIECE_BYTES } from './pieces';

function pick(testId: string, file: File) {
  const input = document.querySelector<HTMLInputElement>(`[data-testid="${testId}"]`)!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const bytes = (size: number) => new Uint8Array(size).fill(7);

it('shows who will see a file before it is shared, and brings it in pieces', async () => {
  const { fake, screen } = await renderApp(
    'owner',
    '/documents?client=client-1',
    clients,
    documentFixtures(),
  );
  await expect.element(screen.getByText('Printing agreement 2026')).toBeVisible();
  pick('upload', new File([bytes(PIECE_BYTES + 3)], 'Contract.pdf'));
  await expect.element(screen.getByTestId('document-title')).toHaveValue('Contract');
  await screen.getByRole('radio', { name: 'Only your team' }).click();
  await expect.element(screen.getByTestId('readers')).toHaveTextContent('Only your team will see it.');
  await screen.getByRole('radio', { name: 'The client as well' }).click();
  await screen.getByTestId('share-document').click();
  await expect.element(screen.getByText('Contract.pdf is safely stored.')).toBeVisible();
  const added = fake.calls.find((call) => call.name === 'add_document')?.params;
  expect(added).toMatchObject({
    mutation: {
      args: {
        client_id: 'client-1',
        title: 'Contract',
        shared: true,
        version: { file_name: 'Contract.pdf', size_bytes: PIECE_BYTES + 3 },
      },
    },
  });
  const offsets = fake.calls
    .filter((call) => call.name === 'put_file_piece')
    .map((call) => (call.params as { offset: number }).offset);
  expect(offsets).toEqual([0, PIECE_BYTES]);
  await expect.element(screen.getByRole('link', { name: /^Contract/ })).toBeVisible();
});

it('says when bringing fails, and goes on from there', async () => {
  const own = documentFixtures();
  const { fake, screen } = await renderApp('client', '/documents', own);
  let down = true;
  const real = own.commands!.put_file_piece!;
  fake.add({
    commands: {
      put_file_piece: (piece, f) => {
        if (down && piece.offset > 0) throw new FolioError('offline', 'problem-offline');
        return real(piece, f);
      },
    },
  });
  await expect.element(screen.getByText('Printing agreement 2026')).toBeVisible();
  pick('upload', new File([bytes(PIECE_BYTES + 3)], 'photo.png'));
  await screen.getByTestId('share-document').click();
  const row = screen.getByTestId('upload-row');
  await expect.element(row).toHaveAttribute('data-state', 'failed');
  await expect.element(row.getByText(/Couldn't reach the server/)).toBeVisible();
  await expectAccessibleEverywhere(document.documentElement);
  down = false;
  await screen.getByTestId('upload-retry').click();
  await expect.element(row).not.toBeInTheDocument();
  expect(fake.calls.filter((call) => call.name === 'add_document')).toHaveLength(1);
});

it('shares, takes back after a question, and records the look', async () => {
  const { fake, screen } = await renderApp('owner', '/documents/document-3', documentFixtures());
  await screen.getByTestId('share-document').click();
  await expect.element(screen.getByTestId('share-document')).toHaveTextContent('Take back');
  expect(fake.calls.filter((call) => call.name === 'view_document')).toHaveLength(1);
  await screen.getByTestId('share-document').click();
  await screen.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect.element(screen.getByTestId('share-document')).toHaveTextContent('Share with the client');
  await screen.getByTestId('save-file').click();
  await expect.element(screen.getByText('Saved as விலை விவரம்.ods.')).toBeVisible();
});

it('takes a new version, and has no accessibility violation', async () => {
  const { screen } = await renderApp('owner', '/documents/document-1', documentFixtures());
  await expect.element(screen.getByText('Printing agreement 2026 signed.pdf')).toBeVisible();
  await expect.element(screen.getByText('कविता शर्मा').first()).toBeVisible();
  pick('upload-version', new File([bytes(5)], 'v3.pdf'));
  await expect.poll(() => screen.getByTestId('version-row').elements().length).toBe(3);
  await expectAccessibleEverywhere(document.documentElement);
});

it('refuses a file that is too large before anything is sent', async () => {
  const { fake, screen } = await renderApp('client', '/documents', documentFixtures());
  await expect.element(screen.getByText('Printing agreement 2026')).toBeVisible();
  const large = new File(['x'], 'film.mov');
  Object.defineProperty(large, 'size', { value: 200 * 1024 * 1024 });
  const input = document.querySelector<HTMLInputElement>('[data-testid="upload"]')!;
  Object.defineProperty(input, 'files', { value: [large], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.element(screen.getByText(/film.mov” is larger than/)).toBeVisible();
  expect(fake.calls.some((call) => call.name === 'add_document')).toBe(false);
});
