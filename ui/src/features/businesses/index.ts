import { loadTexts } from '../../i18n/index.svelte';

async function withTexts<T>(part: Promise<{ default: T }>): Promise<T> {
  const [loaded] = await Promise.all([part, loadTexts('businesses')]);
  return loaded.default;
}

/** What stands in the place of the business's name where a desktop has several, with its texts. */
export const loadSwitcher = () => withTexts(import('./Switcher.svelte'));

/** The other businesses of this desktop, for who is not signed in to the one that was shown. */
export const loadOthers = () => withTexts(import('./OtherBusinesses.svelte'));
