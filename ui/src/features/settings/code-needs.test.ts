import { expect, it } from 'vitest';
import type { Address, BankDetails } from '../../transport';
import { codeNeeds } from './code-needs';

const bank = (part: Partial<BankDetails>): BankDetails => ({
  account_name: '',
  bank_name: '',
  account_number: '',
  routing_code: '',
  upi_id: '',
  note: '',
  ...part,
});
const address = (part: Partial<Address> = {}): Address => ({
  street: 'Seestrasse 12',
  postal_code: '8001',
  city: 'Zürich',
  region: '',
  country: 'CH',
  ...part,
});

it.each([
  [bank({ account_number: 'ch44 3199 9123 0008 8901 2' }), address(), null],
  [bank({ account_number: 'DE89 3704 0044 0532 0130 00' }), address({ city: '', country: '' }), null],
  [bank({}), address({ city: '' }), null],
])('asks for nothing that a code does not say', (details, place, expected) =>
  expect(codeNeeds(details, place)).toBe(expected),
);

it('names what a Swiss QR-bill and a PIX code still ask for', () => {
  const swiss = bank({ account_number: 'LI21 0881 0000 2324 013A A' });
  expect(codeNeeds(swiss, address({ postal_code: ' ', country: '' }))).toEqual({
    field: 'account_number',
    code: 'Swiss QR-bill',
    missing: ['field-postal-code', 'field-country'],
  });
  expect(codeNeeds(bank({ pix_key: '+5511912345678' }), address({ city: '' }))).toEqual({
    field: 'pix_key',
    code: 'PIX',
    missing: ['field-city'],
  });
});
