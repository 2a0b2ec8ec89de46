import ReceiptText from '@lucide/svelte/icons/receipt-text';
import { BUSINESS, EVERYONE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [
    { path: '/invoices', audience: EVERYONE, screen: () => import('./InvoicesScreen.svelte') },
    // Before the invoice itself, whose path would fit as well.
    { path: '/invoices/new', audience: BUSINESS, screen: () => import('./NewDraftScreen.svelte') },
    { path: '/invoices/drafts/:id', audience: BUSINESS, screen: () => import('./DraftScreen.svelte') },
    { path: '/invoices/:id', audience: EVERYONE, screen: () => import('./InvoiceScreen.svelte') },
  ],
  nav: [
    { path: '/invoices', label: 'nav-invoices', icon: ReceiptText, roles: EVERYONE, order: 400, key: 'KeyI' },
  ],
  starters: [
    {
      id: 'invoice-new',
      label: 'invoices-new',
      path: '/invoices/new',
      roles: BUSINESS,
      order: 100,
      keys: 'Mod+KeyN',
    },
  ],
};
