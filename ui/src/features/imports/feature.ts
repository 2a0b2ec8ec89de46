import Import from '@lucide/svelte/icons/import';
import { loadTexts } from '../../i18n/index.svelte';
import type { Feature } from '../../shared/feature';

/** The screen with its texts, which nobody else needs. */
async function screen() {
  const [loaded] = await Promise.all([import('./ImportScreen.svelte'), loadTexts('imports')]);
  return loaded;
}

export const feature: Feature = {
  routes: [{ path: '/import', audience: ['owner'], screen }],
  nav: [{ path: '/import', label: 'nav-import', icon: Import, roles: ['owner'], order: 800, key: 'KeyO' }],
};
