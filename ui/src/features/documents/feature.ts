import Files from '@lucide/svelte/icons/files';
import { BUSINESS, CLIENT } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

/** A bookkeeper sees money, no documents. */
const TALKERS = [...BUSINESS, ...CLIENT];

export const feature: Feature = {
  routes: [
    { path: '/documents', audience: TALKERS, screen: () => import('./DocumentsScreen.svelte') },
    { path: '/documents/:id', audience: TALKERS, screen: () => import('./DocumentScreen.svelte') },
  ],
  nav: [{ path: '/documents', label: 'nav-documents', icon: Files, roles: TALKERS, order: 600, key: 'KeyD' }],
};
