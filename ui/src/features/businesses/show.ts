import { finishWork } from '../../shared/leaving';
import { mayLeave, ownScreens } from '../../shared/navigation.svelte';
import { goOn } from '../../shared/session.svelte';
import { sayError } from '../../shared/toasts.svelte';
import { settleMutations, toFolioError, transport } from '../../transport';

/**
 * Shows another of the desktop's businesses, at `to`. What was typed in this one is saved first; a screen that does not
 * want to be left stays, and so does this business where the other one does not open: the person is told why.
 */
export async function showBusiness(account: string, to = '/'): Promise<void> {
  if (account === transport().account) return ownScreens(account, to);
  if (!(await mayLeave())) return;
  await finishWork();
  await settleMutations();
  try {
    await goOn(() => transport().command('show_business', { account }), to);
  } catch (thrown) {
    sayError(toFolioError(thrown));
  }
}
