import type { Client, ClientDetail, ClientRow, Contact, Language, Owed } from '../../transport';
import type { Fixtures } from '../../transport/fake';
import { einvoicingOf, owedOf, setEinvoicing } from '../../transport/fixtures';

type Sample = [
  id: string,
  name: string,
  city: string,
  country: string,
  language: Language,
  currency: string,
  contact: string,
];

const SAMPLES: readonly Sample[] = [
  ['client-4', 'Ĉapelejo Ŝaŭmo', 'Bjalistoko', 'PL', 'eo', 'EUR', 'Ĝojo Ŝaŭmo'],
  ['client-5', 'Kuwait Paper Trading Co.', 'Kuwait City', 'KW', 'en', 'KWD', 'Noura Al-Sabah'],
  ['client-2', 'Mehta & Sons', 'Mumbai', 'IN', 'en', 'INR', 'Rohan Mehta'],
  ['client-6', 'Sakura Letterpress 株式会社', '京都', 'JP', 'en', 'JPY', '桜井 葵'],
  ['client-1', 'कविता शर्मा डिज़ाइन', 'जयपुर', 'IN', 'hi', 'INR', 'कविता शर्मा'],
  ['client-3', 'தமிழ்ச்செல்வி அச்சகம்', 'மதுரை', 'IN', 'ta', 'INR', 'தமிழ்ச்செல்வி'],
];

const OWED: Record<string, Owed[]> = {
  'client-1': [owedOf('INR', 11_800_000, 0, 1, 0)],
  'client-2': [owedOf('INR', 48_640_050, 23_600_000, 3, 1), owedOf('USD', 120_000, 0, 1, 0)],
  'client-3': [owedOf('INR', 1_534_000, 1_534_000, 1, 1)],
  'client-4': [owedOf('EUR', 84_000, 0, 1, 0)],
  'client-5': [owedOf('KWD', -1_250_500, 0, 1, 0)],
};

const clients = new Map<string, Client>(
  SAMPLES.map(([id, name, city, country, language, currency]) => [
    id,
    {
      name,
      address: { street: '12 Gandhi Road', postal_code: '400001', city, region: '', country },
      tax_id: country === 'IN' ? '27AAAAA0000A1Z5' : '',
      language,
      currency,
      payment_terms_days: null,
      client_number: `C-${id.slice(-1).padStart(3, '0')}`,
    },
  ]),
);
const contacts = new Map<string, Contact>(
  SAMPLES.map(([id, , , , , , contact]) => {
    const [first_name = '', ...rest] = contact.split(' ');
    const words = {
      first_name,
      last_name: rest.join(' '),
      email: `${id}@example.test`,
      phone: '+91 22 5550 0101',
    };
    return [`contact-${id.slice(-1)}`, { client_id: id, ...words, language: null, gets_invoices: true }];
  }),
);
contacts.set('contact-9', {
  client_id: 'client-2',
  first_name: 'Priya',
  last_name: 'Nair',
  email: 'accounts@example.test',
  phone: '',
  language: null,
  gets_invoices: false,
});
const notes = new Map<string, string>([['client-2', 'Pays after the 10th. Ask for Priya when it is late.']]);

const nameOf = (clientId: string) => {
  const contact = [...contacts.values()].find((each) => each.client_id === clientId);
  return contact ? `${contact.first_name} ${contact.last_name}`.trim() : '';
};
const rows = (): ClientRow[] =>
  [...clients].map(([client_id, client]) => ({
    client_id,
    client,
    owed: OWED[client_id] ?? [],
    contact_name: nameOf(client_id),
  }));

function detailOf(client_id: string): ClientDetail {
  const client = clients.get(client_id);
  if (!client) throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
  return {
    client_id,
    client,
    note: notes.get(client_id) ?? '',
    einvoicing: einvoicingOf(client_id),
    usual_form: 'x_rechnung',
    contacts: [...contacts]
      .filter(([, contact]) => contact.client_id === client_id)
      .map(([contact_id, contact]) => ({
        contact_id,
        contact,
        member_id: contact_id === 'contact-2' ? 'principal-client' : null,
      })),
    owed: OWED[client_id] ?? [],
    lost: [],
  };
}

export const fixtures: Fixtures = {
  queries: {
    clients: ({ search }) => {
      const wanted = search?.toLowerCase() ?? '';
      return { rows: rows().filter(({ client }) => client.name.toLowerCase().includes(wanted)), next: null };
    },
    client: ({ client_id }) => detailOf(client_id),
  },
  commands: {
    invite: () => ({
      url: 'https://folio.example.test/invitation#QmFzZTY0VG9rZW5PZlRoaXNJbnZpdGF0aW9u',
      mailed: false,
      expires_at: '2026-03-08T04:30:00Z',
    }),
  },
  mutations: {
    add_client: ({ client_id, client }) => void clients.set(client_id, client),
    edit_client: ({ client_id, edits }) => {
      const changed = Object.fromEntries(edits.map(({ field, to }) => [field, to]));
      clients.set(client_id, { ...detailOf(client_id).client, ...changed });
    },
    add_contact: ({ contact_id, contact }) => void contacts.set(contact_id, contact),
    edit_contact: ({ contact_id, edits }) => {
      const contact = contacts.get(contact_id);
      const changed = Object.fromEntries(edits.map(({ field, to }) => [field, to]));
      if (contact) contacts.set(contact_id, { ...contact, ...changed });
    },
    remove_contact: ({ contact_id }) => void contacts.delete(contact_id),
    set_einvoicing: setEinvoicing,
    set_client_note: ({ client_id, edit }) => void notes.set(client_id, String(edit.to)),
  },
};
