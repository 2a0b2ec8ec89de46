import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** As much of a browser's storage as is used. */
class Store {
  readonly #all = new Map<string, string>();
  get length() {
    return this.#all.size;
  }
  key(index: number) {
    return [...this.#all.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#all.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.#all.set(key, value);
  }
  removeItem(key: string) {
    this.#all.delete(key);
  }
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

it('finds what was typed before the window was loaded again, by its key', async () => {
  vi.stubGlobal('sessionStorage', new Store());
  (await import('./unsent.svelte')).keepUnsent('asha thread-1', 'Half a thought');
  vi.resetModules();
  const again = await import('./unsent.svelte');
  expect(again.unsentText('asha thread-1')).toBe('Half a thought');
  expect(again.unsentText('asha thread-2')).toBe('');
  again.keepUnsent('asha thread-1', '');
  expect(sessionStorage.length).toBe(0);
});

it('forgets everything of one person and nothing else', async () => {
  const store = new Store();
  vi.stubGlobal('sessionStorage', store);
  store.setItem('other', 'kept');
  const { keepUnsent, forgetUnsent, unsentText } = await import('./unsent.svelte');
  keepUnsent('asha thread-1', 'Half a thought');
  keepUnsent('selvi thread-1', 'The other half');
  forgetUnsent('asha');
  expect(unsentText('asha thread-1')).toBe('');
  expect(unsentText('selvi thread-1')).toBe('The other half');
  expect(store.getItem('other')).toBe('kept');
});

it('keeps it for the life of the window where there is no storage', async () => {
  vi.stubGlobal('sessionStorage', undefined);
  const { keepUnsent, unsentText } = await import('./unsent.svelte');
  keepUnsent('asha thread-1', 'Half a thought');
  expect(unsentText('asha thread-1')).toBe('Half a thought');
});
