import { QueryClient, createQuery, keepPreviousData } from '@tanstack/svelte-query';
import type { CreateQueryResult } from '@tanstack/svelte-query';
import { untrack } from 'svelte';
import { FolioError, toFolioError } from './errors';
import { newId } from './ids';
import { QUERY_KINDS } from './generated';
import type {
  CommandName,
  Commands,
  Kind,
  MutateAnswer,
  MutateRequest,
  Mutation,
  Queries,
  QueryName,
  Transport,
} from './types';

interface Connection {
  transport: Transport;
  client: QueryClient;
  onFailure: (error: FolioError) => void;
  stop: () => void;
}

let connection: Connection | null = null;

function connected(): Connection {
  if (!connection) throw new Error('connect() comes before the first call');
  return connection;
}

/** The host's transport. */
export function transport(): Transport {
  return connected().transport;
}

/**
 * Makes `next` the transport of every screen and keeps queries fresh by its pokes. `onFailure` hears of each mutation or
 * command that fails, to tell the person. A second call replaces the first.
 */
export function connect(next: Transport, onFailure: (error: FolioError) => void): void {
  connection?.stop();
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // Pokes say when something changed; until then what was read stays true.
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof FolioError && error.code === 'offline',
      },
    },
  });
  const stop = next.onPoke((kinds) => void invalidate(client, kinds));
  connection = {
    transport: next,
    client,
    onFailure,
    stop() {
      stop();
      client.clear();
    },
  };
}

/** Held changes of which nobody has said yet whether they were made, with when to ask. */
const unconfirmed = new Map<string, ReturnType<typeof setTimeout>>();
/** The server's own clock decides when a hold is over; it is asked a little later. */
const CONFIRM_AFTER_MS = 2_000;

/**
 * What a browser's server makes of a held change comes after the answer to it. The same change once more, by the same
 * id, is made no second time and is answered with what came of the first.
 */
function confirmLater(request: MutateRequest): void {
  const ask = () => {
    unconfirmed.delete(request.mutation_id);
    transport()
      .mutate({ ...request, hold_ms: 0 })
      .catch((thrown: unknown) => {
        const error = toFolioError(thrown);
        // Out of reach is no answer: the server has it and will make it.
        if (error.code !== 'offline') connected().onFailure(error);
      });
  };
  unconfirmed.set(request.mutation_id, setTimeout(ask, request.hold_ms + CONFIRM_AFTER_MS));
}

function forgetHeld(mutationId: string): void {
  clearTimeout(unconfirmed.get(mutationId));
  unconfirmed.delete(mutationId);
}

/** The way to the business that is shown as this is called, for calls that are made later. */
function held(): Transport {
  return transport().of(transport().account);
}

/** Changes that were asked for and not answered yet. */
const inTheAir = new Set<Promise<unknown>>();

/** Waits until every change that was asked for has its answer, and what follows from the answer is asked for too. */
export async function settleMutations(): Promise<void> {
  while (inTheAir.size > 0) {
    await Promise.allSettled([...inTheAir]);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Forgets all that was read and asked: for a change of person. */
export function forgetQueries(): void {
  connected().client.clear();
  for (const mutationId of [...unconfirmed.keys()]) forgetHeld(mutationId);
}

/** Whether the answer of query `name` may have changed when `kinds` did. */
export function readsAny(name: string, kinds: readonly Kind[] | 'all'): boolean {
  if (kinds === 'all' || !(name in QUERY_KINDS)) return true;
  return QUERY_KINDS[name as QueryName].some((kind) => kinds.includes(kind));
}

function invalidate(client: QueryClient, kinds: readonly Kind[] | 'all'): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => readsAny(String(queryKey[0]), kinds) });
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A request that the host did not understand because an id in it is none came of a mistyped address. */
function lookedFor(params: object, thrown: unknown): never {
  const error = toFolioError(thrown);
  const mistyped = Object.entries(params).some(
    ([name, value]) => name.endsWith('_id') && typeof value === 'string' && !UUID.test(value),
  );
  throw error.code === 'invalid' && mistyped ? new FolioError('not_found', 'refused-not-found') : error;
}

