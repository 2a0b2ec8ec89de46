import { loadTexts } from '../../i18n/index.svelte';

/** What stands in the place of the business's name where a desktop has several, with its texts. */
export async function loadSwitcher() {
  const [loaded] = await Promise.all([import('./Switcher.svelte'), loadTexts('businesses')]);
  return loaded.default;
}

/** The other businesses of this desktop, for who is not signed in to the one that was shown. */
export async function loadOthers() {
  const [loaded] = await Promise.all([import('./OtherBusinesses.svelte'), loadTexts('businesses')]);
  return loaded.default;
}
