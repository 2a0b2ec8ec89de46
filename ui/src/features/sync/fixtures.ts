import type { Fixtures } from '../../transport/fake';
import type { LostValue, PendingChange } from '../../transport';

const PENDING: PendingChange[] = [
  {
    mutation_id: 'm-held',
    mutation: { name: 'send_invoice', args: { invoice_id: 'invoice-1' } },
    state: { state: 'held', until: '2026-03-05T10:00:10Z' },
    made_at: '2026-03-05T10:00:00Z',
  },
  {
    mutation_id: 'm-waiting',
    mutation: { name: 'mark_sent', args: { invoice_id: 'invoice-2' } },
    state: { state: 'waiting' },
    made_at: '2026-03-05T09:58:00Z',
  },
  {
    mutation_id: 'm-refused',
    mutation: { name: 'discard_draft', args: { draft_id: 'draft-1' } },
    state: {
      state: 'refused',
      problem: { code: 'changed', message_key: 'refused-draft-closed', params: {} },
    },
    made_at: '2026-03-05T09:12:00Z',
  },
];

const LOST: LostValue[] = [
  {
    history_id: 'h-1',
    about: '500 posters · कविता क्रिएशन्स',
    open_kind: 'draft',
    open_id: 'draft-1',
    history: {
      about_kind: 'draft_line',
      about_id: 'line-1',
      field: 'quantity',
      lost: '500.0',
      kept: '550.0',
      kept_by: 'செல்வி முருகன்',
      at: '2026-03-05T08:00:00Z',
    },
  },
  {
    history_id: 'h-2',
    about: 'முருகன் ஸ்டோர்ஸ்',
    open_kind: 'client',
    open_id: 'client-2',
    history: {
      about_kind: 'client',
      about_id: 'client-2',
      field: 'address',
      lost: { street: '3 North Street', postal_code: '625001', city: 'Madurai', region: '', country: 'IN' },
      kept: { street: '5 North Street', postal_code: '625001', city: 'Madurai', region: '', country: 'IN' },
      kept_by: 'Asha Verma',
      at: '2026-03-03T08:00:00Z',
    },
  },
];

/** Changes on their way; tests that change them take their own. */
export function syncFixtures(): Fixtures {
  let pending = PENDING;
  const drop = ({ mutation_id }: { mutation_id: string }) => {
    pending = pending.filter((change) => change.mutation_id !== mutation_id);
    return {};
  };
  return {
    queries: { conflicts: () => ({ rows: LOST }) },
    commands: {
      sync_state: () => ({
        status: { state: 'needs_attention', refused: 1, problem: null },
        pending,
      }),
      undo: drop,
      dismiss: drop,
      sync_now: () => ({}),
    },
  };
}

export const fixtures = syncFixtures();
