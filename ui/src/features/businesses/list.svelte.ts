import { toFolioError, transport } from '../../transport';
import type { BusinessList, FolioError } from '../../transport';

/** Changes come in swarms, as when all businesses sync at once: they are looked at together. */
const GATHER_MS = 200;

/** The desktop's businesses, read again whenever one of them stands otherwise, for as long as the calling component lives. */
export function useBusinesses() {
  let list = $state.raw<BusinessList | null>(null);
  let error = $state.raw<FolioError | null>(null);
  let timer: ReturnType<typeof setTimeout> | null = null;
  let over = false;

  async function read(): Promise<void> {
    try {
      const found = await transport().command('businesses', {});
      if (!over) [list, error] = [found, null];
    } catch (thrown) {
      if (!over) error = toFolioError(thrown);
    }
  }
  function soon() {
    timer ??= setTimeout(() => {
      timer = null;
      void read();
    }, GATHER_MS);
  }
  $effect(() => {
    // A browser's session is one business.
    if (transport().capabilities.businesses !== true) return undefined;
    void read();
    const stop = transport().onBusinesses(soon);
    return () => {
      over = true;
      stop();
      if (timer) clearTimeout(timer);
    };
  });

  return {
    /** Null until it was read. Reactive. */
    get list() {
      return list;
    },
    get error() {
      return error;
    },
    read,
  };
}
