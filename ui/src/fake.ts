import type { Host } from './transport';
import { FakeTransport } from './transport/fake';
import type { Fixtures } from './transport/fake';
import { sessionFixtures } from './transport/fixtures';

const found = import.meta.glob<Fixtures>('./features/*/fixtures.ts', { eager: true, import: 'fixtures' });

/** A fake for looking at screens: who is signed in (`owner`, `client`, …, or anything else for nobody), all fixtures. */
export function fakeFor(role: string, host: Host): FakeTransport {
  return new FakeTransport(host, sessionFixtures(role, host), ...Object.values(found));
}
