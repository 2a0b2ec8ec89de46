import type { Client, Contact, FieldEdit, Organisation } from '../../transport';
import { sameValue } from '../../shared/same-value';

/** A client as the form begins: what most clients of this business have. */
export function newClient(name: string, business: Organisation): Client {
  return {
    name,
    address: { street: '', postal_code: '', city: '', region: '', country: business.address.country },
    tax_id: '',
    language: business.language,
    currency: business.currency,
    payment_terms_days: null,
    client_number: '',
  };
}

export function newContact(clientId: string): Contact {
  return {
    client_id: clientId,
    first_name: '',
    last_name: '',
    email: '',
    phone: '',
    language: null,
    gets_invoices: true,
  };
}

/** Whether nothing that a person types stands in it. */
export function isEmptyContact({ first_name, last_name, email, phone }: Contact): boolean {
  return [first_name, last_name, email, phone].every((text) => text.trim() === '');
}

export const contactName = ({ first_name, last_name }: Contact) => `${first_name} ${last_name}`.trim();

/** Typed days until an invoice is due: nothing means the rule of the business. */
export function termsOf(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) ? parseInt(typed.trim(), 10) : null;
}

/** One edit for each field that differs, from what the person saw. */
export function editsBetween<T extends object>(
  seen: T,
  now: T,
  fields: readonly (keyof T & string)[],
): FieldEdit[] {
  return fields
    .filter((field) => !sameValue(seen[field], now[field]))
    .map((field) => ({ field, from: seen[field], to: now[field] }));
}

export const CONTACT_FIELDS = [
  'first_name',
  'last_name',
  'email',
  'phone',
  'language',
  'gets_invoices',
] as const;
