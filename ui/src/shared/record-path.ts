const OFFICE: Record<string, string> = {
  client: '/clients/',
  document: '/documents/',
  draft: '/invoices/drafts/',
  invoice: '/invoices/',
  thread: '/inbox/',
};
const CLIENT: Record<string, string> = {
  document: '/documents/',
  invoice: '/invoices/',
  thread: '/messages/',
};
/** Records that are looked at together, with others. */
const OFFICE_LISTS: Record<string, string> = {
  member: '/settings',
  organisation: '/settings',
  payment: '/payments',
  series: '/settings',
};
const CLIENT_LISTS: Record<string, string> = { client: '/profile', payment: '/home' };

/** The screen where the office, or a client, sees a record; null when there is none. */
export function recordPath(kind: string, id: string, isClient: boolean): string | null {
  const [own, lists] = isClient ? [CLIENT, CLIENT_LISTS] : [OFFICE, OFFICE_LISTS];
  const screen = own[kind];
  return screen ? screen + id : (lists[kind] ?? null);
}
