import { describe, expect, it } from 'vitest';
import type { MessageView, ReadMark, Role, ThreadRow } from '../../transport';
import {
  byDay,
  newMessage,
  seenUnder,
  subjectOf,
  threadAbout,
  threadIn,
  threadsPath,
  unreadUpTo,
  waitingFirst,
} from './model';

function view(id: string, at: string, role: Role, mine = false): MessageView {
  return {
    message_id: id,
    mine,
    attachments: [],
    message: {
      thread_id: 't',
      text: id,
      kind: { kind: 'text' },
      attachments: [],
      author_id: role,
      author_name: role,
      author_role: role,
      sent_at: at,
    },
  };
}
const mark = (principal_id: string, reader_role: Role, up_to: string): ReadMark => ({
  thread_id: 't',
  principal_id,
  reader_name: principal_id,
  reader_role,
  up_to,
});
const row = (thread_id: string, waiting: boolean, at: string, subject: object = { kind: 'general' }) =>
  ({ thread_id, waiting, last: { sent_at: at }, thread: { subject } }) as ThreadRow;

it('puts who waits first, the longest at the top', () => {
  const rows = [row('a', false, '3'), row('b', true, '2'), row('c', true, '1'), row('d', false, '4')];
  expect(waitingFirst(rows).map((each) => each.thread_id)).toEqual(['c', 'b', 'd', 'a']);
});

it.each([
  ['/invoices/i1', { kind: 'invoice', id: 'i1' }],
  ['/documents/d1', { kind: 'document', id: 'd1' }],
  ['/invoices', { kind: 'general' }],
  ['/invoices/drafts/d1', { kind: 'general' }],
  ['/', { kind: 'general' }],
])('%s is about %j', (path, subject) => expect(subjectOf(path)).toEqual(subject));

it('knows the thread of a path, and the one about the same thing', () => {
  expect(threadIn('/messages/t1')).toBe('t1');
  expect(threadIn('/messages/new')).toBeNull();
  const rows = [row('a', false, '1', { kind: 'invoice', id: 'i1' })];
  expect(threadAbout(rows, { kind: 'invoice', id: 'i1' })?.thread_id).toBe('a');
  expect(threadAbout(rows, { kind: 'document', id: 'i1' })).toBeUndefined();
  expect(threadAbout(rows, { kind: 'general' })).toBeUndefined();
  expect(threadsPath('client')).toBe('/messages');
  expect(threadsPath('staff')).toBe('/inbox');
});

it('makes a message without the white space around it', () => {
  expect(newMessage('  Hello \n')).toMatchObject({ text: 'Hello', kind: { kind: 'text' }, attachments: [] });
});

it('groups by day', () => {
  const messages = [
    view('1', '2026-03-04T10:00:00Z', 'owner'),
    view('2', '2026-03-04T11:00:00Z', 'client'),
    view('3', '2026-03-05T09:00:00Z', 'owner'),
  ];
  const days = byDay(messages, (instant) => instant.slice(0, 10));
  expect(days.map((day) => [day.date, day.messages.length])).toEqual([
    ['2026-03-04', 2],
    ['2026-03-05', 1],
  ]);
});

describe('read marks', () => {
  const messages = [
    view('1', '2026-03-05T09:00:00Z', 'client'),
    view('2', '2026-03-05T10:00:00Z', 'owner', true),
    view('3', '2026-03-05T11:00:00Z', 'owner', true),
  ];
  it('stand under the last message of ours that they read', () => {
    const marks = [
      mark('karl', 'client', '2026-03-05T10:00:00.000Z'),
      mark('ravi', 'client', '2026-03-05T11:30:00Z'),
      mark('late', 'client', '2026-03-05T08:00:00Z'),
      mark('selvi', 'staff', '2026-03-05T11:30:00Z'),
    ];
    expect(seenUnder(messages, marks, 'owner')).toEqual(
      new Map([
        ['2', ['karl']],
        ['3', ['ravi']],
      ]),
    );
  });
  it('are set once, up to the last message of others', () => {
    expect(unreadUpTo(messages, [], 'asha')).toBe('2026-03-05T09:00:00Z');
    expect(unreadUpTo(messages, [mark('asha', 'owner', '2026-03-05T09:00:00Z')], 'asha')).toBeNull();
    expect(unreadUpTo(messages.slice(1), [], 'asha')).toBeNull();
  });
});
