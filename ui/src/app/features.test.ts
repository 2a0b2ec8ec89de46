import { describe, expect, it } from 'vitest';
import { features, homeOf, matchRoute, mayOpen, navOf } from './features';

describe('features', () => {
  it('gives no path and no G-key to two entries of one role', () => {
    for (const role of ['owner', 'staff', 'bookkeeper', 'client'] as const) {
      const entries = navOf(role);
      expect(new Set(entries.map((entry) => entry.path)).size).toBe(entries.length);
      expect(new Set(entries.map((entry) => entry.key)).size).toBe(entries.length);
    }
  });
  it('leads every entry to a screen that its roles may open', () => {
    const routes = features.flatMap((feature) => feature.routes);
    for (const entry of features.flatMap((feature) => feature.nav ?? [])) {
      const route = routes.find((each) => each.path === entry.path);
      expect(route, entry.path).toBeDefined();
      for (const role of entry.roles)
        expect(mayOpen(route!.audience, role), `${entry.path} ${role}`).toBe(true);
    }
  });
  it('gives the owner a home', () => expect(homeOf('owner', 'desktop')).toMatch(/^\//));
  it('takes a cut address for what it says', () =>
    expect(matchRoute('/clients/%E0%A4%A', 'owner')?.params).toEqual({ id: '%E0%A4%A' }));
  it('opens screens to their audience alone', () => {
    expect(mayOpen('anyone', null)).toBe(true);
    expect(mayOpen('nobody', 'owner')).toBe(false);
    expect(mayOpen(['client'], null)).toBe(false);
    expect(mayOpen(['client'], 'client')).toBe(true);
  });
});
