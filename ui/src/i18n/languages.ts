/** The languages that are complete. Their own names are the texts `language-<code>`. */
export const LANGUAGES = ['en', 'hi', 'ta', 'eo'] as const;
export type Language = (typeof LANGUAGES)[number];
/** English mirrored and turned right to left: shows where a layout assumes its direction. Not offered in a build for people. */
export type AnyLanguage = Language | 'en-XB';

export const loaders: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import('virtual:folio-locale/en'),
  hi: () => import('virtual:folio-locale/hi'),
  ta: () => import('virtual:folio-locale/ta'),
  eo: () => import('virtual:folio-locale/eo'),
};

/** Texts that come with the screens that need them, by the name of the part. */
export const parts = {
  imports: {
    en: () => import('virtual:folio-locale/en/imports'),
    hi: () => import('virtual:folio-locale/hi/imports'),
    ta: () => import('virtual:folio-locale/ta/imports'),
    eo: () => import('virtual:folio-locale/eo/imports'),
  },
  bills: {
    en: () => import('virtual:folio-locale/en/bills'),
    hi: () => import('virtual:folio-locale/hi/bills'),
    ta: () => import('virtual:folio-locale/ta/bills'),
    eo: () => import('virtual:folio-locale/eo/bills'),
  },
  businesses: {
    en: () => import('virtual:folio-locale/en/businesses'),
    hi: () => import('virtual:folio-locale/hi/businesses'),
    ta: () => import('virtual:folio-locale/ta/businesses'),
    eo: () => import('virtual:folio-locale/eo/businesses'),
  },
  bank: {
    en: () => import('virtual:folio-locale/en/bank'),
    hi: () => import('virtual:folio-locale/hi/bank'),
    ta: () => import('virtual:folio-locale/ta/bank'),
    eo: () => import('virtual:folio-locale/eo/bank'),
  },
  tables: {
    en: () => import('virtual:folio-locale/en/tables'),
    hi: () => import('virtual:folio-locale/hi/tables'),
    ta: () => import('virtual:folio-locale/ta/tables'),
    eo: () => import('virtual:folio-locale/eo/tables'),
  },
} satisfies Record<string, Record<Language, () => Promise<{ default: string }>>>;
export type Part = keyof typeof parts;

export function isLanguage(code: unknown): code is Language {
  return LANGUAGES.some((language) => language === code);
}

/** The first of a person's preferred languages (BCP 47 tags) that Folio speaks; English when none. */
export function negotiate(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}

export function directionOf(language: AnyLanguage): 'ltr' | 'rtl' {
  return language === 'en-XB' ? 'rtl' : 'ltr';
}
