import { expect, it } from 'vitest';
import type { Contact } from '../../transport';
import { editsOf, fieldsOf } from './edits';

const contact: Contact = {
  client_id: 'client-1',
  first_name: 'Kavita',
  last_name: 'Sharma',
  email: 'kavita@example.test',
  phone: '',
  language: 'hi',
  gets_invoices: true,
};

it('sends what changed, with what was seen', () => {
  const typed = { ...fieldsOf(contact), phone: ' +91 98 ', last_name: 'Sharma ' };
  expect(editsOf(contact, typed)).toEqual([{ field: 'phone', from: '', to: '+91 98' }]);
  expect(editsOf(contact, fieldsOf(contact))).toEqual([]);
});
it('leaves the language to the business again', () => {
  expect(editsOf(contact, { ...fieldsOf(contact), language: '' })).toEqual([
    { field: 'language', from: 'hi', to: null },
  ]);
});
