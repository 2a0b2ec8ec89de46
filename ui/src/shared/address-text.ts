import { countryName } from '../i18n/index.svelte';
import type { Address } from '../transport';

/** An address as on an envelope, one line each; the country stands last where it is not the sender's own. */
export function addressText({ street, postal_code, city, region, country }: Address, home = ''): string {
  const lines = [
    street.trim(),
    `${postal_code} ${city}`.trim(),
    region,
    country === home ? '' : countryName(country),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
