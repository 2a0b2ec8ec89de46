import { untrack } from 'svelte';
import { parseKeys, samePress } from './keys';
import type { KeyPress, Keys } from './keys';

/** Something a person can do from the keyboard and the palette. */
export interface Command {
  /** Unique while registered, such as `invoice-new`. */
  id: string;
  /** Its name, in words. */
  label: string;
  keys?: Keys;
  /** The text id of the heading it stands under in the shortcuts; `group-screen` when absent. */
  group?: string;
  /** Not worth a line in the palette, such as moving up and down. */
  keyboardOnly?: boolean;
  run: () => unknown;
}

/** Plain, for what ends would read a reactive list as it was before what begins at the same moment has joined it. */
let sets: readonly (() => readonly Command[])[] = [];
let change = $state.raw({});

function setSets(next: typeof sets): void {
  sets = next;
  change = {};
}

/** Every command of the moment, the screen's own before the shell's. Reactive. */
export function commands(): Command[] {
  void change;
  return sets.flatMap((list) => [...list()]);
}

/** Adds commands for as long as the calling component lives. */
export function useCommands(list: () => readonly Command[]): void {
  $effect.pre(() =>
    // The list must not run this effect again by its own change.
    untrack(() => {
      setSets([list, ...sets]);
      return () => setSets(sets.filter((other) => other !== list));
    }),
  );
}

export type Match = { command: Command } | { pending: true } | null;

/** What the presses so far mean: a command, the start of a sequence, or nothing. */
export function matchKeys(all: readonly Command[], presses: readonly KeyPress[]): Match {
  let pending = false;
  for (const command of all) {
    if (!command.keys) continue;
    const wanted = parseKeys(command.keys);
    if (wanted.length < presses.length) continue;
    const fits = presses.every((press, index) => {
      const want = wanted[index];
      return want !== undefined && samePress(want, press);
    });
    if (!fits) continue;
    if (wanted.length === presses.length) return { command };
    pending = true;
  }
  return pending ? { pending } : null;
}
