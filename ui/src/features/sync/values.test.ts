import { expect, it } from 'vitest';
import { screenOf } from './values';

it.each([
  ['draft', '/invoices/drafts/x'],
  ['client', '/clients/x'],
  ['organisation', '/settings'],
  ['payment', null],
] as const)('opens the screen of a %s', (open_kind, path) =>
  expect(screenOf({ open_kind, open_id: 'x' } as never)).toBe(path),
);
