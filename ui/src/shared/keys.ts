/**
 * Keys are written as `event.code`s, so that they stay in place on every layout: `Mod+KeyK` (Ctrl, or ⌘ on a Mac),
 * `Mod+Shift+Slash`, `KeyJ`, and a sequence as `KeyG KeyI`.
 */
export type Keys = string;

export interface KeyPress {
  code: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

export const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

export function parseKeys(keys: Keys): KeyPress[] {
  return keys.split(' ').map((press) => {
    const parts = press.split('+');
    const code = parts.pop() ?? '';
    return { code, mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') };
  });
}

export function pressOf(event: KeyboardEvent): KeyPress {
  return {
    code: event.code,
    mod: IS_MAC ? event.metaKey : event.ctrlKey,
    shift: event.shiftKey,
    alt: event.altKey,
  };
}

export function samePress(a: KeyPress, b: KeyPress): boolean {
  return a.code === b.code && a.mod === b.mod && a.shift === b.shift && a.alt === b.alt;
}

/** Whether the keys are a single letter or sign, which typing could also mean. */
export function isSingleKey(keys: Keys): boolean {
  return parseKeys(keys).every(
    ({ code, mod, alt }) => !mod && !alt && !/^F\d+$/.test(code) && code !== 'Escape',
  );
}

const SIGNS: Record<string, string> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Enter: '⏎',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What stands on the key caps, press by press; `Mod`, `Shift`, `Alt` and `Escape` are left as ids for the texts. */
export function capsOf(keys: Keys): string[][] {
  return parseKeys(keys).map(({ code, mod, shift, alt }) => [
    ...(mod ? ['Mod'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    SIGNS[code] ?? code.replace(/^(Key|Digit)/, ''),
  ]);
}

/** Fields take letters; there a single key is text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|file|range)$/.test(target.type)
  );
}
