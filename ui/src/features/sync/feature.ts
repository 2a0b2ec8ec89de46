import { EVERYONE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  // No place in the navigation: the status in the bar leads here.
  routes: [{ path: '/sync', audience: EVERYONE, screen: () => import('./SyncScreen.svelte') }],
  starters: [{ id: 'sync', label: 'sync-title', path: '/sync', roles: EVERYONE, order: 700 }],
};
