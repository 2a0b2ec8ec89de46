import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [
    { path: '/sign-in', audience: 'nobody', screen: () => import('./SignInScreen.svelte') },
    // The token stands behind a # in mailed links, which no server and no log ever sees; or in the path.
    { path: '/invitation', audience: 'anyone', screen: () => import('./InvitationScreen.svelte') },
    { path: '/invitation/:token', audience: 'anyone', screen: () => import('./InvitationScreen.svelte') },
    { path: '/i', audience: 'anyone', screen: () => import('./InvoiceLinkScreen.svelte') },
    { path: '/i/:token', audience: 'anyone', screen: () => import('./InvoiceLinkScreen.svelte') },
  ],
  entrance: { host: 'browser', path: '/sign-in' },
};
