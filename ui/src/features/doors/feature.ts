import type { Feature } from '../../shared/feature';

export const feature: Feature = {
  routes: [
    { path: '/welcome', audience: 'nobody', screen: () => import('./WelcomeScreen.svelte') },
    // The recovery code is shown to someone who is signed in already.
    { path: '/welcome/here', audience: 'anyone', screen: () => import('./FirstRunScreen.svelte') },
    { path: '/welcome/server', audience: 'nobody', screen: () => import('./ServerScreen.svelte') },
    { path: '/welcome/invited', audience: 'nobody', screen: () => import('./InvitedScreen.svelte') },
    { path: '/welcome/open', audience: 'nobody', screen: () => import('./OpenScreen.svelte') },
    // So is the one that a business gets after an export.
    { path: '/welcome/restore', audience: 'anyone', screen: () => import('./RestoreScreen.svelte') },
  ],
  entrance: { host: 'desktop', path: '/welcome' },
};
