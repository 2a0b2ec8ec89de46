import History from '@lucide/svelte/icons/history';
import { BUSINESS } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/activity', audience: BUSINESS, screen: () => import('./ActivityScreen.svelte') }],
  nav: [
    { path: '/activity', label: 'nav-activity', icon: History, roles: BUSINESS, order: 700, key: 'KeyA' },
  ],
};
