import { render } from 'vitest-browser-svelte';
import App from '../src/app/App.svelte';
import { applyPreferences } from '../src/shared/preferences.svelte';
import { FakeTransport } from '../src/transport/fake';
import type { Fixtures } from '../src/transport/fake';
import type { Host } from '../src/transport';
import { sessionFixtures } from '../src/transport/fixtures';

/** The whole app at `path` for a role, over a fake that answers from the fixtures. */
export async function renderApp(role: string, path: string, ...fixtures: Fixtures[]) {
  return renderAppIn('desktop', role, path, ...fixtures);
}

/** The same in a host that matters. */
export async function renderAppIn(host: Host, role: string, path: string, ...fixtures: Fixtures[]) {
  history.replaceState(null, '', path);
  await applyPreferences();
  const fake = new FakeTransport(host, sessionFixtures(role, host), ...fixtures);
  const screen = render(App, { host: fake });
  return { fake, screen };
}
