import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, query, settleMutations, useCommand, useMutation } from './connection.svelte';
import { FolioError } from './errors';
import { connectIpc } from './ipc';
import type { Mutation } from './types';

type Args = { account: string | null; query?: unknown; request?: unknown; command?: { name: string } };

/** Rust as the window sees it: each call is held until the test answers it. */
const rust = vi.hoisted(() => ({
  calls: [] as {
    door: string;
    args: Args;
    answer: (value: unknown) => void;
    refuse: (why: unknown) => void;
  }[],
  events: new Map<string, (event: { payload: unknown }) => void>(),
}));
vi.mock('@tauri-apps/api/core', () => ({
  invoke: (door: string, args: Args) =>
    new Promise((answer, refuse) => rust.calls.push({ door, args, answer, refuse })),
}));
vi.mock('@tauri-apps/api/event', () => ({
  listen: (name: string, listener: (event: { payload: unknown }) => void) => {
    rust.events.set(name, listener);
    return Promise.resolve(() => undefined);
  },
}));

const ADD = { name: 'mark_sent', args: { invoice_id: 'invoice-1' } } as Mutation;
const accounts = () => rust.calls.map(({ args }) => args.account);
const tell = (name: string, payload: unknown) => rust.events.get(name)?.({ payload });

beforeEach(() => {
  rust.calls.length = 0;
});

async function connected() {
  const transport = await connectIpc();
  const failures: FolioError[] = [];
  connect(transport, (error) => failures.push(error));
  return { transport, failures };
}

describe('calls of the desktop window', () => {
  it('name the business in which they were made ready, not the one that is shown by then', async () => {
    const { transport } = await connected();
    transport.enter('a');
    const [change, command] = [useMutation(), useCommand('sync_now')];
    transport.enter('b');
    void change.run(ADD);
    void command.run({});
    void query('today', {});
    await Promise.resolve();
    expect(accounts()).toEqual(['a', 'a', 'b']);
    for (const call of rust.calls) call.answer({});
    await settleMutations();
  });

  it('are all answered before another business is shown', async () => {
    const { transport } = await connected();
    transport.enter('a');
    const change = useMutation();
    const first = change.run(ADD);
    // What a screen does with an answer may ask for more.
    const both = first.then(() => change.run(ADD));
    let settled = false;
    const waited = settleMutations().then(() => (settled = true));
    await Promise.resolve();
    expect(settled).toBe(false);
    rust.calls[0]?.answer({ mutation_id: 'm', confirmed: false });
    await vi.waitFor(() => expect(rust.calls.length).toBe(2));
    expect(settled).toBe(false);
    rust.calls[1]?.answer({ mutation_id: 'm', confirmed: false });
    await waited;
    expect((await both).ok).toBe(true);
    expect(accounts()).toEqual(['a', 'a']);
  });

  it('do not take the end of another session for the end of the one that is shown', async () => {
    const { transport, failures } = await connected();
    transport.enter('a');
    const change = useMutation();
    const [late, own] = [change.run(ADD), useMutation()];
    transport.enter('b');
    const over = { code: 'unauthorised', message_key: 'problem-signed-out', params: {} };
    rust.calls[0]?.refuse(over);
    await late;
    expect(failures.map(({ code }) => code)).toEqual(['changed']);
    transport.enter('a');
    const last = own.run(ADD);
    rust.calls[1]?.refuse(over);
    await last;
    expect(failures.map(({ code }) => code)).toEqual(['changed', 'unauthorised']);
  });
});

describe('events of the desktop', () => {
  it('reach the screens of their own business alone', async () => {
    const { transport } = await connected();
    const heard: unknown[] = [];
    let [lists, any] = [0, 0];
    transport.onPoke((kinds) => heard.push(kinds));
    transport.onShown(() => (lists += 1));
    transport.onBusinesses(() => (any += 1));
    transport.enter('a');
    tell('poke', { account: 'a', kinds: ['client'] });
    tell('poke', { account: 'b', kinds: ['invoice'] });
    tell('poke', { account: 'a', kinds: [] });
    tell('poke', { account: null, kinds: [] });
    expect(heard).toEqual([['client'], 'all']);
    expect([lists, any]).toEqual([1, 4]);
  });

  it('tell how the business that is shown stands, also what was heard before it was', async () => {
    const { transport } = await connected();
    tell('sync_status', { account: 'b', status: { state: 'syncing', waiting: 2 } });
    transport.enter('a');
    const heard: unknown[] = [];
    const stop = transport.onSyncStatus(({ state }) => heard.push(state));
    // Nothing was heard of this one yet: it is asked.
    expect(rust.calls.map(({ args }) => [args.account, args.command?.name])).toEqual([['a', 'sync_state']]);
    rust.calls[0]?.answer({ status: { state: 'up_to_date' }, pending: [] });
    await vi.waitFor(() => expect(heard).toEqual(['up_to_date']));
    tell('sync_status', { account: 'b', status: { state: 'needs_attention', refused: 1, problem: null } });
    expect(heard).toEqual(['up_to_date']);
    stop();
    transport.enter('b');
    transport.onSyncStatus(({ state }) => heard.push(state));
    expect(heard).toEqual(['up_to_date', 'needs_attention']);
  });
});
