import { parse } from 'regexparam';
import type { Audience, Feature, NavEntry, Route } from '../shared/feature';
import { decoded } from '../shared/decoded';
import type { PersonRole as Role } from '../transport';

/** Every feature that has a feature.ts; adding one takes no line here. */
const found = import.meta.glob<Feature>('../features/*/feature.ts', { eager: true, import: 'feature' });
/** Every part on one page, to look at; builds for people leave it out. */
const LOOKING: readonly Feature[] =
  import.meta.env.MODE === 'production'
    ? []
    : [
        {
          routes: [
            { path: '/gallery', audience: 'anyone', screen: () => import('../gallery/Gallery.svelte') },
          ],
        },
      ];
export const features: readonly Feature[] = [...Object.values(found), ...LOOKING];

const routes = features.flatMap((feature) =>
  feature.routes.map((route) => ({ route, ...parse(route.path) })),
);

export interface Match {
  route: Route;
  params: Record<string, string>;
}

export function mayOpen(audience: Audience, role: Role | null): boolean {
  if (audience === 'anyone') return true;
  if (audience === 'nobody') return role === null;
  return role !== null && audience.includes(role);
}

/** The screen of a path for a role (null: not signed in), or null when there is none for them. */
export function matchRoute(path: string, role: Role | null): Match | null {
  for (const { route, keys, pattern } of routes) {
    const hit = mayOpen(route.audience, role) ? pattern.exec(path) : null;
    if (!hit) continue;
    const params = keys.map((key, index) => [key, decoded(hit[index + 1] ?? '')]);
    return { route, params: Object.fromEntries(params) };
  }
  return null;
}

export function navOf(role: Role): NavEntry[] {
  return features
    .flatMap((feature) => feature.nav ?? [])
    .filter((entry) => entry.roles.includes(role))
    .sort((a, b) => a.order - b.order);
}

/** Where a person begins. */
export function homeOf(role: Role | null, host: 'desktop' | 'browser'): string | null {
  if (role !== null) return navOf(role)[0]?.path ?? null;
  return features.find((feature) => feature.entrance?.host === host)?.entrance?.path ?? null;
}

/** The entry that a path belongs to: the longest one that it starts with. */
export function currentEntry(entries: readonly NavEntry[], path: string): NavEntry | undefined {
  return entries
    .filter((entry) => path === entry.path || path.startsWith(`${entry.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
