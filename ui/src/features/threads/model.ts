import { newId } from '../../transport';
import type {
  MessageKind,
  MessageView,
  NewMessage,
  PersonRole,
  ReadMark,
  Role,
  Subject,
  ThreadRow,
} from '../../transport';

/** Where the messages of a role stand. */
export function threadsPath(role: PersonRole | null): string {
  return role === 'client' ? '/messages' : '/inbox';
}

/** Who waits for an answer comes first, the longest first; then what was written last. */
export function waitingFirst(rows: readonly ThreadRow[]): ThreadRow[] {
  const at = (row: ThreadRow) => row.last.sent_at;
  return [...rows].sort((a, b) => {
    if (a.waiting !== b.waiting) return a.waiting ? -1 : 1;
    return a.waiting ? at(a).localeCompare(at(b)) : at(b).localeCompare(at(a));
  });
}

/** What a screen is about, by its path: for "call me about this". */
export function subjectOf(path: string): Subject {
  const [, noun, id] = path.split('/');
  const looksLikeId = id !== undefined && id !== '' && id !== 'new' && id !== 'drafts';
  if (noun === 'invoices' && looksLikeId) return { kind: 'invoice', id };
  if (noun === 'documents' && looksLikeId) return { kind: 'document', id };
  return { kind: 'general' };
}

/** The thread that a path shows, when it shows one. */
export function threadIn(path: string): string | null {
  const [, noun, id] = path.split('/');
  return noun === 'messages' && id && id !== 'new' ? id : null;
}

/** The thread about the same thing, where one exists: an answer belongs there. */
export function threadAbout(rows: readonly ThreadRow[], subject: Subject): ThreadRow | undefined {
  if (subject.kind === 'general') return undefined;
  return rows.find(({ thread }) => thread.subject.kind === subject.kind && thread.subject.id === subject.id);
}

export function newMessage(
  text: string,
  { kind = { kind: 'text' }, attachments = [] }: { kind?: MessageKind; attachments?: string[] } = {},
): NewMessage {
  return { message_id: newId(), text: text.trim(), kind, attachments };
}

/** Messages of one day. */
export interface Day {
  /** `YYYY-MM-DD`, on this device's clock. */
  date: string;
  messages: MessageView[];
}

/** Messages by day, in order; `dayOf` gives the day of an instant. */
export function byDay(messages: readonly MessageView[], dayOf: (instant: string) => string): Day[] {
  const days: Day[] = [];
  for (const view of messages) {
    const date = dayOf(view.message.sent_at);
    const day = days[days.length - 1];
    if (day?.date === date) day.messages.push(view);
    else days.push({ date, messages: [view] });
  }
  return days;
}

const sideOf = (role: Role) => (role === 'client' ? 'client' : 'business');

/**
 * Under which message stands who has seen it: each reader of the other side, under the last message of one's own side that
 * the reader has read. By message id.
 */
export function seenUnder(
  messages: readonly MessageView[],
  marks: readonly ReadMark[],
  reader: PersonRole,
): Map<string, string[]> {
  const own = messages.filter(({ message }) => sideOf(message.author_role) === sideOf(reader));
  const seen = new Map<string, string[]>();
  for (const mark of marks) {
    if (sideOf(mark.reader_role) === sideOf(reader)) continue;
    const last = own.findLast(({ message }) => Date.parse(message.sent_at) <= Date.parse(mark.up_to));
    if (last) seen.set(last.message_id, [...(seen.get(last.message_id) ?? []), mark.reader_name]);
  }
  return seen;
}

/** Up to where to mark as read: the last message, unless it is one's own or was marked already. Null for nothing to do. */
export function unreadUpTo(
  messages: readonly MessageView[],
  marks: readonly ReadMark[],
  me: string,
): string | null {
  const last = messages.findLast(({ mine }) => !mine)?.message.sent_at;
  const mark = marks.find(({ principal_id }) => principal_id === me)?.up_to;
  if (!last || (mark && Date.parse(mark) >= Date.parse(last))) return null;
  return last;
}
