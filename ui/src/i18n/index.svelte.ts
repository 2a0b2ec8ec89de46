import type { FluentBundle } from '@fluent/bundle';
import { formatMessage, makeBundle } from './bundle';
import type { Args } from './bundle';
import { directionOf, loaders, parts } from './languages';
import { loadPlaceNames } from './places';
import type { AnyLanguage, Part } from './languages';
import { language, showLanguage } from './screen.svelte';

export { LANGUAGES, directionOf, isLanguage, negotiate } from './languages';
export type { AnyLanguage, Language } from './languages';
export type { Args } from './bundle';
export { language, locale, setRegion } from './screen.svelte';
export * from './money';
export * from './numbers';
export * from './dates';
export * from './places';

/** Outside of production a missing text is a mistake to see at once; there, its id is better than a dead screen. */
const STRICT = import.meta.env.MODE !== 'production';

let bundle = $state.raw<FluentBundle | null>(null);

/** The parts that a screen has asked for: from then on they come with every language. */
const asked = new Map<Part, Promise<void>>();

/** Loads the texts of a part. */
export function loadTexts(part: Part): Promise<void> {
  const known = asked.get(part);
  if (known) return known;
  asked.set(part, Promise.resolve());
  const loaded = setLanguage(wanted);
  asked.set(part, loaded);
  // A chunk that could not be had is asked for again.
  loaded.catch(() => asked.delete(part));
  return loaded;
}

/** The language that was asked for last, and the loading of its texts: what was asked for before it counts no more. */
let wanted: AnyLanguage = 'en';
let latest: Promise<void> = Promise.resolve();
let turn = 0;

/** Loads the texts of a language and switches every text on the screen to it. */
export function setLanguage(next: AnyLanguage): Promise<void> {
  wanted = next;
  turn += 1;
  latest = load(next, turn);
  return latest;
}

async function load(next: AnyLanguage, mine: number): Promise<void> {
  const base = next === 'en-XB' ? 'en' : next;
  const wanted = [loaders[base](), ...[...asked.keys()].map((part) => parts[part][base]())];
  const [texts] = await Promise.all([Promise.all(wanted), loadPlaceNames(next)]);
  if (mine !== turn) return latest;
  bundle = makeBundle(next, texts.map((part) => part.default).join('\n'));
  showLanguage(next);
  document.documentElement.lang = next;
  document.documentElement.dir = directionOf(next);
}

/** The text `id` in the language of the screen. Reactive. */
export function t(id: string, args?: Args): string {
  if (!bundle) throw new Error('setLanguage must have finished before the first text');
  const text = formatMessage(bundle, language(), id, args);
  if (text !== null) return text;
  if (STRICT) throw new Error(`no text "${id}" in ${language()}`);
  return id;
}

/** Whether there is a text `id`: for ids that come from elsewhere, such as a newer server's message keys. */
export function hasText(id: string): boolean {
  return bundle?.hasMessage(id) ?? false;
}
