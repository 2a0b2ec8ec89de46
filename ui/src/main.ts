import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-devanagari/wght.css';
import '@fontsource-variable/noto-sans-tamil/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/input.css';
import { mount } from 'svelte';
import App from './app/App.svelte';
import { isLanguage } from './i18n/index.svelte';
import type { AnyLanguage } from './i18n/index.svelte';
import { applyPreferences } from './shared/preferences.svelte';
import type { Transport } from './transport';

const wish = new URLSearchParams(location.search);
/** Builds for people know neither the fake nor the pseudo-language; the bundler drops both. */
const LOOKING = import.meta.env.MODE !== 'production';

async function chooseTransport(): Promise<Transport> {
  if (LOOKING && wish.has('fake'))
    return (await import('./fake')).fakeFor(
      wish.get('fake') ?? '',
      wish.get('host') === 'browser' ? 'browser' : 'desktop',
    );
  if ('__TAURI_INTERNALS__' in window) return (await import('./transport/ipc')).connectIpc();
  return (await import('./transport/http')).connectHttp();
}

function forcedLanguage(): AnyLanguage | undefined {
  const wanted = wish.get('lang');
  if (LOOKING && wanted === 'en-XB') return wanted;
  return isLanguage(wanted) ? wanted : undefined;
}

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
const [host] = await Promise.all([chooseTransport(), applyPreferences(forcedLanguage())]);
mount(App, { target, props: { host } });
