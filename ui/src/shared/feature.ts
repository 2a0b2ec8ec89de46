import type { Component } from 'svelte';
import type { PersonRole as Role } from '../transport';
import type { Keys } from './keys';

/** Who may open a screen: these roles, or people who are not signed in (`nobody`), or both (`anyone`). */
export type Audience = readonly Role[] | 'nobody' | 'anyone';

export interface Route {
  /** A path with parameters, such as `/invoices/:id`. */
  path: string;
  /** Loaded when first opened; gets the parameters of the path as `params`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each screen declares its own props
  screen: () => Promise<{ default: Component<any> }>;
  audience: Audience;
}

export interface NavEntry {
  path: string;
  /** The text id of its name. */
  label: string;
  icon: Component;
  roles: readonly Role[];
  /** Its place in the list; the first entry of a role is that role's home. */
  order: number;
  /** After G: `KeyI` for the invoices. */
  key: Keys;
}

/** A command that goes to a screen from everywhere. */
export interface Starter {
  id: string;
  label: string;
  path: string;
  roles: readonly Role[];
  /** Its place in the palette: what is done most comes first. */
  order: number;
  keys?: Keys;
}

/** What a feature tells the app about itself, in `features/<noun>/feature.ts`. */
export interface Feature {
  routes: readonly Route[];
  nav?: readonly NavEntry[];
  /** Commands that go to a screen from everywhere, such as "New invoice". */
  starters?: readonly Starter[];
  /** Where a person who is not signed in begins, by host. */
  entrance?: { host: 'desktop' | 'browser'; path: string };
}

export const BUSINESS: readonly Role[] = ['owner', 'staff'];
export const BACK_OFFICE: readonly Role[] = ['owner', 'staff', 'bookkeeper'];
export const EVERYONE: readonly Role[] = ['owner', 'staff', 'bookkeeper', 'client'];
export const CLIENT: readonly Role[] = ['client'];
