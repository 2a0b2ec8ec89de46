import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/input.css';
import './still.css';
import { beforeEach } from 'vitest';
import { setLanguage } from '../src/i18n/index.svelte';
import { pauseToasts, shownToasts, dismissToast } from '../src/shared/toasts.svelte';

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', '/');
  pauseToasts(false);
  for (const toast of [...shownToasts()]) dismissToast(toast.id);
  await setLanguage('en');
});
