import { navigate, search } from '../../shared/navigation.svelte';
import { loadSession } from '../../shared/session.svelte';
import { pathWithin } from './links';

/** Someone has signed in: shows them what they came for, and leaves no way back to the link or form. */
export async function enter(to = pathWithin(search().get('to'))): Promise<void> {
  await loadSession();
  await navigate(to, { replace: true });
}
