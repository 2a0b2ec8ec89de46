import { SvelteMap } from 'svelte/reactivity';

/**
 * What a person typed and has not sent: leaving a screen or loading it again must not lose it. It lasts as long as the
 * window, and no longer than the person's sign-in.
 */
const PREFIX = 'folio.unsent.';
const texts = new SvelteMap<string, string>();

function stored(key: string): string {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? '';
  } catch {
    // Storage may be closed to us: then what was typed lasts until the window is loaded again.
    return '';
  }
}

/** The text kept under `key`; empty for none. Reactive. */
export function unsentText(key: string): string {
  return texts.get(key) ?? stored(key);
}

/** Keeps `text` under `key`; an empty text forgets it. */
export function keepUnsent(key: string, text: string): void {
  texts.set(key, text);
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, text);
  } catch {
    // As above; full storage is the same to the person.
  }
}

/** Forgets what `person` typed: after a sign-out the next one at this window must find nothing. Keys begin with the person. */
export function forgetUnsent(person: string): void {
  for (const key of [...texts.keys()]) if (key.startsWith(person)) texts.delete(key);
  try {
    const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    for (const key of keys) if (key.startsWith(PREFIX + person)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was stored where nothing can be read.
  }
}
