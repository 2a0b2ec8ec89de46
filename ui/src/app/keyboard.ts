import { commands, matchKeys } from '../shared/commands.svelte';
import type { Command } from '../shared/commands.svelte';
import { isSingleKey, isTyping, pressOf } from '../shared/keys';
import type { KeyPress } from '../shared/keys';
import { preferences } from '../shared/preferences.svelte';

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1_200;
/** Native undo and copy belong to a field that has the focus. */
const FIELD_OWNS = new Set(['KeyZ', 'KeyA', 'KeyC', 'KeyV', 'KeyX', 'KeyY']);

/** Which commands a key press can reach, given where the focus is. */
function reachable(all: readonly Command[], event: KeyboardEvent): Command[] {
  const typing = isTyping(event.target);
  const modal = document.querySelector('dialog[open]') !== null;
  return all.filter((command) => {
    if (!command.keys) return false;
    const single = isSingleKey(command.keys);
    if (single && (typing || modal || !preferences.singleKeys)) return false;
    return !(typing && FIELD_OWNS.has(event.code));
  });
}

/** Runs commands by their keys, wherever the focus is. Returns how to stop. */
export function startKeyboard(): () => void {
  let presses: KeyPress[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    presses = [];
    clearTimeout(timer);
  };

  function onkeydown(event: KeyboardEvent) {
    // While a word is composed, keys belong to the input method; held keys repeat only for moving about.
    if (event.isComposing || event.defaultPrevented || /^(Shift|Control|Alt|Meta)/.test(event.code)) return;
    const all = reachable(commands(), event);
    const press = pressOf(event);
    const match = matchKeys(all, [...presses, press]) ?? matchKeys(all, [press]);
    if (!match) return forget();
    event.preventDefault();
    if ('command' in match) {
      forget();
      if (!event.repeat || match.command.keyboardOnly) match.command.run();
    } else {
      presses = [...presses, press];
      clearTimeout(timer);
      timer = setTimeout(forget, SEQUENCE_MS);
    }
  }

  window.addEventListener('keydown', onkeydown);
  return () => {
    forget();
    window.removeEventListener('keydown', onkeydown);
  };
}
