import { expect, it } from 'vitest';
import type { ActivityItem, MutationName } from '../../transport';
import { condense } from './condense';

const entry = (
  minute: number,
  actor: string,
  action: MutationName,
  about: string,
  label = '',
): ActivityItem => ({
  activity_id: String(minute),
  client_name: 'Mehta',
  is_credit_note: false,
  activity: {
    at: new Date(minute * 60_000).toISOString(),
    actor_id: actor,
    actor_name: actor,
    actor_role: 'owner',
    action,
    mutation_id: String(minute),
    about_kind: 'draft',
    about_id: about,
    label,
    args_sha256: '',
    salt: '',
  },
});
const told = (items: ActivityItem[]) =>
  condense(items).map(
    ({ activity_id, activity }) => `${activity_id} ${activity.actor_name} ${activity.action}`,
  );

it('tells the work on a draft once, as its beginning where that is among it', () => {
  const work = [
    entry(9, 'asha', 'add_line', 'd-1'),
    entry(8, 'asha', 'create_draft', 'd-1', 'Mehta'),
    entry(7, 'asha', 'add_line', 'd-1'),
  ];
  expect(told(work)).toEqual(['9 asha create_draft']);
  expect(condense(work)[0]?.activity).toMatchObject({ label: 'Mehta', at: '1970-01-01T00:09:00.000Z' });
  expect(told(work.toSpliced(1, 1))).toEqual(['9 asha edit_draft']);
});

it('does so across what happened meanwhile, but not across a pause', () => {
  const items = [
    entry(200, 'asha', 'edit_line', 'd-1'),
    entry(180, 'asha', 'view_invoice', 'i-1'),
    entry(170, 'asha', 'add_line', 'd-1'),
    entry(100, 'asha', 'add_line', 'd-1'),
  ];
  expect(told(items)).toEqual(['200 asha edit_draft', '180 asha view_invoice', '100 asha add_line']);
});

it('keeps apart what others did, other drafts, and what is more than work on a draft', () => {
  const items = [
    entry(9, 'asha', 'edit_line', 'd-1'),
    entry(8, 'arun', 'edit_line', 'd-1'),
    entry(7, 'arun', 'move_line', 'd-2'),
    entry(6, 'arun', 'discard_draft', 'd-2'),
    entry(5, 'arun', 'discard_draft', 'd-2'),
  ];
  expect(told(items)).toHaveLength(5);
});
