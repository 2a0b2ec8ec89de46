import { expect, it } from 'vitest';
import { expectAccessibleEverywhere } from '../../../tests/axe';
import { renderApp } from '../../../tests/render-app';
import { BILL, fixtures } from './fixtures';

function choose(file: File) {
  const input = document.querySelector<HTMLInputElement>('[data-testid="bill-file"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const given = new File(['<Invoice/>'], 'rechnung.xml');

it('shows what a bill says, what is wrong with it in plain words, and saves what is inside', async () => {
  const { fake, screen } = await renderApp('bookkeeper', '/bills', fixtures);
  await expect.element(screen.getByTestId('bill-file')).toBeInTheDocument();
  choose(given);
  await expect
    .element(screen.getByTestId('bill-verdict'))
    .toHaveTextContent('Breaks 2 rules of EN 16931, CII.');
  await expect.element(screen.getByTestId('bill-number')).toHaveTextContent('2026-117');
  await expect.element(screen.getByTestId('bill-due')).toHaveTextContent('€207.00');
  await expect.element(screen.getByTestId('bill-seller')).toHaveTextContent('Papier & Söhne GmbH');
  await expect.element(screen.getByTestId('bill-line').first()).toHaveTextContent('2.5 kg');
  await expect.element(screen.getByTestId('bill-line').last()).toHaveTextContent('€12.50 for 100');
  await expect.element(screen.getByTestId('bill-totals')).toHaveTextContent('VAT 19% on €90.00');
  await expect.element(screen.getByTestId('bill-payment')).toHaveTextContent('DE02 1203 0000 0000 2020 51');
  const findings = screen.getByTestId('bill-finding');
  await expect.element(findings.first()).toHaveTextContent('Totals: The amounts do not add up.');
  await expect.element(findings.nth(1)).toHaveTextContent('Line 2: A line is incomplete.');
  await expectAccessibleEverywhere(document.documentElement);
  await screen.getByRole('button', { name: 'Save time-sheet.csv' }).click();
  await expect.poll(() => fake.calls.find((call) => call.name === 'save_bill_attachment')).toBeTruthy();
  const [opened, saved] = ['open_bill', 'save_bill_attachment'].map(
    (name) => fake.calls.find((call) => call.name === name)?.params as { file: object; index?: number },
  );
  expect(opened?.file).toEqual({ name: 'rechnung.xml', bytes: btoa('<Invoice/>') });
  expect(saved).toEqual({ file: opened?.file, index: 0 });
  await screen.getByTestId('bill-close').click();
  await expect.element(screen.getByTestId('bill-file')).toBeInTheDocument();
});

it('says why a file is no bill', async () => {
  const { screen } = await renderApp('owner', '/bills', {
    commands: {
      open_bill: () => ({
        ...BILL,
        verdict: 'unreadable',
        unreadable: { message_key: 'bills-unreadable-pdf-none', params: {} },
        written_as: '',
        inside: null,
        findings: [],
        remarks: [],
        content: null,
      }),
    },
  });
  await expect.element(screen.getByTestId('bill-file')).toBeInTheDocument();
  choose(given);
  await expect.element(screen.getByTestId('bill-why')).toHaveTextContent('no e-invoice inside');
  await expect.element(screen.getByTestId('bill')).not.toBeInTheDocument();
});

it('takes a bill that is dropped anywhere, and nothing else', async () => {
  const { fake, screen } = await renderApp('owner', '/settings', fixtures);
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  const drop = (file: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(drop(new File(['x'], 'photo.png'))).toBe(true);
  expect(fake.calls.some((call) => call.name === 'open_bill')).toBe(false);
  expect(drop(given)).toBe(true);
  await expect.element(screen.getByTestId('bill-number')).toHaveTextContent('2026-117');
  expect(location.pathname).toBe('/bills');
});

it('is no place for clients', async () => {
  const { fake, screen } = await renderApp('client', '/bills', fixtures);
  await expect.element(screen.getByText('it is not yours to see')).toBeVisible();
  await expect.element(screen.getByTestId('bill-file')).not.toBeInTheDocument();
  expect(fake.calls.some((call) => call.name === 'open_bill')).toBe(false);
});
