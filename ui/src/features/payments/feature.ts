import Banknote from '@lucide/svelte/icons/banknote';
import { BACK_OFFICE, BUSINESS } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [{ path: '/payments', audience: BACK_OFFICE, screen: () => import('./PaymentsScreen.svelte') }],
  nav: [
    { path: '/payments', label: 'nav-payments', icon: Banknote, roles: BACK_OFFICE, order: 500, key: 'KeyP' },
  ],
  starters: [
    { id: 'payment-new', label: 'payments-record', path: '/payments?new=1', roles: BUSINESS, order: 200 },
  ],
};
