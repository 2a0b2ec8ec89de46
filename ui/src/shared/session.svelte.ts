import { setRegion } from '../i18n/index.svelte';
import { forgetQueries, settleMutations, transport } from '../transport';
import type { Organisation, PersonRole, SessionState, SignedIn } from '../transport';
import { finishWork, tellOtherBusiness } from './leaving';
import { mayLeave, ownScreens } from './navigation.svelte';
import { suggestLanguage } from './preferences.svelte';
import { dismissToasts } from './toasts.svelte';
import { forgetUnsent } from './unsent.svelte';

let state = $state.raw<SessionState | null>(null);
let business = $state.raw<Organisation | null>(null);

/** The one invoice that a mailed link has opened, and nothing else; null for a person who has signed in. Reactive. */
export function linkedInvoice(): string | null {
  return state?.by_link ?? null;
}

/** What the host says of the session; null before it was asked. Reactive. */
export function sessionState(): SessionState | null {
  return state;
}

/** Who may use what the host has: nobody while its copy is locked or still on its way. */
function personOf(state: SessionState | null): SignedIn | null {
  return state && !state.locked && !state.copying ? state.person : null;
}

/** Who is signed in; null for nobody, and while the local copy is locked or still on its way. Reactive. */
export function person(): SignedIn | null {
  return personOf(state);
}

/** Who is signed in, on a screen that only signed-in people see. Reactive. */
export function signedIn(): SignedIn {
  const found = person();
  if (!found) throw new Error('this screen needs a session');
  return found;
}

/** The role of who is signed in, or null. Reactive. */
export function role(): PersonRole | null {
  const found = person()?.access.role;
  return found && found !== 'system' ? found : null;
}

export function hasRole(...roles: readonly PersonRole[]): boolean {
  const mine = role();
  return mine !== null && roles.includes(mine);
}

/** The business: its name, phone, hours, currency and time zone; on signed-in screens only. Reactive. */
export function organisation(): Organisation {
  if (!business) throw new Error('this screen needs a session');
  return business;
}

/** The last thing that was asked of the host about the session; what was asked before it counts no more. */
let latest: Promise<void> = Promise.resolve();
let asked = 0;
/** Where a person wants to be in the business that they are going to. */
let wanted: string | null = null;

/** Asks the host who is signed in, and follows that person's language and the country of the business. */
export function loadSession(): Promise<void> {
  return load(() => transport().command('session', {}));
}

function load(ask: () => Promise<SessionState>): Promise<void> {
  asked += 1;
  latest = follow(asked, ask);
  return latest;
}

async function follow(mine: number, ask: () => Promise<SessionState>): Promise<void> {
  const next = await ask();
  const someone = personOf(next);
  const host = transport().of(next.account);
  const found = someone ? (await host.query('organisation', {})).organisation : null;
  if (mine !== asked) return latest;
  // A person who goes from one business to another does not change languages on the way.
  const comesIn = person() === null;
  show(next, found);
  if (someone && comesIn) await suggestLanguage(someone.language);
}

/** All of it changes at once: a screen would see a person without a business, or a call go to another one's. */
function show(next: SessionState, found: Organisation | null): void {
  const [from, account] = [transport().account, next.account];
  const isOther = from !== account;
  if (isOther || personOf(next)?.principal_id !== person()?.principal_id) forgetQueries();
  if (isOther) {
    transport().enter(account);
    tellOtherBusiness(from, account);
    // A person who just came in is led on by the screen that let them in.
    ownScreens(account, from !== null && account !== null ? (wanted ?? '/') : wanted);
    if (from !== null) dismissToasts();
    wanted = null;
  }
  business = found;
  state = next;
  setRegion(found?.address.country ?? '');
}

/**
 * Shows another of the desktop's businesses, at `to`. What was typed in this one is saved first; a screen that does not
 * want to be left stays.
 */
export async function showBusiness(account: string, to = '/'): Promise<void> {
  if (account === state?.account) return ownScreens(account, to);
  if (!(await mayLeave())) return;
  await finishWork();
  await settleMutations();
  wanted = to;
  try {
    await load(() => transport().command('show_business', { account }));
  } finally {
    wanted = null;
  }
}

/** The person has signed out: nothing of theirs stays, not even what they typed. Another of their businesses may be shown. */
export async function leaveSession(): Promise<void> {
  const left = state;
  if (left?.person) forgetUnsent(left.person.principal_id);
  if (transport().host === 'browser') return endSession();
  await loadSession().catch(endSession);
  if (state?.account === left?.account) endSession();
}

/** The host says the session is over: nothing read with it may stay on the screen. */
export function endSession(): void {
  if (state) state = { ...state, person: null };
  business = null;
  forgetQueries();
}
