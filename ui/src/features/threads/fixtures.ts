import type { Fixtures } from '../../transport/fake';
import type { Message, MessageView, NewMessage, ReadMark, Role, Subject, ThreadRow } from '../../transport';

const PEOPLE: Record<string, { id: string; name: string; role: Role }> = {
  asha: { id: 'principal-owner', name: 'Asha Verma', role: 'owner' },
  kavita: { id: 'principal-client', name: 'कविता शर्मा', role: 'client' },
  selvi: { id: 'principal-other', name: 'செல்வி முருகன்', role: 'client' },
};

interface Kept {
  id: string;
  client_id: string;
  client_name: string;
  title: string;
  subject: Subject;
  label: string;
  messages: { id: string; message: Message }[];
  marks: ReadMark[];
}

function said(thread: string, id: string, who: keyof typeof PEOPLE, at: string, text: string, more = {}) {
  const author = PEOPLE[who] ?? { id: who, name: who, role: 'client' as const };
  const message: Message = {
    thread_id: thread,
    text,
    kind: { kind: 'text' },
    attachments: [],
    author_id: author.id,
    author_name: author.name,
    author_role: author.role,
    sent_at: at,
    ...more,
  };
  return { id, message };
}

function sample(): Kept[] {
  return [
    {
      id: 'thread-1',
      client_id: 'client-1',
      client_name: 'कविता क्रिएशन्स',
      title: 'Invoice 2026-0042',
      subject: { kind: 'invoice', id: 'invoice-1' },
      label: '2026-0042',
      messages: [
        said(
          'thread-1',
          'm1',
          'kavita',
          '2026-03-04T10:05:00Z',
          'नमस्ते! क्या दूसरी पंक्ति में ५०० पोस्टर होने चाहिए?',
        ),
        said(
          'thread-1',
          'm2',
          'asha',
          '2026-03-04T10:42:00Z',
          'Yes, exactly: 500 posters on the thicker paper.\nShall I change the text?',
        ),
        said('thread-1', 'm3', 'kavita', '2026-03-05T04:30:00Z', 'हाँ, कृपया। और हस्ताक्षर किया हुआ काग़ज़ साथ है।', {
          attachments: ['document-1'],
        }),
      ],
      marks: [
        {
          thread_id: 'thread-1',
          principal_id: 'principal-client',
          reader_name: 'कविता शर्मा',
          reader_role: 'client',
          up_to: '2026-03-04T10:42:00Z',
        },
      ],
    },
    {
      id: 'thread-2',
      client_id: 'client-2',
      client_name: 'முருகன் ஸ்டோர்ஸ்',
      title: 'Please call me',
      subject: { kind: 'general' },
      label: '',
      messages: [
        said('thread-2', 'm4', 'selvi', '2026-03-05T03:10:00Z', 'நாளை காலை பத்து மணிக்குப் பிறகு.', {
          kind: { kind: 'call_request', phone: '+91 98400 55501' },
        }),
      ],
      marks: [],
    },
    {
      id: 'thread-3',
      client_id: 'client-1',
      client_name: 'कविता क्रिएशन्स',
      title: 'Opening hours in April',
      subject: { kind: 'general' },
      label: '',
      messages: [
        said(
          'thread-3',
          'm5',
          'asha',
          '2026-02-27T09:00:00Z',
          'We are closed from 10 to 14 April. Orders before that will be ready in time.',
        ),
      ],
      marks: [],
    },
  ];
}

/** A fresh set of threads; tests that change them take their own. `me` is who reads. */
export function threadFixtures(me = 'principal-owner', role: Role = 'owner'): Fixtures {
  let all = sample();
  const who = Object.values(PEOPLE).find((each) => each.id === me) ?? { id: me, name: me, role };
  const unreadOf = (kept: Kept) => {
    const mark = kept.marks.find((each) => each.principal_id === me)?.up_to ?? '';
    return kept.messages.filter(({ message }) => message.author_id !== me && message.sent_at > mark).length;
  };
  const rowOf = (kept: Kept): ThreadRow => {
    const last = kept.messages[kept.messages.length - 1];
    if (!last) throw new Error('a thread without a message');
    return {
      thread_id: kept.id,
      thread: {
        client_id: kept.client_id,
        title: kept.title,
        subject: kept.subject,
        started_at: '2026-02-27T09:00:00Z',
      },
      client_name: kept.client_name,
      last: last.message,
      unread: unreadOf(kept),
      waiting: last.message.author_role === 'client',
    };
  };
  const find = (id: string) => {
    const found = all.find((kept) => kept.id === id);
    if (!found) throw { code: 'not_found', message_key: 'refused-not-found', params: {} };
    return found;
  };
  const write = (thread_id: string, { message_id, text, kind, attachments }: NewMessage) => ({
    id: message_id,
    message: {
      thread_id,
      text,
      kind,
      attachments,
      author_id: who.id,
      author_name: who.name,
      author_role: who.role,
      sent_at: new Date().toISOString(),
    },
  });

  return {
    queries: {
      threads: ({ client_id, waiting_only }) => ({
        rows: all
          .filter((kept) => client_id === null || kept.client_id === client_id)
          .map(rowOf)
          .filter((row) => !waiting_only || row.waiting),
      }),
      thread: ({ thread_id }, fake) => {
        const kept = find(thread_id);
        const { thread } = rowOf(kept);
        return Promise.all(
          kept.messages.map(async ({ id, message }): Promise<MessageView> => {
            const { rows } = message.attachments.length
              ? await fake.query('documents', { client_id: null }).catch(() => ({ rows: [] }))
              : { rows: [] };
            const attachments = rows.filter((row) => message.attachments.includes(row.document_id));
            return { message_id: id, message, attachments, mine: message.author_id === me };
          }),
        ).then((messages) => ({
          thread_id,
          thread,
          client_name: kept.client_name,
          subject_label: kept.label,
          is_credit_note: false,
          messages,
          read_marks: [...kept.marks],
        }));
      },
    },
    mutations: {
      post_message: ({ thread_id, message }) => {
        find(thread_id).messages.push(write(thread_id, message));
      },
      start_thread: ({ thread_id, client_id, title, subject, message }) => {
        const messages = [write(thread_id, message)];
        all = [
          {
            id: thread_id,
            client_id,
            client_name: 'कविता क्रिएशन्स',
            title,
            subject,
            label: '',
            messages,
            marks: [],
          },
          ...all,
        ];
      },
      mark_read: ({ thread_id, up_to }) => {
        const kept = find(thread_id);
        const mark = { thread_id, principal_id: me, reader_name: who.name, reader_role: who.role, up_to };
        kept.marks = [...kept.marks.filter((each) => each.principal_id !== me), mark];
      },
    },
  };
}

export const fixtures = threadFixtures();
