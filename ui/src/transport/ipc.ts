import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { FolioError, toFolioError } from './errors';
import { Listeners } from './listeners';
import { capabilitiesOf } from './types';
import type { BusinessPoke, BusinessStatus, Kind, SyncStatus, Transport } from './types';

type Door = 'query' | 'mutate' | 'command';

/**
 * The desktop window's way to Rust: Tauri commands and events. Each call names the business that it is for, and each
 * event the one that it comes from; those of the business that is shown are passed on.
 */
export async function connectIpc(): Promise<Transport> {
  const pokes = new Listeners<readonly Kind[] | 'all'>();
  const statuses = new Listeners<SyncStatus>();
  const shownElse = new Listeners<undefined>();
  const businesses = new Listeners<undefined>();
  const known = new Map<string, SyncStatus>();
  let shown: string | null = null;

  function learn(account: string, status: SyncStatus) {
    known.set(account, status);
    if (account === shown) statuses.tell(status);
  }
  // Both stay for the life of the window.
  await listen<BusinessPoke>('poke', ({ payload: { account, kinds } }) => {
    if (account === null) shownElse.tell(undefined);
    else if (account === shown) pokes.tell(kinds.length > 0 ? kinds : 'all');
    businesses.tell(undefined);
  });
  await listen<BusinessStatus>('sync_status', ({ payload: { account, status } }) => {
    learn(account, status);
    businesses.tell(undefined);
  });

  async function call<T>(door: Door, account: string | null, args: Record<string, unknown>): Promise<T> {
    try {
      return await invoke<T>(door, { account, ...args });
    } catch (thrown) {
      const error = toFolioError(thrown);
      // The end of another session is not the end of the one that is shown.
      if (error.code === 'unauthorised' && account !== shown)
        throw new FolioError('changed', error.messageKey, error.params);
      throw error;
    }
  }

  async function askStatus(account: string) {
    const { status } = await at(() => account).command('sync_state', {});
    if (!known.has(account)) learn(account, status);
  }

  function at(account: () => string | null): Transport {
    return {
      host: 'desktop',
      capabilities: capabilitiesOf('desktop'),
      get account() {
        return account();
      },
      of: (one) => at(() => one),
      enter: (one) => {
        shown = one;
      },
      query: (name, params) => call('query', account(), { query: { name, params } }),
      mutate: (request) => call('mutate', account(), { request }),
      command: (name, params) => call('command', account(), { command: { name, params } }),
      takeSave: () => undefined,
      onPoke: (listener) => pokes.add(listener),
      onShown: (listener) => shownElse.add(listener),
      onBusinesses: (listener) => businesses.add(listener),
      onSyncStatus(listener) {
        const status = shown === null ? undefined : known.get(shown);
        if (status) listener(status);
        // The copy may be closed by now; the event comes when it is opened.
        else if (shown !== null) askStatus(shown).catch(() => undefined);
        return statuses.add(listener);
      },
    };
  }
  return at(() => shown);
}
