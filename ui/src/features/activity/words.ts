import { hasText, t } from '../../i18n/index.svelte';
import { paperKind } from '../../shared/paper-kind';
import { recordPath } from '../../shared/record-path';
import type { Activity, ActivityItem } from '../../transport';

/** An entry as a sentence: "Kavita viewed invoice 2026-0007". */
export function sentenceOf({
  activity,
  is_credit_note,
}: Pick<ActivityItem, 'activity' | 'is_credit_note'>): string {
  const { action, actor_name, label, about_kind } = activity;
  // A set-off is a payment to the records alone; its reversal is told of its credit note.
  const isSetOff = action === 'reverse_payment' && about_kind === 'invoice';
  const name = isSetOff ? 'reverse-set-off' : action.replaceAll('_', '-');
  const id = `activity-${name}`;
  // A draft without a reference or a payment without one has no label to name.
  if (label !== '' && hasText(id))
    return t(id, { name: actor_name, label, paper: paperKind(is_credit_note) });
  const what = hasText(`mutation-${name}`) ? `mutation-${name}` : 'mutation-other';
  return t('activity-other', { name: actor_name, what: t(what) });
}

/** The screen of what an entry is about, or null when it has none. */
export function linkOf({ about_kind, about_id, action }: Activity): string | null {
  if (!about_kind || !about_id) return null;
  if (action === 'discard_draft' || action === 'remove_document') return null;
  return recordPath(about_kind, about_id, false);
}
