import { setRegion } from '../i18n/index.svelte';
import { forgetQueries, query, transport } from '../transport';
import type { Organisation, PersonRole, SessionState, SignedIn } from '../transport';
import { suggestLanguage } from './preferences.svelte';
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

/** Asks the host who is signed in, and follows that person's language and the country of the business. */
export async function loadSession(): Promise<void> {
  const next = await transport().command('session', {});
  const someone = personOf(next);
  if (someone?.principal_id !== person()?.principal_id) forgetQueries();
  // Both change at once, or a screen would see a person without a business.
  business = someone ? (await query('organisation', {})).organisation : null;
  state = next;
  setRegion(business?.address.country ?? '');
  if (someone) await suggestLanguage(someone.language);
}

/** The person has signed out: nothing of theirs stays, not even what they typed. */
export function leaveSession(): void {
  forgetUnsent();
  endSession();
}

/** The host says the session is over: nothing read with it may stay on the screen. */
export function endSession(): void {
  if (state) state = { ...state, person: null };
  business = null;
  forgetQueries();
}
