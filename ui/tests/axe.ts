import axe from 'axe-core';
import { expect } from 'vitest';
import { LANGUAGES, setLanguage } from '../src/i18n/index.svelte';
import type { Language } from '../src/i18n/index.svelte';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A part on its own has no page around it. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** Expects no accessibility violation in `element`. `page` is false for a part of a screen. */
export async function expectAccessible(element: Element, { page = true } = {}): Promise<void> {
  const rules = page ? {} : Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(element, { runOnly: RULES, rules });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    `${document.documentElement.lang} ${document.documentElement.dataset.theme}`,
  ).toEqual([]);
}

/** The same in every language and both themes; the way each screen is to be tested. */
export async function expectAccessibleEverywhere(element: Element, options = {}): Promise<void> {
  const { dataset } = document.documentElement;
  for (const language of LANGUAGES satisfies readonly Language[]) {
    await setLanguage(language);
    for (const theme of ['light', 'dark']) {
      dataset.theme = theme;
      await expectAccessible(element, options);
    }
  }
  delete dataset.theme;
  await setLanguage('en');
}
