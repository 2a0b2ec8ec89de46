import { t } from '../i18n/index.svelte';
import { useCommands } from './commands.svelte';

/** J and K move between the links or buttons marked `data-row` in a list whose rows are too tall for a `Table`. */
export function useRowKeys(list: () => HTMLElement | undefined): void {
  function move(by: 1 | -1) {
    const rows = [...(list()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const to = at < 0 ? 0 : Math.max(0, Math.min(at + by, rows.length - 1));
    rows[to]?.focus();
  }
  useCommands(() => [
    { id: 'row-down', label: t('shortcut-row-down'), keys: 'KeyJ', keyboardOnly: true, run: () => move(1) },
    { id: 'row-up', label: t('shortcut-row-up'), keys: 'KeyK', keyboardOnly: true, run: () => move(-1) },
  ]);
}
