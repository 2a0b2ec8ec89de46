import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { toFolioError } from './errors';
import { Listeners } from './listeners';
import { capabilitiesOf } from './types';
import type { Kind, Poke, SyncStatus, SyncView, Transport } from './types';

async function call<T>(door: 'query' | 'mutate' | 'command', args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(door, args);
  } catch (thrown) {
    throw toFolioError(thrown);
  }
}

/** The desktop window's way to Rust: Tauri commands and events. */
export async function connectIpc(): Promise<Transport> {
  const pokes = new Listeners<readonly Kind[] | 'all'>();
  const statuses = new Listeners<SyncStatus>();
  let status: SyncStatus | null = null;
  const show = (next: SyncStatus) => {
    status = next;
    statuses.tell(next);
  };
  // Both stay for the life of the window.
  await listen<Poke>('poke', ({ payload }) => pokes.tell(payload.kinds.length > 0 ? payload.kinds : 'all'));
  await listen<SyncStatus>('sync_status', ({ payload }) => show(payload));

  const command: Transport['command'] = (name, params) => call('command', { command: { name, params } });
  const askStatus = async () => {
    const view: SyncView = await command('sync_state', {});
    if (status === null) show(view.status);
  };

  return {
    host: 'desktop',
    capabilities: capabilitiesOf('desktop'),
    query: (name, params) => call('query', { query: { name, params } }),
    mutate: (request) => call('mutate', { request }),
    command,
    takeSave: () => undefined,
    onPoke: (listener) => pokes.add(listener),
    onSyncStatus(listener) {
      if (status) listener(status);
      // Nobody is signed in yet, perhaps; the event comes with the sign-in then.
      else askStatus().catch(() => undefined);
      return statuses.add(listener);
    },
  };
}
