import { isLanguage, language } from '../../i18n/index.svelte';
import { currencyOf, guessCountry, timeZoneOf } from './countries';
import { USUAL_PATTERN } from './numbering';

export const STEPS = ['business', 'owner', 'numbers'] as const;
export type Step = (typeof STEPS)[number];

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

function proposal() {
  const country = guessCountry(navigator.languages, ownZone());
  return {
    step: 'business' as Step,
    name: '',
    country,
    currency: currencyOf(country),
    timeZone: timeZoneOf(country, ownZone()),
    ownerName: '',
    email: '',
    goesOn: 'fresh' as 'fresh' | 'on',
    last: '',
    pattern: USUAL_PATTERN,
    next: 1,
    /** The code to print; empty before the business was started. */
    code: '',
    business: '',
  };
}

/** What was typed so far. It outlives the screen: the code must not be lost when the app changes around it. */
export const firstRun = $state(proposal());

export function forgetFirstRun(): void {
  Object.assign(firstRun, proposal());
}

/** Another country proposes another currency and time zone. */
export function chooseCountry(country: string): void {
  firstRun.country = country;
  firstRun.currency = currencyOf(country);
  firstRun.timeZone = timeZoneOf(country, ownZone());
}

export function startParams() {
  const speaks = language();
  return {
    business_name: firstRun.name.trim(),
    country: firstRun.country,
    currency: firstRun.currency,
    time_zone: firstRun.timeZone,
    language: isLanguage(speaks) ? speaks : ('en' as const),
    owner_name: firstRun.ownerName.trim(),
    email: firstRun.email.trim(),
    number_pattern: firstRun.pattern.trim(),
    next_number: firstRun.next,
  };
}
