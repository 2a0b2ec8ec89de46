import { SvelteMap } from 'svelte/reactivity';
import { t } from '../../i18n/index.svelte';
import { say, sayError } from '../../shared/toasts.svelte';
import { toFolioError, transport } from '../../transport';
import type { Business, FolioError } from '../../transport';
import { partsOf } from '../months';
import { isUnderWay, packOf } from './model';

/** So often the host is asked how far the files are. */
const ASK_EVERY_MS = 500;

/** The packs of a month, of many businesses at once. */
export class Packs {
  readonly #read: () => Promise<void>;
  readonly #refused = new SvelteMap<string, FolioError>();
  #busy = $state(false);

  constructor(read: () => Promise<void>) {
    this.#read = read;
  }

  /** Whether a folder is being chosen, or the packs are being begun. Reactive. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Why the pack of a business could not be begun. Reactive. */
  refusedOf(account: string): FolioError | undefined {
    return this.#refused.get(account);
  }

  /** Asks once for a folder, and begins a pack of each. */
  async save(rows: readonly Business[], month: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#refused.clear();
    try {
      const accounts = rows.map(({ account }) => account);
      const { begun, refused } = await transport().command('save_packs', { accounts, ...partsOf(month) });
      for (const { account, problem } of refused) this.#refused.set(account, toFolioError(problem));
      if (begun) say(t('businesses-packs-begun', { count: begun }));
      await this.#read();
    } catch (thrown) {
      sayError(toFolioError(thrown));
    } finally {
      this.#busy = false;
    }
  }

  /** Ends the packs of these that are under way; what is there of them goes. */
  async cancelAll(rows: readonly Business[], month: string): Promise<void> {
    const ends = rows.flatMap((row) => {
      const pack = packOf(row, month);
      if (!pack || !isUnderWay(pack.stage)) return [];
      return transport().command('cancel_pack', { account: row.account, save_id: pack.save_id });
    });
    for (const end of await Promise.allSettled(ends))
      if (end.status === 'rejected') sayError(toFolioError(end.reason));
    await this.#read();
  }

  /** Asks again and again how far they are. Returns how to stop. */
  watch(): () => void {
    const timer = setInterval(() => void this.#read(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }
}
