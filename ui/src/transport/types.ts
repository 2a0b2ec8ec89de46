import { COMMAND_HOSTS } from './generated';
import type {
  CommandName,
  Commands,
  Host,
  Kind,
  MutateAnswer,
  MutateRequest,
  Queries,
  QueryName,
  Role,
  Save,
  SyncStatus,
} from './generated';

export type * from './generated';
export { IMPORT_FORMATS, TABLE_FIELDS } from './generated';

/** The roles a person can have. */
export type PersonRole = Exclude<Role, 'system'>;

/** For each command whether this host can do it; a text id says why not. */
export type Capabilities = Record<CommandName, true | { reason: string }>;

/** What a host can do, from the one list that Rust keeps. */
export function capabilitiesOf(host: Host): Capabilities {
  const entries = Object.entries(COMMAND_HOSTS).map(([name, hosts]) => [
    name,
    hosts.includes(host) || { reason: host === 'browser' ? 'needs-desktop' : 'needs-browser' },
  ]);
  return Object.fromEntries(entries) as Capabilities;
}

/** The one door to Rust. Only ipc.ts and http.ts know how a call travels. Every method throws `FolioError`. */
export interface Transport {
  readonly host: Host;
  readonly capabilities: Capabilities;
  /** The desktop's business that calls are for; null for none, and in a browser, whose session is one business. */
  readonly account: string | null;
  /** The same way, for one business whichever is shown by the time of a call. */
  of(account: string | null): Transport;
  /** Shows another business: from now on calls are for it, and its pokes and its status are told. */
  enter(account: string | null): void;
  query<K extends QueryName>(name: K, params: Queries[K]['params']): Promise<Queries[K]['answer']>;
  mutate(request: MutateRequest): Promise<MutateAnswer>;
  command<K extends CommandName>(name: K, params: Commands[K]['params']): Promise<Commands[K]['answer']>;
  /** Hands a file that is ready to the browser's downloads; the desktop has put it where it was wanted. */
  takeSave(save: Save): void;
  /** Records of these kinds changed. Returns how to stop listening. */
  onPoke(listener: (kinds: readonly Kind[] | 'all') => void): () => void;
  /** Which of the desktop's businesses there are, or which is shown, may have changed. Returns how to stop listening. */
  onShown(listener: () => void): () => void;
  /** The desktop's businesses, or how one of them stands, have changed. Returns how to stop listening. */
  onBusinesses(listener: () => void): () => void;
  /** Called at once with the present status, then at each change. Returns how to stop listening. */
  onSyncStatus(listener: (status: SyncStatus) => void): () => void;
}
