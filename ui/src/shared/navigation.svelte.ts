/** Where the person is. History routes, the same in both hosts. */
let url = $state.raw(new URL(location.href));
/** Asked before leaving; false stays. */
let guard: (() => boolean | Promise<boolean>) | null = null;
/** The business whose screens these are: a step back never leads to a screen of another one's. */
let owner: string | null = null;

const stamp = () => ({ owner });

/** The path of the screen, such as `/invoices/42`. Reactive. */
export function path(): string {
  // The desktop window's own address, as it opens, has no path at all.
  return url.pathname || '/';
}

/** The query string. Reactive. */
export function search(): URLSearchParams {
  return url.searchParams;
}

/** Goes to a path of this app. `replace` leaves no step to come back to. */
export async function navigate(to: string, { replace = false } = {}): Promise<void> {
  const next = new URL(to, url);
  if (next.href === url.href) return;
  if (guard && next.pathname !== url.pathname && !(await guard())) return;
  history[replace ? 'replaceState' : 'pushState'](stamp(), '', next);
  url = next;
}

/** Whether the screen may be left, as it says itself. */
export async function mayLeave(): Promise<boolean> {
  return !guard || (await guard());
}

/** From now on the screens are another business's, and the first of them is `to`; without it, the one that is open stays. */
export function ownScreens(next: string | null, to: string | null): void {
  owner = next;
  if (to !== null) url = new URL(to, url);
  history.replaceState(stamp(), '', url);
}

/** Changes one word of the query string in place: a filter, a tab. Empty removes it. */
export function setSearch(name: string, value: string): void {
  const next = new URL(url);
  if (value) next.searchParams.set(name, value);
  else next.searchParams.delete(name);
  history.replaceState(stamp(), '', next);
  url = next;
}

/** While set, leaving the screen asks first. Returns how to lift it. */
export function guardLeaving(ask: () => boolean | Promise<boolean>): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Lets plain clicks on links of this app change the screen instead of loading a page. Returns how to stop. */
export function startNavigation(): () => void {
  const onPop = ({ state }: PopStateEvent) => {
    const step = state as { owner?: string | null } | null;
    if (step && step.owner !== owner) history.replaceState(stamp(), '', '/');
    url = new URL(location.href);
  };
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href || link.target || link.hasAttribute('download')) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname.startsWith('/api/')) return;
    // A link to a part of the same page is the browser's own business.
    if (to.hash && to.pathname === url.pathname) return;
    event.preventDefault();
    void navigate(to.href);
  };
  url = new URL(location.href);
  window.addEventListener('popstate', onPop);
  document.addEventListener('click', onClick);
  return () => {
    window.removeEventListener('popstate', onPop);
    document.removeEventListener('click', onClick);
  };
}
