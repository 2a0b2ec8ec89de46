import { isLanguage, negotiate, setLanguage } from '../i18n/index.svelte';
import type { AnyLanguage, Language } from '../i18n/index.svelte';

export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** What this device remembers of a person's taste; nothing of the business. */
interface Preferences {
  language: Language | null;
  theme: Theme;
  singleKeys: boolean;
}

const KEY = 'folio.preferences';
const DEFAULTS: Preferences = { language: null, theme: 'system', singleKeys: true };

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const found = typeof stored === 'object' && stored !== null ? (stored as Partial<Preferences>) : {};
    return {
      language: isLanguage(found.language) ? found.language : null,
      theme: THEMES.find((theme) => theme === found.theme) ?? DEFAULTS.theme,
      singleKeys: found.singleKeys !== false,
    };
  } catch {
    // Storage may be closed to us, or hold something foreign: both mean there are no preferences yet.
    return { ...DEFAULTS };
  }
}

const state = $state<Preferences>({ ...DEFAULTS });
/** The address named the language: a mailed link is in its reader's. */
let settled = false;

function write(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // A private window may refuse; the choice then holds until the window closes.
  }
}

export const preferences = {
  get theme() {
    return state.theme;
  },
  set theme(theme: Theme) {
    state.theme = theme;
    showTheme(theme);
    write();
  },
  /** Whether keys without Ctrl do something. */
  get singleKeys() {
    return state.singleKeys;
  },
  set singleKeys(on: boolean) {
    state.singleKeys = on;
    write();
  },
  /** Switches the screen and remembers it on this device. */
  async chooseLanguage(language: Language) {
    await setLanguage(language);
    state.language = language;
    write();
  },
};

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows what this device remembers. `forced` wins for this visit, for looking at a language. */
export async function applyPreferences(forced?: AnyLanguage): Promise<void> {
  Object.assign(state, read());
  showTheme(state.theme);
  settled = forced !== undefined;
  await setLanguage(forced ?? state.language ?? negotiate(navigator.languages));
}

/** The language a person chose with their account, unless this device has a choice of its own. */
export async function suggestLanguage(language: string): Promise<void> {
  if (!settled && state.language === null && isLanguage(language)) await setLanguage(language);
}
