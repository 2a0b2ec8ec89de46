import { FolioError, toFolioError } from './errors';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from './generated';
import { Listeners } from './listeners';
import { capabilitiesOf } from './types';
import type { Kind, Poke, SavedFile, SyncStatus, Transport } from './types';

/** How long an answer may take before the server counts as out of reach; a file may take longer, everything longer yet. */
const TIMEOUT_MS = 30_000;
const FILE_TIMEOUT_MS = 10 * 60_000;
const BACKUP_TIMEOUT_MS = 4 * 60 * 60_000;

function timeoutOf(command: string): number {
  if (command === 'save_backup') return BACKUP_TIMEOUT_MS;
  return command.startsWith('save_') ? FILE_TIMEOUT_MS : TIMEOUT_MS;
}

async function send(path: string, body: unknown, timeoutMs: number): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      // No other site can send this header without asking first: the guard against forged requests.
      headers: {
        'content-type': 'application/json',
        'x-folio': '1',
        [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    throw new FolioError('offline', 'problem-offline');
  }
}

async function failure(response: Response): Promise<FolioError> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (typeof answer === 'object' && answer !== null && 'message_key' in answer) return toFolioError(answer);
  if (response.status === 401) return new FolioError('unauthorised', 'problem-signed-out');
  if (response.status >= 502) return new FolioError('offline', 'problem-offline');
  return new FolioError('internal', 'problem-internal', { detail: `HTTP ${response.status}` });
}

async function post<T>(path: string, body: unknown, timeoutMs = TIMEOUT_MS): Promise<T> {
  const response = await send(path, body, timeoutMs);
  if (!response.ok) throw await failure(response);
  if (response.headers.get('content-disposition')?.startsWith('attachment'))
    return (await download(response)) as T;
  return (await response.json()) as T;
}

/** The name that the server gives a file, in the form for any letters first. */
export function fileNameOf(disposition: string): string {
  const anyLetters = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (anyLetters) return decodeURIComponent(anyLetters);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
}

/** Lets the browser download what lies at `url`. */
function offer(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Hands an answer that is a file to the browser's own downloads. */
async function download(response: Response): Promise<SavedFile> {
  const name = fileNameOf(response.headers.get('content-disposition') ?? '');
  // A file that breaks off on its way is none.
  const whole = await response.blob().catch(() => {
    throw new FolioError('offline', 'problem-offline');
  });
  const url = URL.createObjectURL(whole);
  offer(url, name);
  // The download has its own hold on the bytes once it has started.
  setTimeout(() => URL.revokeObjectURL(url), FILE_TIMEOUT_MS);
  return { file_name: name };
}

/** The browser's way to Rust: JSON over HTTP with a session cookie, and server-sent events. */
export function connectHttp(): Transport {
  const pokes = new Listeners<readonly Kind[] | 'all'>();
  const statuses = new Listeners<SyncStatus>();
  let waiting = 0;
  let lostAt: string | null = null;
  let events: EventSource | null = null;

  const status = (): SyncStatus => {
    if (lostAt) return { state: 'offline', since: lostAt, waiting };
    return waiting > 0 ? { state: 'syncing', waiting } : { state: 'up_to_date' };
  };
  const tell = () => statuses.tell(status());

  /** The browser reconnects by itself; what was missed meanwhile is unknown, so everything is read again. */
  function listenOnce() {
    if (events) return;
    events = new EventSource('/api/events');
    events.addEventListener('open', () => {
      if (lostAt) pokes.tell('all');
      lostAt = null;
      tell();
    });
    events.addEventListener('error', () => {
      lostAt ??= new Date().toISOString();
      if (events?.readyState === EventSource.CLOSED) events = null;
      tell();
    });
    events.addEventListener('poke', ({ data }: MessageEvent<string>) => {
      const { kinds }: Poke = JSON.parse(data);
      pokes.tell(kinds.length > 0 ? kinds : 'all');
    });
  }

  const transport: Transport = {
    host: 'browser',
    capabilities: capabilitiesOf('browser'),
    account: null,
    of: () => transport,
    enter: () => undefined,
    async query(name, params) {
      const answer = await post<never>('/api/query', { name, params });
      listenOnce();
      return answer;
    },
    async mutate(request) {
      waiting += 1;
      tell();
      try {
        return await post('/api/mutate', request);
      } finally {
        waiting -= 1;
        tell();
      }
    },
    command: (name, params) => post(`/api/command/${name}`, params, timeoutOf(name)),
    takeSave: ({ save_id, file_name }) => offer(`/api/saves/${save_id}`, file_name),
    onPoke: (listener) => pokes.add(listener),
    onShown: () => () => undefined,
    onBusinesses: () => () => undefined,
    onSyncStatus(listener) {
      listener(status());
      return statuses.add(listener);
    },
  };
  return transport;
}
