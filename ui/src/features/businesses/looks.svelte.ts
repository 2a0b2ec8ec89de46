import { SvelteMap } from 'svelte/reactivity';
import { toFolioError, transport } from '../../transport';
import type { Business, BusinessLook, FolioError } from '../../transport';
import { partsOf } from '../months';

/** What is known of one business: what was read last, and why it could not be read again. */
export interface Look {
  found: BusinessLook | null;
  error: FolioError | null;
}

/** What a look depends on: the month, and how the copy stands. */
const keyOf = ({ state, status, synced_at }: Business, month: string) =>
  JSON.stringify([month, state.state, status, synced_at]);

/** What stands open in each business. One that cannot be read hinders no other. */
export class Looks {
  readonly #looks = new SvelteMap<string, Look>();
  /** What was asked last, by account: answers to anything else are thrown away. */
  readonly #asked = new Map<string, string>();

  of(account: string): Look | undefined {
    return this.#looks.get(account);
  }

  /** Reads those again that stand otherwise than when they were last read. */
  follow(rows: readonly Business[], month: string): void {
    for (const row of rows) {
      const key = keyOf(row, month);
      if (row.state.state !== 'open' || this.#asked.get(row.account) === key) continue;
      const before = this.#asked.get(row.account);
      // Another month's points must not stand beside this one's name.
      if (before !== undefined && !before.startsWith(JSON.stringify([month]).slice(0, -1)))
        this.#looks.delete(row.account);
      this.#asked.set(row.account, key);
      void this.#read(row.account, month, key);
    }
  }

  async #read(account: string, month: string, key: string): Promise<void> {
    let look: Look;
    try {
      const found = await transport().command('look_at_business', { account, ...partsOf(month) });
      look = { found, error: null };
    } catch (thrown) {
      look = { found: null, error: toFolioError(thrown) };
    }
    if (this.#asked.get(account) === key) this.#looks.set(account, look);
  }
}
