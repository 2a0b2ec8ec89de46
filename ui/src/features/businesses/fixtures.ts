import type { Fixtures } from '../../transport/fake';
import { ORGANISATION, owedOf } from '../../transport/fixtures';
import type {
  Business,
  BusinessLook,
  EndedBusiness,
  Organisation,
  PersonRole,
  Problem,
  Save,
  SaveStage,
  SessionState,
} from '../../transport';

const SYNCED = '2026-03-05T09:41:00Z';
const OUT_OF_REACH = '2026-03-04T17:05:00Z';
const NO_KEY: Problem = { code: 'no_keyring', message_key: 'problem-keyring-locked', params: {} };

function business(account: string, name: string, more: Partial<Business> = {}): Business {
  return {
    account,
    name,
    server: `https://${account}.example/`,
    shown: false,
    person: 'Ludoviko Ŝĉerba',
    role: 'bookkeeper',
    state: { state: 'open' },
    status: { state: 'up_to_date' },
    synced_at: SYNCED,
    packs: [],
    ...more,
  };
}

const closed = { person: null, role: null, status: null, synced_at: null };

/** What a bookkeeper with several businesses sees, one of each kind; the first is shown. */
export function manyBusinesses(): Business[] {
  return [
    business('account-bookkeeper', ORGANISATION.name, {
      shown: true,
      server: '',
      status: { state: 'saved_here' },
    }),
    business('murugan', 'முருகன் ஸ்டோர்ஸ் மற்றும் மகன்கள்', {
      status: { state: 'offline', since: OUT_OF_REACH, waiting: 3 },
      synced_at: OUT_OF_REACH,
    }),
    business('sakura', 'कविता क्रिएशन्स'),
    business('north', 'Nordlicht', { status: { state: 'needs_attention', refused: 2, problem: null } }),
    business('south', 'Nordlicht', { role: 'staff' }),
    business('kopio', 'Kopiejo Ŝĉerba', {
      ...closed,
      state: { state: 'failed', problem: NO_KEY },
    }),
    business('ended', 'Karl Weber', { ...closed, state: { state: 'signed_out' } }),
  ];
}

const LOOKS: Record<string, BusinessLook> = {
  murugan: {
    owed: [owedOf('INR', 123_456_789, 22_222_222, 12, 3), owedOf('KWD', 1_250_500, 0, 1, 0)],
    unread: 0,
    month: { open: 4, points: 6 },
  },
  sakura: { owed: [], unread: 2, month: { open: 0, points: 5 } },
};

interface Wish {
  rows?: Business[];
  ended?: EndedBusiness[];
  /** How far a pack is each time it is asked for; it stays at the last. */
  stages?: (account: string) => readonly SaveStage[];
  role?: PersonRole;
}

/** A desktop with several businesses; tests that change them take their own. */
export function businessFixtures({
  rows = manyBusinesses(),
  ended = [],
  stages = () => [{ stage: 'done' }],
  role = 'bookkeeper',
}: Wish = {}): Fixtures {
  let shown = rows.find((row) => row.shown) ?? null;
  let left = ended;
  const asked = new Map<string, number>();
  const packs = new Map<string, Save>();

  const session = (): SessionState => ({
    host: 'desktop',
    account: shown?.account ?? null,
    person: shown && {
      org_id: `org-${shown.account}`,
      org_name: shown.name,
      principal_id: `principal-${shown.account}`,
      name: shown.person ?? '',
      email: 'ludoviko@example.test',
      access: { role, grants: [] },
      client_id: null,
      contact_id: null,
      language: 'en',
    },
    locked: shown?.state.state === 'locked',
    copying: false,
    here: shown?.server === '',
    server: shown?.server ?? '',
    by_link: null,
    problem: null,
  });
  const organisation = (): Organisation => ({ ...ORGANISATION, name: shown?.name ?? '' });

  return {
    queries: { organisation: () => ({ organisation: organisation(), today: '2026-03-05' }) },
    commands: {
      session,
      businesses: () => ({
        businesses: rows.map((row) => ({
          ...row,
          shown: row.account === shown?.account,
          packs: packsOf(row.account),
        })),
        ended: left,
      }),
      look_at_business: ({ account }) =>
        LOOKS[account] ?? {
          owed: [owedOf('EUR', 4_250_00, 0, 2, 0)],
          unread: 1,
          month: { open: 1, points: 6 },
        },
      show_business: ({ account }) => {
        const next = rows.find((row) => row.account === account);
        if (!next) throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
        if (next.state.state === 'failed') throw next.state.problem;
        shown = next;
        return session();
      },
      save_packs: ({ accounts, year, month }) => {
        for (const account of accounts) {
          const name = rows.find((row) => row.account === account)?.name ?? '';
          packs.set(account, {
            save_id: `save-${account}`,
            wish: { what: 'month_pack', year, month, datev: null },
            file_name: `${year}-${String(month).padStart(2, '0')} ${name}.zip`,
            stage: { stage: 'done' },
          });
          asked.set(account, 0);
        }
        return { begun: accounts.length, refused: [] };
      },
      cancel_pack: ({ account }) => {
        packs.delete(account);
        return {};
      },
      forget_ended: ({ account }) => {
        left = left.filter((each) => each.account !== account);
        return {};
      },
    },
  };

  function packsOf(account: string): Save[] {
    const pack = packs.get(account);
    if (!pack) return [];
    const steps = stages(account);
    const at = asked.get(account) ?? 0;
    asked.set(account, at + 1);
    return [{ ...pack, stage: steps[Math.min(at, steps.length - 1)] ?? { stage: 'done' } }];
  }
}

const { look_at_business, save_packs, cancel_pack, forget_ended } = businessFixtures().commands ?? {};

/** For looking at the other screens: the session stays the one that was asked for. */
export const fixtures: Fixtures = {
  commands: {
    businesses: () => ({
      businesses: manyBusinesses(),
      ended: [
        {
          account: 'gone',
          name: 'Lakshmi Traders',
          problem: {
            code: 'purge',
            message_key: 'problem-purged-kept',
            params: { changes: '2', files: '0', path: '/home/mina/unsent-2026-11-22-0199.age' },
          },
        },
      ],
    }),
    look_at_business,
    save_packs,
    cancel_pack,
    forget_ended,
  },
};
