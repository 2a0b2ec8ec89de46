import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/input.css';
import './still.css';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { setLanguage } from '../src/i18n/index.svelte';
import { pauseToasts, shownToasts, dismissToast } from '../src/shared/toasts.svelte';

const warned = vi.spyOn(console, 'warn');

beforeEach(async () => {
  warned.mockClear();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  pauseToasts(false);
  for (const toast of [...shownToasts()]) dismissToast(toast.id);
  await setLanguage('en');
});

// Svelte warns of what is wrong but does not break yet, such as reading a value of a screen that is gone.
afterEach(() => {
  const warnings = warned.mock.calls.map((words) => words.join(' '));
  expect(warnings.filter((warning) => warning.includes('svelte.dev/e/'))).toEqual([]);
});
