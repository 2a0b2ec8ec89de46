import type { FolioError } from '../transport';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'good' | 'bad';
  error?: FolioError;
  /** Seconds that are left before it goes; null stays until dismissed. */
  left: number | null;
  /** What the button does, with its word. */
  action?: { label: string; run: () => void };
}

/** How often a countdown moves. */
const TICK_MS = 250;
const PLAIN_SECONDS = 6;
const HOLD_SECONDS = 10;

let toasts = $state<Toast[]>([]);
let nextId = 1;
let timer: ReturnType<typeof setInterval> | null = null;
let paused = false;

/** The messages now on the screen. Reactive. */
export function shownToasts(): readonly Toast[] {
  return toasts;
}

function add(toast: Omit<Toast, 'id'>): number {
  const id = nextId++;
  toasts.push({ ...toast, id });
  timer ??= setInterval(tick, TICK_MS);
  return id;
}

function tick(): void {
  const expired: Toast[] = [];
  for (const toast of toasts) {
    // A held change leaves on the host's clock, so its countdown never waits.
    if (toast.left === null || (paused && !toast.action)) continue;
    toast.left = Math.max(0, toast.left - TICK_MS / 1000);
    if (toast.left === 0) expired.push(toast);
  }
  for (const toast of expired) dismissToast(toast.id);
}

/** Time stands still while a person points at a message or has the focus in it, unless the host's clock decides. */
export function pauseToasts(hold: boolean): void {
  paused = hold;
}

export function dismissToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  if (toasts.length === 0) {
    paused = false;
    if (timer) clearInterval(timer);
    timer = null;
  }
}

/** Takes every message away: they are about the business that was shown. */
export function dismissToasts(): void {
  for (const { id } of toasts) dismissToast(id);
}

/** Says something that needs no answer. */
export function say(text: string, tone: 'plain' | 'good' = 'plain'): void {
  add({ text, tone, left: PLAIN_SECONDS });
}

/** Says what went wrong; stays until it is dismissed. The same failure is said once. */
export function sayError(error: FolioError): void {
  const known = toasts.some((toast) => toast.error?.messageKey === error.messageKey);
  if (!known) add({ text: '', tone: 'bad', error, left: null });
}

/** How long a change is held so that it can be undone, for `useMutation().run(…, { holdMs: HOLD_MS })`. */
export const HOLD_MS = HOLD_SECONDS * 1000;

/** Says that something leaves in `seconds`, and counts them; the button takes it back. */
export function sayHeld(text: string, undoLabel: string, undo: () => unknown, seconds = HOLD_SECONDS): void {
  const id: number = add({
    text,
    tone: 'plain',
    left: seconds,
    action: {
      label: undoLabel,
      run() {
        dismissToast(id);
        undo();
      },
    },
  });
}

/** Whether a message that can be undone is on the screen. */
export function holdsSomething(): boolean {
  return toasts.some((toast) => toast.action);
}

/** Undoes the newest message that can be undone; false when there is none. */
export function undoLatest(): boolean {
  const latest = toasts.findLast((toast) => toast.action);
  latest?.action?.run();
  return latest !== undefined;
}
