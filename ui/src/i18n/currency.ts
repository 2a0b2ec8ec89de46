/**
 * ISO 4217 minor units where they are not 2. The engines' own data follows CLDR, which rounds some currencies to what
 * shops use (IQD, AFN, …); amounts here have the digits that Rust counted in.
 */
const DIGITS: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** How many decimal digits the minor unit of `currency` (ISO 4217 code) has. */
export function currencyDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}
