import { FolioError } from './errors';
import { Listeners } from './listeners';
import { capabilitiesOf } from './types';
import type {
  CommandName,
  Commands,
  Host,
  Kind,
  MutateAnswer,
  MutateRequest,
  Mutation,
  Queries,
  QueryName,
  Save,
  SyncStatus,
  Transport,
} from './types';

type Handler<P, A> = (params: P, fake: FakeTransport) => A | Promise<A>;

/** Answers for the fake; a feature adds its own in `features/<noun>/fixtures.ts`. */
export interface Fixtures {
  queries?: { [K in QueryName]?: Handler<Queries[K]['params'], Queries[K]['answer']> };
  commands?: { [K in CommandName]?: Handler<Commands[K]['params'], Commands[K]['answer']> };
  /** What a mutation does to the fixtures' own state; it is accepted when none stands here. */
  mutations?: { [N in Mutation['name']]?: Handler<Extract<Mutation, { name: N }>['args'], void> };
}

interface Call {
  door: 'query' | 'mutate' | 'command';
  name: string;
  params: unknown;
}

/** A transport in memory, for tests and for looking at screens: it answers from fixtures and remembers every call. */
export class FakeTransport implements Transport {
  readonly host: Host;
  readonly capabilities;
  /** Every call, in order; a mutation's params are its whole request. */
  readonly calls: Call[] = [];
  readonly #queries: NonNullable<Fixtures['queries']> = {};
  readonly #commands: NonNullable<Fixtures['commands']> = {};
  readonly #mutations: NonNullable<Fixtures['mutations']> = {};
  readonly #pokes = new Listeners<readonly Kind[] | 'all'>();
  readonly #statuses = new Listeners<SyncStatus>();
  readonly #shown = new Listeners<undefined>();
  readonly #businesses = new Listeners<undefined>();
  #status: SyncStatus = { state: 'up_to_date' };
  #account: string | null = null;

  constructor(host: Host, ...fixtures: Fixtures[]) {
    this.host = host;
    this.capabilities = capabilitiesOf(host);
    for (const each of fixtures) this.add(each);
  }

  get account(): string | null {
    return this.#account;
  }

  /** The fixtures answer for whichever business is shown. */
  of(): Transport {
    return this;
  }

  enter(account: string | null): void {
    this.#account = account;
  }

  /** Later answers replace earlier ones of the same name. */
  add(fixtures: Fixtures): this {
    Object.assign(this.#queries, fixtures.queries);
    Object.assign(this.#commands, fixtures.commands);
    Object.assign(this.#mutations, fixtures.mutations);
    return this;
  }

  async query<K extends QueryName>(name: K, params: Queries[K]['params']): Promise<Queries[K]['answer']> {
    this.calls.push({ door: 'query', name, params });
    return this.#answer<Queries[K]['params'], Queries[K]['answer']>(this.#queries[name], name, params);
  }

  async mutate(request: MutateRequest): Promise<MutateAnswer> {
    const { mutation, mutation_id, hold_ms } = request;
    this.calls.push({ door: 'mutate', name: mutation.name, params: request });
    const handler = this.#mutations[mutation.name] as Handler<Mutation['args'], void> | undefined;
    await handler?.(mutation.args, this);
    this.poke('all');
    // A browser's held change is confirmed by nobody; see `confirmLater`.
    return { mutation_id, confirmed: this.host === 'desktop' || hold_ms === 0 };
  }

  async command<K extends CommandName>(
    name: K,
    params: Commands[K]['params'],
  ): Promise<Commands[K]['answer']> {
    this.calls.push({ door: 'command', name, params });
    return this.#answer<Commands[K]['params'], Commands[K]['answer']>(this.#commands[name], name, params);
  }

  takeSave(save: Save): void {
    this.calls.push({ door: 'command', name: 'take_save', params: save.save_id });
  }

  onPoke(listener: (kinds: readonly Kind[] | 'all') => void): () => void {
    return this.#pokes.add(listener);
  }

  onSyncStatus(listener: (status: SyncStatus) => void): () => void {
    listener(this.#status);
    return this.#statuses.add(listener);
  }

  onShown(listener: () => void): () => void {
    return this.#shown.add(listener);
  }

  onBusinesses(listener: () => void): () => void {
    return this.#businesses.add(listener);
  }

  /** As if the desktop's businesses, or which of them is shown, had changed. */
  tellBusinesses(): void {
    this.#shown.tell(undefined);
    this.#businesses.tell(undefined);
  }

  /** As if records of these kinds had changed elsewhere. */
  poke(kinds: readonly Kind[] | 'all'): void {
    this.#pokes.tell(kinds);
  }

  setSync(status: SyncStatus): void {
    this.#status = status;
    this.#statuses.tell(status);
  }

  #answer<P, A>(handler: Handler<P, A> | undefined, name: string, params: P): A | Promise<A> {
    if (!handler) throw new FolioError('internal', 'problem-internal', { detail: `no fixture for ${name}` });
    return handler(params, this);
  }
}
