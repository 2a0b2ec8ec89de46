import House from '@lucide/svelte/icons/house';
import { CLIENT } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/home', audience: CLIENT, screen: () => import('./HomeScreen.svelte') }],
  nav: [{ path: '/home', label: 'nav-home', icon: House, roles: CLIENT, order: 100, key: 'KeyH' }],
};
