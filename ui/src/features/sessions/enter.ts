import { navigate } from '../../shared/navigation.svelte';
import { loadSession } from '../../shared/session.svelte';

/** Someone has signed in: shows them their own screens, and leaves no way back to the link or form. */
export async function enter(to = '/'): Promise<void> {
  await loadSession();
  await navigate(to, { replace: true });
}
