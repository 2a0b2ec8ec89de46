import Landmark from '@lucide/svelte/icons/landmark';
import { loadTexts } from '../../i18n/index.svelte';
import { BACK_OFFICE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

/** The screen with its texts, which few need every day. */
async function screen() {
  const [loaded] = await Promise.all([import('./BankScreen.svelte'), loadTexts('bank', 'tables')]);
  return loaded;
}

export const feature: Feature = {
  routes: [{ path: '/bank', audience: BACK_OFFICE, screen }],
  nav: [{ path: '/bank', label: 'nav-bank', icon: Landmark, roles: BACK_OFFICE, order: 520, key: 'KeyK' }],
  starters: [{ id: 'open-bank', label: 'bank-open', path: '/bank', roles: BACK_OFFICE, order: 500 }],
};
