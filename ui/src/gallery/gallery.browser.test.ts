import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessibleEverywhere } from '../../tests/axe';
import { renderApp } from '../../tests/render-app';

async function gallery(role = 'owner') {
  const { screen, fake } = await renderApp(role, '/gallery');
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
  return { screen, fake };
}

const focused = () => document.activeElement as HTMLElement;

it('is accessible in every language and theme', async () => {
  await gallery();
  await expectAccessibleEverywhere(document.documentElement);
});

it('draws only the rows in view of ten thousand, and J and K move in them', async () => {
  const { screen } = await gallery();
  await expect.element(screen.getByRole('row', { name: /2026-0001/ })).toBeVisible();
  expect(document.querySelectorAll('[data-index]').length).toBeLessThan(60);
  await userEvent.keyboard('jjj');
  await expect.poll(() => focused().dataset.index).toBe('2');
  await userEvent.keyboard('k');
  await expect.poll(() => focused().dataset.index).toBe('1');
  await userEvent.keyboard('{End}');
  await expect.poll(() => focused().dataset.index).toBe('9999');
  expect(focused().textContent).toContain('2026-10000');
  expect(focused().getAttribute('aria-selected')).toBe('true');
});

it('finds a client by typing and takes it with Enter', async () => {
  const { screen } = await gallery();
  const box = screen.getByRole('combobox', { name: 'Client' });
  await box.click();
  await userEvent.keyboard('north{Enter}');
  await expect.element(box).toHaveValue('Northwind Traders Private Limited');
  await expect.element(box).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(box).toHaveValue('தமிழ்ச்செல்வி அச்சகம்');
  await userEvent.keyboard('x{Escape}');
  await expect.element(box).toHaveValue('தமிழ்ச்செல்வி அச்சகம்');
});

it('keeps what was typed in a decimal until it is a number', async () => {
  const { screen } = await gallery();
  const box = screen.getByRole('textbox', { name: 'Unit price' });
  await box.fill('1.234,567');
  await userEvent.tab();
  await expect.element(screen.getByText('At most 2 digits after the decimal sign.')).toBeVisible();
  await expect.element(box).toHaveValue('1.234,567');
  await box.fill('1.234,56');
  await userEvent.tab();
  await expect.element(box).toHaveValue('1234.56');
});

it('takes a date by typing, by arrows and from the calendar', async () => {
  const { screen } = await gallery();
  const box = screen.getByRole('textbox', { name: 'Due date' });
  await box.fill('1/4/26');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Wednesday, 1 April 2026')).toBeVisible();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(box).toHaveValue('02/04/2026');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(screen.getByRole('dialog', { name: 'Choose a date' })).toBeVisible();
  await expect.poll(() => focused().textContent?.trim()).toBe('2');
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  await expect.element(box).toHaveValue('10/04/2026');
  await expect.poll(() => focused()).toBe(box.element());
});

it('works a menu by keys, asks before a deed, and gives the focus back', async () => {
  const { screen } = await gallery();
  const more = screen.getByRole('button', { name: 'More' });
  (more.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => focused().textContent?.trim()).toBe('Edit');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const dialog = screen.getByRole('dialog', { name: 'Discard this draft?' });
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => focused()).toBe(more.element());
});

it('holds an action for ten seconds and lets Ctrl+Z undo it', async () => {
  const { screen } = await gallery();
  await screen.getByRole('button', { name: 'Send', exact: true }).click();
  const undo = screen.getByRole('button', { name: /Undo/ });
  await expect.element(undo).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(undo).not.toBeInTheDocument();
});

it('finds a command in the palette, and goes there', async () => {
  const { screen } = await gallery();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect
    .element(screen.getByRole('combobox', { name: 'Find something, or say what to do' }))
    .toBeVisible();
  await userEvent.keyboard('sett{Enter}');
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
  expect(location.pathname).toBe('/settings');
});

it('shows the state of the sync and the list behind it', async () => {
  const { screen, fake } = await gallery();
  const refused = {
    code: 'invalid' as const,
    message_key: 'refused-over-paid',
    params: { number: '2026-0007' },
  };
  fake.add({
    commands: {
      dismiss: () => ({}),
      sync_state: () => ({
        status: { state: 'needs_attention', refused: 1, problem: null },
        pending: [
          {
            mutation_id: 'm-1',
            mutation: { name: 'mark_sent', args: { invoice_id: 'i-7' } },
            state: { state: 'refused', problem: refused },
            made_at: '2026-03-05T09:00:00Z',
          },
        ],
      }),
    },
  });
  fake.setSync({ state: 'needs_attention', refused: 1, problem: null });
  await screen.getByRole('button', { name: 'Needs attention' }).click();
  await expect.element(screen.getByText('Marked as sent')).toBeVisible();
  await expect.element(screen.getByText('That is more than invoice 2026-0007 still asks for.')).toBeVisible();
  await screen.getByRole('button', { name: 'Let it go' }).click();
  await expect
    .poll(() => fake.calls.at(-2))
    .toEqual({
      door: 'command',
      name: 'dismiss',
      params: { mutation_id: 'm-1' },
    });
});

it('shows a client the phone number and hours of the business on every screen', async () => {
  const { screen } = await gallery('client');
  await expect
    .element(screen.getByRole('link', { name: '+91 44 5550 0142' }))
    .toHaveAttribute('href', 'tel:+914455500142');
  await expect.element(screen.getByRole('link', { name: 'Please call me' })).toBeVisible();
  await screen.getByRole('navigation', { includeHidden: true }).element();
});

it('leads a person to nothing that is not theirs', async () => {
  const { screen } = await renderApp('client', '/nowhere');
  await expect.element(screen.getByText('There is nothing here, or it is not yours to see.')).toBeVisible();
});