/**
 * A query that stays fresh: read again whenever `params()` or a kind of record it reads changes. The result's `data`,
 * `error` and `isPending` are reactive; keep the result whole (destructuring would freeze it).
 */
export function useQuery<K extends QueryName>(
  name: K,
  params: () => Queries[K]['params'],
  options: () => { enabled?: boolean; keepPrevious?: boolean } = () => ({}),
): CreateQueryResult<Queries[K]['answer'], FolioError> {
  // What a screen asks for once another business is shown is still of its own.
  const host = held();
  return createQuery<Queries[K]['answer'], FolioError>(
    () => {
      const { enabled = true, keepPrevious = false } = options();
      const wanted = params();
      return {
        queryKey: [name, wanted],
        queryFn: () => host.query(name, wanted).catch((thrown: unknown) => lookedFor(wanted, thrown)),
        enabled,
        // While a filter changes, the old rows are calmer than an empty list.
        placeholderData: keepPrevious ? keepPreviousData : undefined,
      };
    },
    () => connected().client,
  );
}

/** Reads once, for actions; a screen uses `useQuery`. */
export function query<K extends QueryName>(
  name: K,
  params: Queries[K]['params'],
): Promise<Queries[K]['answer']> {
  return transport().query(name, params);
}

/** What came of an action; a failure was told to the person already. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: FolioError };

interface Runner<A extends unknown[], T> {
  /** True while at least one call is under way. Reactive. */
  readonly busy: boolean;
  /** Why the last call failed, until the next one. Reactive. */
  readonly error: FolioError | null;
  run(...args: A): Promise<Outcome<T>>;
}

function runner<A extends unknown[], T>(call: (...args: A) => Promise<T>, quiet: boolean): Runner<A, T> {
  let running = $state(0);
  let error = $state.raw<FolioError | null>(null);
  return {
    get busy() {
      return running > 0;
    },
    get error() {
      return error;
    },
    async run(...args) {
      // An effect that runs this must not run again because of its own counting.
      untrack(() => (running += 1));
      error = null;
      try {
        return { ok: true, value: await call(...args) };
      } catch (thrown) {
        error = toFolioError(thrown);
        if (!quiet) connected().onFailure(error);
        return { ok: false, error };
      } finally {
        running -= 1;
      }
    },
  };
}

/**
 * Changes records. The host answers at once (the desktop decides locally), and its poke refreshes the queries, so nothing
 * is guessed here. `holdMs` keeps a change from leaving, so that `undo` can take it back. `quiet` leaves the error to the
 * screen, for a form that shows it beside the field.
 */
export function useMutation({ quiet = false } = {}): Runner<[Mutation, { holdMs?: number }?], MutateAnswer> {
  // What was typed in one business never lands in another, whichever is shown by then.
  const host = held();
  return runner(async (mutation: Mutation, { holdMs = 0 }: { holdMs?: number } = {}) => {
    // The id makes a second attempt of the same request harmless.
    const request = { mutation_id: newId(), mutation, hold_ms: holdMs };
    const asked = host.mutate(request);
    inTheAir.add(asked);
    try {
      const answer = await asked;
      if (holdMs > 0 && !answer.confirmed && host.host === 'browser') confirmLater(request);
      return answer;
    } finally {
      inTheAir.delete(asked);
    }
  }, quiet);
}

/** Takes a held change back before it leaves; a failure is told to the person. */
export async function undo(mutationId: string): Promise<void> {
  forgetHeld(mutationId);
  const takeBack = async () => {
    try {
      return await transport().command('undo', { mutation_id: mutationId });
    } catch (thrown) {
      const error = toFolioError(thrown);
      // What is held no more has left.
      throw error.code === 'not_found' ? new FolioError('conflict', 'problem-too-late-to-undo') : error;
    }
  };
  await runner(takeBack, false).run();
}

/** Does something that is no change of records: sign in, save a file, make a backup. */
export function useCommand<K extends CommandName>(
  name: K,
  { quiet = false } = {},
): Runner<[Commands[K]['params']], Commands[K]['answer']> {
  const host = held();
  return runner((params: Commands[K]['params']) => host.command(name, params), quiet);
}
