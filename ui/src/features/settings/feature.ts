import Settings from '@lucide/svelte/icons/settings';
import { BACK_OFFICE, EVERYONE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/settings', audience: EVERYONE, screen: () => import('./SettingsScreen.svelte') }],
  // Clients find these under their profile.
  nav: [
    { path: '/settings', label: 'nav-settings', icon: Settings, roles: BACK_OFFICE, order: 900, key: 'KeyS' },
  ],
  starters: [
    {
      id: 'settings',
      label: 'nav-settings',
      path: '/settings',
      roles: EVERYONE,
      order: 800,
      keys: 'Mod+Comma',
    },
  ],
};
