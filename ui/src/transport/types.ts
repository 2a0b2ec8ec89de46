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
  query<K extends QueryName>(name: K, params: Queries[K]['params']): Promise<Queries[K]['answer']>;
  mutate(request: MutateRequest): Promise<MutateAnswer>;
  command<K extends CommandName>(name: K, params: Commands[K]['params']): Promise<Commands[K]['answer']>;
  /** Hands a file that is ready to the browser's downloads; the desktop has put it where it was wanted. */
  takeSave(save: Save): void;
  /** Records of these kinds changed. Returns how to stop listening. */
  onPoke(listener: (kinds: readonly Kind[] | 'all') => void): () => void;
  /** Called at once with the present status, then at each change. Returns how to stop listening. */
  onSyncStatus(listener: (status: SyncStatus) => void): () => void;
}
