import FileInput from '@lucide/svelte/icons/file-input';
import { loadTexts } from '../../i18n/index.svelte';
import { BACK_OFFICE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

/** The screen with its texts, which nobody else needs. */
async function screen() {
  const [loaded] = await Promise.all([import('./BillsScreen.svelte'), loadTexts('bills')]);
  return loaded;
}

export const feature: Feature = {
  routes: [{ path: '/bills', audience: BACK_OFFICE, screen }],
  nav: [{ path: '/bills', label: 'nav-bills', icon: FileInput, roles: BACK_OFFICE, order: 550, key: 'KeyB' }],
  starters: [{ id: 'open-bill', label: 'bills-open', path: '/bills', roles: BACK_OFFICE, order: 600 }],
};
