import CircleUser from '@lucide/svelte/icons/circle-user-round';
import { CLIENT } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/profile', audience: CLIENT, screen: () => import('./ProfileScreen.svelte') }],
  nav: [{ path: '/profile', label: 'nav-profile', icon: CircleUser, roles: CLIENT, order: 900, key: 'KeyS' }],
};
