import type { ActivityItem, ThreadRow } from '../../transport';
import type { Fixtures } from '../../transport/fake';
import { owedOf } from '../../transport/fixtures';

function thread(id: string, client: string, author: string, text: string, sent_at: string): ThreadRow {
  return {
    thread_id: id,
    thread: { client_id: 'client-2', title: text, subject: { kind: 'general' }, started_at: sent_at },
    client_name: client,
    last: {
      thread_id: id,
      text,
      kind: text ? { kind: 'text' } : { kind: 'call_request', phone: '+91 98 5550 0123' },
      attachments: [],
      author_id: `author-${id}`,
      author_name: author,
      author_role: 'client',
      sent_at,
    },
    unread: 1,
    waiting: true,
  };
}

function look(id: string, name: string, client_name: string, label: string, at: string): ActivityItem {
  return {
    activity_id: id,
    client_name,
    is_credit_note: false,
    activity: {
      at,
      actor_id: `actor-${id}`,
      actor_name: name,
      actor_role: 'client',
      action: label.startsWith('2026') ? 'view_invoice' : 'view_document',
      mutation_id: `m-${id}`,
      about_kind: label.startsWith('2026') ? 'invoice' : 'document',
      about_id: 'invoice-1',
      label,
      args_sha256: '',
      salt: '',
    },
  };
}

export const fixtures: Fixtures = {
  queries: {
    today: () => ({
      date: '2026-03-05',
      owed: [
        owedOf('INR', 61_974_050, 25_134_000, 5, 2),
        owedOf('EUR', 84_000, 0, 1, 0),
        owedOf('KWD', 1_250_500, 0, 1, 0),
        owedOf('JPY', -63_064, 0, 1, 0),
      ],
      owing: [
        {
          client_id: 'client-2',
          client_name: 'Mehta & Sons',
          owed: owedOf('INR', 48_640_050, 23_600_000, 3, 1),
          days_late: 34,
        },
        {
          client_id: 'client-3',
          client_name: 'தமிழ்ச்செல்வி அச்சகம்',
          owed: owedOf('INR', 1_534_000, 1_534_000, 1, 1),
          days_late: 6,
        },
        {
          client_id: 'client-1',
          client_name: 'कविता शर्मा डिज़ाइन',
          owed: owedOf('INR', 11_800_000, 0, 1, 0),
          days_late: 0,
        },
        {
          client_id: 'client-5',
          client_name: 'Kuwait Paper Trading Co.',
          owed: owedOf('KWD', 1_250_500, 0, 1, 0),
          days_late: 0,
        },
        {
          client_id: 'client-4',
          client_name: 'Ĉapelejo Ŝaŭmo',
          owed: owedOf('EUR', 84_000, 0, 1, 0),
          days_late: 0,
        },
      ],
      waiting: [
        thread(
          'thread-1',
          'Mehta & Sons',
          'Rohan Mehta',
          'Could you split invoice 2026-0039 over two months?',
          '2026-03-03T09:10:00Z',
        ),
        thread(
          'thread-2',
          'தமிழ்ச்செல்வி அச்சகம்',
          'தமிழ்ச்செல்வி',
          'அட்டையின் நிறம் சற்று அடர்த்தியாக வேண்டும்.',
          '2026-03-04T13:20:00Z',
        ),
        thread('thread-3', 'कविता शर्मा डिज़ाइन', 'कविता शर्मा', '', '2026-03-05T03:45:00Z'),
      ],
      looks: [
        look('l-1', 'कविता शर्मा', 'कविता शर्मा डिज़ाइन', '2026-0042', '2026-03-05T04:12:00Z'),
        look('l-2', 'Rohan Mehta', 'Mehta & Sons', '2026-0039', '2026-03-04T11:00:00Z'),
        look('l-3', 'Ĝojo Ŝaŭmo', 'Ĉapelejo Ŝaŭmo', 'Proof v3', '2026-03-03T06:15:00Z'),
      ],
      drafts: 2,
    }),
  },
};
