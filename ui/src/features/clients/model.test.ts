import { expect, it } from 'vitest';
import { ORGANISATION } from '../../transport/fixtures';
import {
  CONTACT_FIELDS,
  contactName,
  editsBetween,
  isEmptyContact,
  newClient,
  newContact,
  termsOf,
} from './model';

it('begins a client with what the business uses itself', () => {
  const client = newClient('Mehta', ORGANISATION);
  expect([client.name, client.currency, client.address.country, client.payment_terms_days]).toEqual([
    'Mehta',
    'INR',
    'IN',
    null,
  ]);
});

it('leaves out a contact of whom nothing is known', () => {
  const contact = newContact('c-1');
  expect(isEmptyContact({ ...contact, first_name: '  ' })).toBe(true);
  expect(isEmptyContact({ ...contact, phone: '1' })).toBe(false);
  expect(contactName({ ...contact, first_name: 'Asha' })).toBe('Asha');
});

it.each([
  ['', null],
  ['30', 30],
  [' 7 ', 7],
  ['soon', null],
])('reads %j as days', (typed, days) => expect(termsOf(typed)).toBe(days));

it('edits only what differs, from what was seen', () => {
  const seen = newContact('c-1');
  expect(editsBetween(seen, { ...seen, email: 'a@b.test' }, CONTACT_FIELDS)).toEqual([
    { field: 'email', from: '', to: 'a@b.test' },
  ]);
});
