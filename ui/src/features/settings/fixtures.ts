import type { DeviceSummary, Member, Series, Settings } from '../../transport';
import type { Fixtures } from '../../transport/fake';
import { savesFixtures } from '../../transport/saves-fixtures';
import { ORGANISATION, einvoicingOf, setEinvoicing } from '../../transport/fixtures';

let organisation = ORGANISATION;
let series: Series = {
  name: 'invoices',
  pattern: 'YYYY-0000',
  next: 43,
  spent: 42,
  restarts_yearly: true,
  year: 2026,
  nexts: {},
};
let creditSeries: Series = {
  name: 'credit_notes',
  pattern: 'CN-YYYY-0000',
  next: 4,
  spent: 3,
  restarts_yearly: true,
  year: 2026,
  nexts: {},
};
const member = (
  name: string,
  email: string,
  role: Member['role'],
  ended_at: string | null = null,
): Member => ({
  name,
  email,
  role,
  client_id: null,
  contact_id: null,
  ended_at,
});
const members = new Map<string, Member>([
  ['principal-owner', member('Asha Verma', 'asha@example.test', 'owner')],
  ['principal-staff', member('செல்வி முருகன்', 'selvi@example.test', 'staff')],
  ['principal-bookkeeper', member('Ludoviko Ŝĉerba', 'ludoviko@example.test', 'bookkeeper')],
  ['principal-left', member('Ravi Iyer', 'ravi@example.test', 'staff', '2025-11-30T12:00:00Z')],
]);
let devices: DeviceSummary[] = [
  {
    device_id: 'd-1',
    name: 'Office computer',
    kind: 'desktop',
    seen_at: '2026-03-05T04:30:00Z',
    current: true,
  },
  {
    device_id: 'd-2',
    name: 'Firefox, Linux',
    kind: 'browser',
    seen_at: '2026-02-20T10:00:00Z',
    current: false,
  },
];

const read = (): Settings => ({
  organisation,
  series,
  next_number: '2026-0043',
  credit_series: creditSeries,
  next_credit_number: 'CN-2026-0004',
  members: [...members].map(([principal_id, each]) => ({ principal_id, member: each })),
  organisation_id: 'organisation-1',
  einvoicing: einvoicingOf(null),
  lost: [],
});

export const fixtures: Fixtures = {
  queries: { settings: read },
  commands: {
    devices: () => ({ devices }),
    end_device: ({ device_id }) => {
      devices = devices.filter((device) => device.device_id !== device_id);
      return {};
    },
    ...savesFixtures().commands,
    save_backup: () => ({ file_name: 'verma-print-works-2026-03-05.folio-backup' }),
  },
  mutations: {
    edit_organisation: ({ edits }) => {
      organisation = { ...organisation, ...Object.fromEntries(edits.map(({ field, to }) => [field, to])) };
    },
    set_einvoicing: setEinvoicing,
    set_series: ({ pattern, next, restarts_yearly, credit_notes }) => {
      const set = { pattern, next, restarts_yearly };
      if (credit_notes) creditSeries = { ...creditSeries, ...set };
      else series = { ...series, ...set };
    },
    end_member: ({ principal_id }) => {
      const each = members.get(principal_id);
      if (each) members.set(principal_id, { ...each, ended_at: '2026-03-05T04:30:00Z' });
    },
  },
};
