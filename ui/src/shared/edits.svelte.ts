import type { FieldEdit, FolioError, LostValue, Outcome } from '../transport';
import { beforeLeaving } from './leaving';
import { sameValue } from './same-value';

/** How long a person may pause before what they typed is saved. */
const PAUSE_MS = 800;

interface Options {
  /** A field's value as it is saved now. */
  saved: (key: string) => unknown;
  /** Carries edits of one record to Rust; a failure is answered, not thrown. The record is empty where there is but one. */
  send: (record: string, edits: FieldEdit[]) => Promise<Outcome<unknown>>;
  /** Resolves once the screen has read what was saved. */
  settle: () => Promise<unknown>;
}

/**
 * Fields that save themselves, one edit at a time, each with the value that the person saw. What is typed stays on the
 * screen until it is saved and read back; what could not be saved stays, with the reason. A key is a field's name, or
 * `<record>/<field>` where a screen holds several records.
 */
export class Edits {
  #typed = $state.raw<Record<string, unknown>>({});
  #errors = $state.raw<Record<string, FolioError>>({});
  readonly #seen = new Map<string, unknown>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #options: Options;
  #queue: Promise<void> = Promise.resolve();
  /** Lets another business be shown again without saving this first. */
  #lift: (() => void) | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** What the field shows. Reactive. */
  value<T>(key: string): T {
    return (key in this.#typed ? this.#typed[key] : this.#options.saved(key)) as T;
  }

  /** Whether anything typed is not saved yet. Reactive. */
  get pending(): boolean {
    return Object.keys(this.#typed).length > 0;
  }

  /** Why the field could not be saved. Reactive. */
  error(key: string): FolioError | undefined {
    return this.#errors[key];
  }

  /** The person typed; it is saved when they pause or leave. */
  type(key: string, value: unknown): void {
    if (sameValue(this.value(key), value)) return;
    if (!(key in this.#typed)) this.#seen.set(key, this.#options.saved(key));
    this.#typed = { ...this.#typed, [key]: value };
    this.#lift ??= beforeLeaving(() => this.flush());
    this.#errors = without(this.#errors, key);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.save(key), PAUSE_MS),
    );
  }

  /** The person chose; it is saved at once. */
  set(key: string, value: unknown): Promise<void> {
    this.type(key, value);
    return this.save(key);
  }

  /** Saves what was typed into one field, after everything that was saved before it. */
  save(key: string): Promise<void> {
    return this.#enqueue([key]);
  }

  /** Saves everything, a record at a time; false when something could not be saved. */
  async flush(): Promise<boolean> {
    const keys = Object.keys(this.#typed);
    for (const record of new Set(keys.map(recordOf)))
      void this.#enqueue(keys.filter((key) => recordOf(key) === record));
    await this.#queue;
    return Object.keys(this.#errors).length === 0;
  }

  #enqueue(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      clearTimeout(this.#timers.get(key));
      this.#timers.delete(key);
    }
    if (keys.some((key) => key in this.#typed)) this.#queue = this.#queue.then(() => this.#send(keys));
    return this.#queue;
  }

  /** Does something else to the same records, after everything that was typed before it. */
  after<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.flush().then(deed);
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  async #send(keys: readonly string[]): Promise<void> {
    const sent = new Map(keys.filter((key) => key in this.#typed).map((key) => [key, this.#typed[key]]));
    const changed = [...sent].filter(([key, to]) => !sameValue(this.#seen.get(key), to));
    const edits = changed.map(([key, to]) => ({ field: fieldOf(key), from: this.#seen.get(key), to }));
    if (edits.length > 0) {
      const outcome = await this.#options.send(recordOf(keys[0] ?? ''), edits);
      if (!outcome.ok) {
        const named = changed.find(([key]) => fieldOf(key) === outcome.error.params.field) ?? changed[0];
        if (named) this.#errors = { ...this.#errors, [named[0]]: outcome.error };
        return;
      }
      for (const [key, to] of changed) this.#seen.set(key, to);
      await this.#options.settle();
    }
    for (const [key, to] of sent) {
      // Typed on meanwhile: the next save begins from what was just saved.
      if (sameValue(this.#typed[key], to)) this.#typed = without(this.#typed, key);
    }
    if (this.pending) return;
    this.#lift?.();
    this.#lift = null;
  }
}

const fieldOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);
const recordOf = (key: string) => key.slice(0, Math.max(0, key.lastIndexOf('/')));

function without<T>(all: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([other]) => other !== key));
}

/** The newest value that lost in this field, while the value that replaced it still stands. */
export function lostIn(
  lost: readonly LostValue[],
  aboutId: string,
  field: string,
  stands: unknown,
): LostValue | undefined {
  const newest = lost.find(({ history }) => history.about_id === aboutId && history.field === field);
  if (!newest || field === 'deleted') return newest;
  const { kept, lost: replaced } = newest.history;
  return sameValue(kept, stands) && !sameValue(replaced, stands) ? newest : undefined;
}
