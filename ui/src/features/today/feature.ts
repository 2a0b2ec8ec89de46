import Sun from '@lucide/svelte/icons/sun';
import { BUSINESS } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/today', audience: BUSINESS, screen: () => import('./TodayScreen.svelte') }],
  nav: [{ path: '/today', label: 'nav-today', icon: Sun, roles: BUSINESS, order: 100, key: 'KeyT' }],
};
