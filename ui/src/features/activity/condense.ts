import type { ActivityItem, MutationName } from '../../transport';

const DRAFTING: readonly MutationName[] = [
  'create_draft',
  'credit_invoice',
  'edit_draft',
  'add_line',
  'edit_line',
  'move_line',
  'delete_line',
];

const BEGINNING: readonly MutationName[] = ['create_draft', 'credit_invoice'];

/** Work goes on after a pause of less than this. */
const PAUSE_MS = 60 * 60_000;

interface Run {
  /** Where it is told. */
  place: number;
  entries: ActivityItem[];
}

const at = ({ activity }: ActivityItem) => Date.parse(activity.at);

/** One entry for a run of work on a draft: that it was begun says most; that it was worked on, more than each line. */
function told({ entries }: Run, newest: ActivityItem): ActivityItem {
  const begun = entries.find(({ activity }) => BEGINNING.includes(activity.action));
  const named = begun ?? entries.find(({ activity }) => activity.action === 'edit_draft') ?? newest;
  const action = begun ? begun.activity.action : 'edit_draft';
  return { ...newest, activity: { ...named.activity, action, at: newest.activity.at } };
}

/** The entries, newest first, with each run of one person's work on one draft told once, where it ended. */
export function condense(items: readonly ActivityItem[]): ActivityItem[] {
  const all: ActivityItem[] = [];
  const runs = new Map<string, Run>();
  for (const item of items) {
    const { action, about_id, actor_id } = item.activity;
    if (!DRAFTING.includes(action)) {
      all.push(item);
      continue;
    }
    const key = `${about_id} ${actor_id}`;
    const run = runs.get(key);
    const [newest, last] = [run?.entries[0], run?.entries.at(-1)];
    if (run && newest && last && at(last) - at(item) < PAUSE_MS) {
      run.entries.push(item);
      all[run.place] = told(run, newest);
    } else {
      runs.set(key, { place: all.length, entries: [item] });
      all.push(item);
    }
  }
  return all;
}
