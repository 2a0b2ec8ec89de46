import Inbox from '@lucide/svelte/icons/inbox';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import { BUSINESS, CLIENT } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

const screen = () => import('./ThreadsScreen.svelte');

export const feature: Feature = {
  routes: [
    { path: '/inbox', audience: BUSINESS, screen },
    { path: '/inbox/:id', audience: BUSINESS, screen },
    { path: '/messages', audience: CLIENT, screen },
    { path: '/messages/:id', audience: CLIENT, screen },
  ],
  nav: [
    { path: '/inbox', label: 'nav-inbox', icon: Inbox, roles: BUSINESS, order: 200, key: 'KeyM' },
    {
      path: '/messages',
      label: 'nav-messages',
      icon: MessagesSquare,
      roles: CLIENT,
      order: 200,
      key: 'KeyM',
    },
  ],
  starters: [
    { id: 'thread-new', label: 'threads-new', path: '/inbox/new', roles: BUSINESS, order: 300 },
    { id: 'thread-new-client', label: 'threads-write', path: '/messages/new', roles: CLIENT, order: 100 },
  ],
};
