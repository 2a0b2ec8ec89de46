import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { FluentVariable } from '@fluent/bundle';
import { directionOf } from './languages';
import type { AnyLanguage } from './languages';

export type Args = Record<string, FluentVariable>;

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const FSI = '\u2068';
const PDI = '\u2069';

/**
 * The locales that numbers and plurals inside a text follow. Chromium carries no Esperanto data; Swedish has the same
 * plural rule, the same decimal comma and the same space between groups.
 */
const intlLocales = (language: AnyLanguage) =>
  language === 'eo' ? ['eo', 'sv'] : [language === 'en-XB' ? 'en' : language];

const mirror = (text: string) => `\u202e${text}\u202c`;

/** The texts of one language. Throws on an id defined twice. */
export function makeBundle(language: AnyLanguage, source: string): FluentBundle {
  const bundle = new FluentBundle(intlLocales(language), {
    useIsolating: false,
    transform: language === 'en-XB' ? mirror : (text) => text,
  });
  const errors = bundle.addResource(new FluentResource(source));
  if (errors[0]) throw errors[0];
  return bundle;
}

/**
 * Keeps a right-to-left name from reordering a left-to-right sentence, and the reverse. Fluent can isolate every
 * argument, but then no text equals what a person would type; only what needs it is isolated.
 */
function isolate(value: FluentVariable, direction: 'ltr' | 'rtl'): FluentVariable {
  if (typeof value !== 'string') return value;
  return direction === 'rtl' || RTL.test(value) ? `${FSI}${value}${PDI}` : value;
}

/** The text `id` with `args` filled in, or null when the language has none. Throws when an argument is missing. */
export function formatMessage(
  bundle: FluentBundle,
  language: AnyLanguage,
  id: string,
  args: Args = {},
): string | null {
  const message = bundle.getMessage(id);
  if (!message?.value) return null;
  const direction = directionOf(language);
  const isolated = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, isolate(value, direction)]),
  );
  const errors: Error[] = [];
  const text = bundle.formatPattern(message.value, isolated, errors);
  if (errors[0]) throw new Error(`text "${id}" (${language}): ${errors[0].message}`);
  return text;
}
