import { loadTexts } from '../../i18n/index.svelte';
import { EVERYONE } from '../../shared/feature';
import type { Feature } from '../../shared/feature';

async function withTexts<T>(screen: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([screen, loadTexts('businesses')]);
  return loaded;
}

export const feature: Feature = {
  // No place in the navigation: the business's name above every screen leads here.
  routes: [
    {
      path: '/businesses',
      audience: EVERYONE,
      screen: () => withTexts(import('./BusinessesScreen.svelte')),
    },
    {
      path: '/businesses/add',
      audience: EVERYONE,
      screen: () => withTexts(import('./AddBusinessScreen.svelte')),
    },
  ],
};
