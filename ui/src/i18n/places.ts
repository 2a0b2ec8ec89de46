import { ESPERANTO } from './esperanto';
import { locale as currentLocale } from './screen.svelte';

/** The ISO 4217 codes in use whose money has minor units, as Rust takes them. */
export const CURRENCIES: readonly string[] = (
  'AED AFN ALL AMD XCG AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
  'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP ' +
  'GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD ' +
  'KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
  'NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP ' +
  'SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND ' +
  'VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG '
)
  .trim()
  .split(' ');

/** The ISO 3166-1 alpha-2 codes. */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS ' +
  'BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE ' +
  'EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM ' +
  'HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC ' +
  'LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO ' +
  'TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW '
)
  .trim()
  .split(' ');

type Names = (code: string) => string | undefined;

const names = new Map<string, Names>();
const isEsperanto = (locale: string) => locale.split('-')[0] === 'eo';
const keyOf = (type: 'currency' | 'region', locale: string) =>
  `${type} ${isEsperanto(locale) ? 'eo' : locale}`;

/** Brings the names that the engines do not carry; before that, Esperanto shows codes. */
export async function loadPlaceNames(locale: string): Promise<void> {
  if (!isEsperanto(locale)) return;
  const { ESPERANTO_PLACES } = await import('./esperanto-places');
  names.set(keyOf('region', locale), (code) => ESPERANTO_PLACES.region.get(code));
  names.set(keyOf('currency', locale), (code) => ESPERANTO_PLACES.currency.get(code));
}

function nameOf(type: 'currency' | 'region', code: string, locale: string): string {
  const key = keyOf(type, locale);
  let known = names.get(key);
  if (!known && !isEsperanto(locale)) {
    const engine = new Intl.DisplayNames(locale, { type });
    known = (each) => engine.of(each);
    names.set(key, known);
  }
  return known?.(code) ?? code;
}

/** What people call a currency: `INR` is "Indian Rupee". */
export function currencyName(code: string, locale = currentLocale()): string {
  return nameOf('currency', code, locale);
}

/** What people call a country: `IN` is "India". */
export function countryName(code: string, locale = currentLocale()): string {
  return code ? nameOf('region', code, locale) : '';
}

/** The countries by name, in the order of the language. */
export function countriesByName(locale = currentLocale()): string[] {
  const [base, key] = isEsperanto(locale) ? ['en', ESPERANTO.sortKey] : [locale, (name: string) => name];
  const { compare } = new Intl.Collator(base);
  return [...COUNTRIES].sort((a, b) => compare(key(countryName(a, locale)), key(countryName(b, locale))));
}
