import Banknote from '@lucide/svelte/icons/banknote';
import CircleUser from '@lucide/svelte/icons/circle-user';
import FilePen from '@lucide/svelte/icons/file-pen';
import Files from '@lucide/svelte/icons/files';
import MessageSquare from '@lucide/svelte/icons/message-square';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import { t } from '../i18n/index.svelte';
import type { Keys } from '../shared/keys';
import { navigate } from '../shared/navigation.svelte';
import { paperKind } from '../shared/paper-kind';
import { recordPath } from '../shared/record-path';
import { hasRole } from '../shared/session.svelte';
import type { SearchHit } from '../transport';

/** A line of the palette: what can be done, or a record that was found. */
export interface Entry {
  key: string;
  label: string;
  keys?: Keys;
  /** A record's own: what kind it is, in words and as a picture, and where it was found. */
  record?: { icon: Component; kind: string; context: string };
  run: () => unknown;
}

const ICONS: Record<string, Component> = {
  client: Users,
  client_note: StickyNote,
  contact: CircleUser,
  document: Files,
  document_version: Files,
  draft: FilePen,
  draft_line: FilePen,
  invoice: ReceiptText,
  member: CircleUser,
  message: MessageSquare,
  payment: Banknote,
  thread: MessageSquare,
};

/** What was found as lines; none of what has no screen here. */
export function foundRecord(hit: SearchHit): Entry[] {
  const path = recordPath(hit.open_kind, hit.open_id, hasRole('client'));
  const icon = ICONS[hit.kind];
  if (!path || !icon) return [];
  const { title: label, context } = hit;
  const kind = t(`found-${hit.kind.replace('_', '-')}`, { paper: paperKind(hit.is_credit_note) });
  const run = () => navigate(path);
  return [{ key: hit.kind + hit.open_id, label, record: { icon, kind, context }, run }];
}
