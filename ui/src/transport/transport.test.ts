import { afterEach, describe, expect, it, vi } from 'vitest';
import { FolioError, toFolioError } from './errors';
import { connect, forgetQueries, undo, useMutation } from './connection.svelte';
import { FakeTransport } from './fake';
import { connectHttp, fileNameOf } from './http';
import { newId } from './ids';
import { capabilitiesOf } from './types';
import { sessionFixtures } from './fixtures';

afterEach(() => vi.unstubAllGlobals());

describe('toFolioError', () => {
  it('keeps code, text and params of a refusal', () => {
    const error = toFolioError({ code: 'limit', message_key: 'refused-too-long', params: { max: 80 } });
    expect([error.code, error.messageKey, error.params]).toEqual([
      'limit',
      'refused-too-long',
      { max: '80' },
    ]);
  });
  it.each([undefined, 'boom', new Error('x'), { code: 1 }])('makes an internal error of %s', (thrown) =>
    expect(toFolioError(thrown).code).toBe('internal'),
  );
});

describe('http', () => {
  class Events extends EventTarget {
    static latest: Events | null = null;
    static readonly CLOSED = 2;
    readyState = 0;
    constructor(readonly url: string) {
      super();
      Events.latest = this;
    }
  }
  function answer(status: number, body: unknown) {
    const fetch = vi.fn(
      async () => new Response(body === undefined ? 'gone' : JSON.stringify(body), { status }),
    );
    vi.stubGlobal('fetch', fetch);
    vi.stubGlobal('EventSource', Events);
    return fetch;
  }

  it('posts with the guard header and reads the answer', async () => {
    const fetch = answer(200, { name: 'Verma' });
    expect(await connectHttp().query('organisation', {})).toEqual({ name: 'Verma' });
    const [path, init] = fetch.mock.calls[0] as unknown as [string, RequestInit];
    expect(path).toBe('/api/query');
    expect(init.headers).toMatchObject({ 'x-folio': '1', 'x-folio-protocol': '1' });
    expect(JSON.parse(String(init.body))).toEqual({ name: 'organisation', params: {} });
  });
  it.each([
    [422, { code: 'invalid', message_key: 'refused-empty', params: {} }, 'invalid'],
    [401, undefined, 'unauthorised'],
    [500, undefined, 'internal'],
    [502, undefined, 'offline'],
  ])('turns HTTP %i into an error', async (status, body, code) => {
    answer(status, body);
    await expect(connectHttp().command('session', {})).rejects.toMatchObject({ code });
  });
  it('takes a file that breaks off for none', async () => {
    const torn = new ReadableStream({ start: (body) => body.error(new TypeError('network error')) });
    const headers = { 'content-disposition': 'attachment; filename="studio.folio-backup"' };
    vi.stubGlobal('fetch', async () => new Response(torn, { headers }));
    await expect(connectHttp().command('save_backup', {})).rejects.toMatchObject({ code: 'offline' });
  });
  it('says when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed');
    });
    await expect(connectHttp().command('session', {})).rejects.toMatchObject({ code: 'offline' });
  });
  it('passes pokes on, and reads everything again after a gap', async () => {
    answer(200, {});
    const http = connectHttp();
    const pokes: unknown[] = [];
    const states: string[] = [];
    http.onPoke((kinds) => pokes.push(kinds));
    http.onSyncStatus(({ state }) => states.push(state));
    await http.query('organisation', {});
    Events.latest?.dispatchEvent(new MessageEvent('poke', { data: '{"kinds":["invoice"]}' }));
    Events.latest?.dispatchEvent(new Event('error'));
    Events.latest?.dispatchEvent(new Event('open'));
    expect(pokes).toEqual([['invoice'], 'all']);
    expect(states).toEqual(['up_to_date', 'offline', 'up_to_date']);
  });
});

it('takes a file name in any letters', () => {
  expect(fileNameOf(`attachment; filename="x.pdf"; filename*=UTF-8''%E0%AE%A4.pdf`)).toBe('த.pdf');
  expect(fileNameOf('attachment; filename="2026-0001.pdf"')).toBe('2026-0001.pdf');
});

it('lists every command for both hosts', () => {
  expect(capabilitiesOf('browser').start_here).toEqual({ reason: 'needs-desktop' });
  expect(capabilitiesOf('desktop').start_here).toBe(true);
  expect(capabilitiesOf('browser').save_backup).toBe(true);
  expect(capabilitiesOf('desktop').save_backup).toBe(true);
  expect(capabilitiesOf('desktop').open_invoice_link).toEqual({ reason: 'needs-browser' });
});

it('makes ids that sort by time', () => {
  const [a, b] = [newId(1), newId(2)];
  expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(a < b).toBe(true);
});

describe('fake', () => {
  it('answers from fixtures and remembers calls', async () => {
    const fake = new FakeTransport('browser', sessionFixtures('client'));
    expect((await fake.command('session', {})).person?.access.role).toBe('client');
    expect(fake.calls).toEqual([{ door: 'command', name: 'session', params: {} }]);
  });
  it('refuses what has no fixture', async () =>
    expect(new FakeTransport('desktop').query('organisation', {})).rejects.toBeInstanceOf(FolioError));
});

describe('a held change in a browser', () => {
  const HOLD_MS = 10_000;
  const ISSUE = { name: 'issue_invoice', args: { draft_id: 'd', content_hash: 'h', send: false } } as const;
  async function hold(host: 'browser' | 'desktop') {
    vi.useFakeTimers();
    const failures: string[] = [];
    const fake = new FakeTransport(host, { commands: { undo: () => ({}) } });
    connect(fake, (error) => failures.push(error.messageKey));
    const sent = await useMutation().run(ISSUE, { holdMs: HOLD_MS });
    if (!sent.ok) throw sent.error;
    const requests = () => fake.calls.filter(({ door }) => door === 'mutate').map(({ params }) => params);
    return { fake, failures, requests, mutationId: sent.value.mutation_id };
  }
  afterEach(() => {
    forgetQueries();
    vi.useRealTimers();
  });

  it('is asked about once more, by the same id, and a refusal is told', async () => {
    const { fake, failures, requests, mutationId } = await hold('browser');
    fake.add({
      mutations: {
        issue_invoice: () => {
          throw { code: 'invalid', message_key: 'refused-no-glyph', params: {} };
        },
      },
    });
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(requests()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(requests()[1]).toEqual({ mutation_id: mutationId, mutation: ISSUE, hold_ms: 0 });
    expect(failures).toEqual(['refused-no-glyph']);
  });
  it('is not sent again once it was taken back', async () => {
    const { requests, mutationId } = await hold('browser');
    await undo(mutationId);
    await vi.advanceTimersByTimeAsync(2 * HOLD_MS);
    expect(requests()).toHaveLength(1);
  });
  it('is the outbox’s business on a desktop', async () => {
    const { requests } = await hold('desktop');
    await vi.advanceTimersByTimeAsync(2 * HOLD_MS);
    expect(requests()).toHaveLength(1);
  });
  it('says that it is too late when there is nothing to take back', async () => {
    const { fake, failures, mutationId } = await hold('browser');
    fake.add({
      commands: {
        undo: () => {
          throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
        },
      },
    });
    await undo(mutationId);
    expect(failures).toEqual(['problem-too-late-to-undo']);
  });
});
