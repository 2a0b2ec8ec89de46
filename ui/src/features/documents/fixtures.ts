import type { Fixtures } from '../../transport/fake';
import type { ActivityItem, DocumentRow, DocumentVersion, VersionView } from '../../transport';

const CLIENT = 'client-1';
const CLIENT_NAME = 'कविता क्रिएशन्स';

interface Kept {
  row: Omit<DocumentRow, 'version' | 'version_id' | 'versions'>;
  versions: VersionView[];
}

function version(
  document_id: string,
  file_name: string,
  changed: Partial<DocumentVersion> = {},
): DocumentVersion {
  return {
    document_id,
    file_name,
    size_bytes: 248_512,
    sha256: 'ab'.repeat(32),
    media_type: 'application/pdf',
    state: 'stored',
    added_by_id: 'principal-owner',
    added_by: 'Asha Verma',
    added_by_role: 'owner',
    added_at: '2026-03-04T09:30:00Z',
    ...changed,
  };
}

function kept(id: string, title: string, shared: boolean, versions: DocumentVersion[]): Kept {
  return {
    row: {
      document_id: id,
      document: { client_id: CLIENT, title, added_at: '2026-03-04T09:30:00Z', added_by: 'Asha Verma' },
      client_name: CLIENT_NAME,
      shared,
    },
    versions: versions.map((each, index) => ({
      version_id: `${id}-v${versions.length - index}`,
      version: each,
    })),
  };
}

const look: ActivityItem = {
  activity_id: 'activity-look',
  is_credit_note: false,
  client_name: CLIENT_NAME,
  activity: {
    at: '2026-03-05T05:10:00Z',
    actor_id: 'principal-client',
    actor_name: 'कविता शर्मा',
    actor_role: 'client',
    action: 'view_document',
    mutation_id: 'm-1',
    about_kind: 'document',
    about_id: 'document-1',
    label: 'Printing agreement 2026',
    args_sha256: '',
    salt: '',
  },
};

/** A fresh set of documents; tests that change them take their own. */
export function documentFixtures(): Fixtures {
  let all = [
    kept('document-1', 'Printing agreement 2026', true, [
      version('document-1', 'Printing agreement 2026 signed.pdf', {
        added_by: 'कविता शर्मा',
        added_by_id: 'principal-client',
        added_by_role: 'client',
      }),
      version('document-1', 'Printing agreement 2026.pdf', { added_at: '2026-02-20T10:00:00Z' }),
    ]),
    kept('document-2', 'पोस्टर का नमूना', true, [
      version('document-2', 'poster-namuna.png', { size_bytes: 4_812_330, added_at: '2026-03-02T12:00:00Z' }),
    ]),
    kept('document-3', 'விலை விவரம்', false, [
      version('document-3', 'விலை விவரம்.ods', { size_bytes: 912, added_at: '2026-02-11T12:00:00Z' }),
    ]),
    kept('document-4', 'Catalogue, final proof', true, [
      version('document-4', 'catalogue-proof.pdf', { size_bytes: 61_440_000, state: 'awaiting' }),
    ]),
  ];
  const sizes = new Map<string, number>();
  const rowOf = ({ row, versions }: Kept): DocumentRow => {
    const newest = versions[0];
    if (!newest) throw new Error('a document without a version');
    return { ...row, version_id: newest.version_id, version: newest.version, versions: versions.length };
  };
  const find = (id: string) => {
    const found = all.find(({ row }) => row.document_id === id);
    if (!found) throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
    return found;
  };

  return {
    queries: {
      documents: ({ client_id }) => ({
        rows: all.map(rowOf).filter((row) => client_id === null || row.document.client_id === client_id),
      }),
      document: ({ document_id }) => {
        const { row, versions } = find(document_id);
        const { document, client_name, shared } = row;
        return { document_id, document, client_name, shared, versions: [...versions], activity: [look] };
      },
    },
    commands: {
      put_file_piece: ({ version_id, offset, bytes }) => {
        const view = all.flatMap(({ versions }) => versions).find((each) => each.version_id === version_id);
        if (!view) throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
        const have = sizes.get(version_id) ?? 0;
        if (offset === have) sizes.set(version_id, have + atob(bytes).length);
        const there = sizes.get(version_id) ?? 0;
        const complete = there >= view.version.size_bytes;
        if (complete) view.version.state = 'stored';
        return { offset: there, complete };
      },
      save_file: ({ version_id }) => {
        const view = all.flatMap(({ versions }) => versions).find((each) => each.version_id === version_id);
        return { file_name: view?.version.file_name ?? null };
      },
    },
    mutations: {
      add_document: ({ document_id, title, shared, version: brought }) => {
        const { version_id, ...file } = brought;
        const made = kept(document_id, title, shared, [
          version(document_id, '', { ...file, state: 'awaiting' }),
        ]);
        all = [{ ...made, versions: made.versions.map((view) => ({ ...view, version_id })) }, ...all];
      },
      add_version: ({ document_id, version: { version_id, ...file } }) => {
        find(document_id).versions.unshift({
          version_id,
          version: version(document_id, '', { ...file, state: 'awaiting' }),
        });
      },
      share_document: ({ document_id, shared }) => {
        find(document_id).row.shared = shared;
      },
      remove_document: ({ document_id }) => {
        all = all.filter(({ row }) => row.document_id !== document_id);
      },
    },
  };
}

export const fixtures = documentFixtures();
