import { untrack } from 'svelte';
import { readsAny, toFolioError, transport } from '../transport';
import type { FolioError, Queries } from '../transport';

type Paged = 'clients' | 'invoices' | 'payments' | 'activity';
type Asked<K extends Paged> = Omit<Queries[K]['params'], 'after' | 'limit'>;
type Row<K extends Paged> = Queries[K]['answer']['rows'][number];

export interface Pages<R> {
  readonly rows: readonly R[];
  /** False until the first page is here. */
  readonly ready: boolean;
  /** How many there are, where the query says so. */
  readonly count: number | null;
  readonly error: FolioError | null;
  readonly hasMore: boolean;
  /** Loads the next page, if there is one. */
  more(): void;
  retry(): void;
}

/** A long list, a page at a time; read again, as far as it was loaded, when a kind of record it reads changes. */
export function usePages<K extends Paged>(name: K, asked: () => Asked<K>, size = 200): Pages<Row<K>> {
  const host = transport().of(transport().account);
  let rows = $state.raw<readonly Row<K>[]>([]);
  let count = $state<number | null>(null);
  let next = $state.raw<string | null>(null);
  let ready = $state(false);
  let error = $state.raw<FolioError | null>(null);
  let pages = 1;
  /** Answers of an older question are thrown away. */
  let asking = 0;

  async function page(after: string | null): Promise<Queries[K]['answer']> {
    const params = { ...asked(), after, limit: size } as unknown as Queries[K]['params'];
    return host.query(name, params);
  }

  async function load(wanted: number): Promise<void> {
    asking += 1;
    const mine = asking;
    try {
      const found: Row<K>[] = [];
      let after: string | null = null;
      let loaded = 0;
      let all: number | null = null;
      do {
        const answer: Queries[K]['answer'] = await page(after);
        if (mine !== asking) return;
        found.push(...(answer.rows as Row<K>[]));
        if ('count' in answer) all = answer.count;
        after = answer.next;
        loaded += 1;
      } while (after !== null && loaded < wanted);
      [rows, next, count, error, ready, pages] = [found, after, all, null, true, loaded];
    } catch (thrown) {
      if (mine === asking) error = toFolioError(thrown);
    }
  }

  async function more(): Promise<void> {
    const after = next;
    if (after === null) return;
    next = null;
    const mine = asking;
    try {
      const answer = await page(after);
      if (mine !== asking) return;
      rows = [...rows, ...(answer.rows as Row<K>[])];
      next = answer.next;
      pages += 1;
    } catch (thrown) {
      if (mine === asking) [error, next] = [toFolioError(thrown), after];
    }
  }

  $effect(() => {
    // Only what is asked may run this again.
    void JSON.stringify(asked());
    untrack(() => void load(1));
  });
  $effect(() => transport().onPoke((kinds) => readsAny(name, kinds) && void load(pages)));

  return {
    get rows() {
      return rows;
    },
    get ready() {
      return ready;
    },
    get count() {
      return count;
    },
    get error() {
      return error;
    },
    get hasMore() {
      return next !== null;
    },
    more: () => void more(),
    retry: () => void load(pages),
  };
}
