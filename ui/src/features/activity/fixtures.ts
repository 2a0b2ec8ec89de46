import type { ActivityItem, Activity, Kind, MutationName, Role } from '../../transport';
import type { Fixtures } from '../../transport/fake';

type Entry = [
  at: string,
  name: string,
  role: Role,
  action: MutationName,
  kind: Kind,
  id: string,
  label: string,
  client: string,
];

const ENTRIES: readonly Entry[] = [
  [
    '2026-03-05T04:12:00Z',
    'कविता शर्मा',
    'client',
    'view_invoice',
    'invoice',
    'invoice-1',
    '2026-0042',
    'कविता शर्मा डिज़ाइन',
  ],
  [
    '2026-03-05T03:58:00Z',
    'Asha Verma',
    'owner',
    'record_payment',
    'payment',
    'payment-2',
    'NEFT 88121',
    'Mehta & Sons',
  ],
  [
    '2026-03-04T12:30:00Z',
    'செல்வி முருகன்',
    'staff',
    'edit_draft',
    'draft',
    'draft-1',
    'PO-7731',
    'Mehta & Sons',
  ],
  [
    '2026-03-04T11:05:00Z',
    'Rohan Mehta',
    'client',
    'post_message',
    'thread',
    'thread-1',
    'Invoice 2026-0039',
    'Mehta & Sons',
  ],
  [
    '2026-03-04T09:40:00Z',
    'Asha Verma',
    'owner',
    'issue_invoice',
    'invoice',
    'invoice-1',
    '2026-0042',
    'कविता शर्मा डिज़ाइन',
  ],
  [
    '2026-03-03T06:15:00Z',
    'தமிழ்ச்செல்வி',
    'client',
    'view_document',
    'document',
    'document-1',
    'Proof v3',
    'தமிழ்ச்செல்வி அச்சகம்',
  ],
  [
    '2026-03-02T10:00:00Z',
    'Ludoviko Ŝĉerba',
    'bookkeeper',
    'export_pack',
    'organisation',
    'org-1',
    '2026-02-01 – 2026-02-28',
    '',
  ],
];

const items: readonly ActivityItem[] = ENTRIES.map(
  ([at, name, role, action, kind, id, label, client], index) => {
    const activity: Activity = {
      at,
      actor_id: `actor-${name}`,
      actor_name: name,
      actor_role: role,
      action,
      mutation_id: `m-${index}`,
      about_kind: kind,
      about_id: id,
      label,
      args_sha256: '',
      salt: '',
    };
    return {
      activity_id: `activity-${index}`,
      activity,
      client_name: client,
      is_credit_note: label.startsWith('CN'),
    };
  },
);

export const fixtures: Fixtures = {
  queries: {
    activity: ({ clients_only }) => ({
      rows: items.filter(({ activity }) => !clients_only || activity.actor_role === 'client'),
      next: null,
    }),
  },
};
