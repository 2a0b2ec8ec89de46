import type { Address, BankDetails } from '../../transport';

/** What the address still lacks for the code that the bank details could give. */
interface CodeNeeds {
  /** The field of the bank details that asks for it. */
  field: 'account_number' | 'pix_key';
  code: string;
  /** The labels of the fields that are empty. */
  missing: string[];
}

/** What a Swiss QR-bill and a PIX code say of the business beside its account. */
export function codeNeeds(bank: BankDetails, address: Address): CodeNeeds | null {
  const empty = (parts: Record<string, string>) =>
    Object.entries(parts).flatMap(([label, value]) => (value.trim() === '' ? [label] : []));
  if (/^(CH|LI)\d{2}/i.test(bank.account_number.replace(/\s/g, ''))) {
    const missing = empty({
      'field-postal-code': address.postal_code,
      'field-city': address.city,
      'field-country': address.country,
    });
    if (missing.length > 0) return { field: 'account_number', code: 'Swiss QR-bill', missing };
  }
  if ((bank.pix_key ?? '').trim() !== '') {
    const missing = empty({ 'field-city': address.city });
    if (missing.length > 0) return { field: 'pix_key', code: 'PIX', missing };
  }
  return null;
}
