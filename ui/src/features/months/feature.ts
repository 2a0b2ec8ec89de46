import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import { BACK_OFFICE, BUSINESS } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

const entry = { path: '/month-end', label: 'nav-month-end', icon: CalendarCheck, key: 'KeyE' };

export const feature: Feature = {
  routes: [{ path: '/month-end', audience: BACK_OFFICE, screen: () => import('./MonthScreen.svelte') }],
  // A bookkeeper begins here; the others come now and then.
  nav: [
    { ...entry, roles: ['bookkeeper'], order: 50 },
    { ...entry, roles: BUSINESS, order: 750 },
  ],
};
