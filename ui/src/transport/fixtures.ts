import type { Fixtures } from './fake';
import type {
  Einvoicing,
  FieldEdit,
  Host,
  Organisation,
  Owed,
  PersonRole,
  SessionState,
  SignedIn,
} from './types';

const NAMES: Record<PersonRole, [name: string, email: string]> = {
  owner: ['Asha Verma', 'asha@example.test'],
  staff: ['செல்வி முருகன்', 'selvi@example.test'],
  bookkeeper: ['Ludoviko Ŝĉerba', 'ludoviko@example.test'],
  client: ['कविता शर्मा', 'kavita@example.test'],
};

export const ORGANISATION: Organisation = {
  name: 'Verma Print Works',
  address: {
    street: '14 Mount Road',
    postal_code: '600002',
    city: 'Chennai',
    region: 'Tamil Nadu',
    country: 'IN',
  },
  tax_id: '33AAAAA0000A1Z5',
  email: 'office@example.test',
  phone: '+91 44 5550 0142',
  hours: 'Mon–Fri 9:30–18:00',
  time_zone: 'Asia/Kolkata',
  language: 'en',
  currency: 'INR',
  payment_terms_days: 14,
  bank: {
    account_name: 'Verma Print Works',
    bank_name: 'Example Bank',
    account_number: '000123456789',
    routing_code: 'EXAM0000001',
    upi_id: 'verma@example',
    note: '',
  },
  invoice_note: '',
};

/** How invoices go out as data, by the client's id; the business's own under null. */
const agreed = new Map<string | null, Einvoicing>();

export function einvoicingOf(clientId: string | null): Einvoicing {
  const nothing: Einvoicing = {
    choice: 'usual',
    endpoint: { scheme: '', address: '' },
    buyer_reference: '',
    exemption_reason: '',
  };
  return agreed.get(clientId) ?? nothing;
}

/** `set_einvoicing`, for the features that show it. */
export function setEinvoicing({ client_id, edits }: { client_id: string | null; edits: FieldEdit[] }): void {
  const changed = Object.fromEntries(edits.map(({ field, to }) => [field, to]));
  agreed.set(client_id, { ...einvoicingOf(client_id), ...changed });
}

function personOf(role: PersonRole): SignedIn {
  const [name, email] = NAMES[role];
  const client = role === 'client' ? 'client-1' : null;
  return {
    org_id: 'org-1',
    org_name: ORGANISATION.name,
    principal_id: `principal-${role}`,
    name,
    email,
    access: { role, grants: [] },
    client_id: client,
    contact_id: client && 'contact-1',
    language: 'en',
  };
}

/** Answers about the session; nobody is signed in when `role` is none. */
export function sessionFixtures(role: string, host: Host = 'desktop'): Fixtures {
  const known = (Object.keys(NAMES) as PersonRole[]).find((each) => each === role);
  const state: SessionState = {
    host,
    account: known && host === 'desktop' ? `account-${known}` : null,
    person: known ? personOf(known) : null,
    locked: false,
    copying: false,
    here: host === 'desktop',
    server: '',
    by_link: null,
    problem: null,
  };
  return {
    queries: {
      organisation: () => ({ organisation: ORGANISATION, today: '2026-03-05' }),
      search: () => ({ hits: [] }),
    },
    commands: {
      session: () => ({ ...state }),
      sign_out: () => {
        Object.assign(state, { person: null, account: null });
        return {};
      },
      businesses: () => ({ businesses: [], ended: [] }),
      sync_state: () => ({ status: { state: 'up_to_date' }, pending: [] }),
    },
  };
}

/** What is owed in one currency, in its smallest unit; below nothing is credit. */
export function owedOf(
  currency: string,
  net: number,
  late: number,
  invoices: number,
  invoices_late: number,
): Owed {
  return {
    currency,
    amount_due: { minor: Math.max(net, 0), currency },
    in_credit: { minor: Math.max(-net, 0), currency },
    late: { minor: late, currency },
    invoices,
    invoices_late,
  };
}
