import type { AnyLanguage } from './languages';

const state = $state({ language: 'en' as AnyLanguage, region: '' });

/** The language now on the screen. Reactive. */
export function language(): AnyLanguage {
  return state.language;
}

/** Set by `setLanguage` once the texts are there. */
export function showLanguage(next: AnyLanguage): void {
  state.language = next;
}

/**
 * The BCP 47 tag that numbers and dates follow: the language, and the country of the business (so that English in India
 * groups in lakhs). Reactive.
 */
export function locale(): string {
  const base = state.language === 'en-XB' ? 'en' : state.language;
  return state.region ? `${base}-${state.region}` : base;
}

/** `country`: ISO 3166 alpha-2 of the business, or empty. */
export function setRegion(country: string): void {
  state.region = /^[A-Z]{2}$/.test(country) ? country : '';
}
