import FileInput from '@lucide/svelte/icons/file-input';
import { BACK_OFFICE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/bills', audience: BACK_OFFICE, screen: () => import('./BillsScreen.svelte') }],
  nav: [{ path: '/bills', label: 'nav-bills', icon: FileInput, roles: BACK_OFFICE, order: 550, key: 'KeyB' }],
  starters: [{ id: 'open-bill', label: 'bills-open', path: '/bills', roles: BACK_OFFICE }],
};
