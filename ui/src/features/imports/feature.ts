import Import from '@lucide/svelte/icons/import';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/import', audience: ['owner'], screen: () => import('./ImportScreen.svelte') }],
  nav: [{ path: '/import', label: 'nav-import', icon: Import, roles: ['owner'], order: 800, key: 'KeyO' }],
};
