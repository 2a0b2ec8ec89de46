import Users from '@lucide/svelte/icons/users';
import { BACK_OFFICE, BUSINESS } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [
    { path: '/clients', audience: BACK_OFFICE, screen: () => import('./ClientsScreen.svelte') },
    { path: '/clients/:id', audience: BACK_OFFICE, screen: () => import('./ClientScreen.svelte') },
  ],
  nav: [{ path: '/clients', label: 'nav-clients', icon: Users, roles: BACK_OFFICE, order: 300, key: 'KeyC' }],
  starters: [{ id: 'client-new', label: 'clients-new', path: '/clients?new=1', roles: BUSINESS, order: 400 }],
};
