import { t } from '../i18n/index.svelte';
import { toFolioError, transport } from '../transport';
import type { Save, SaveWish, Transport } from '../transport';
import { say, sayError } from './toasts.svelte';

/** So often the host is asked while something is under way. */
const ASK_EVERY_MS = 400;

let saves = $state.raw<readonly Save[]>([]);
/** The way to the business whose saves these are; null while nobody follows them. */
let host: Transport | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
/** Those whose end is still to be told: it was under way when it was last looked at. */
const awaited = new Set<string>();
/** Those that this window has handed to the browser's downloads. */
const taken = new Set<string>();

function isUnderWay({ save_id, stage }: Save): boolean {
  if (stage.stage === 'ready')
    return transport().host === 'desktop' || (awaited.has(save_id) && !taken.has(save_id));
  return stage.stage !== 'done' && stage.stage !== 'failed';
}

/** The saves of one sort that are under way, or that wait in a browser to be downloaded. Reactive. */
export function openSaves(what: SaveWish['what']): readonly Save[] {
  return saves.filter(
    ({ wish, stage, save_id }) =>
      wish.what === what && stage.stage !== 'done' && stage.stage !== 'failed' && !taken.has(save_id),
  );
}

/** Hands a file that is ready to the browser's own downloads, which show how far they are and can go on. */
export function takeSave(save: Save): void {
  taken.add(save.save_id);
  awaited.delete(save.save_id);
  transport().takeSave(save);
  say(t('saves-taken', { name: save.file_name }), 'good');
}

function tellEnds(): void {
  for (const save of saves) {
    const { save_id, stage, file_name } = save;
    if (isUnderWay(save)) awaited.add(save_id);
    if (!awaited.has(save_id)) continue;
    if (stage.stage === 'ready' && transport().host === 'browser') takeSave(save);
    if (stage.stage !== 'done' && stage.stage !== 'failed') continue;
    awaited.delete(save_id);
    if (stage.stage === 'done') say(t('saves-done', { name: file_name }), 'good');
    else sayError(toFolioError(stage.problem));
  }
}

/** Asks how far everything is, and again in a moment while something is under way. */
async function look(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  const asked = host;
  if (!asked) return;
  try {
    const found = await asked.command('saves', {});
    // Another business is shown by now.
    if (asked !== host) return;
    saves = found.saves;
    tellEnds();
  } catch (thrown) {
    const { code } = toFolioError(thrown);
    // Out of reach for a moment is no end; whatever else it is, somebody must sign in again first.
    if (code !== 'offline' || asked !== host) return;
  }
  if (awaited.size > 0) timer = setTimeout(() => void look(), ASK_EVERY_MS);
}

/** Begins a save and follows it, whichever screen is open. Says what went wrong. */
export async function beginSave(wish: SaveWish): Promise<void> {
  try {
    const { save_id } = await transport().command('begin_save', { wish });
    if (save_id === null) return;
    taken.delete(save_id);
    awaited.add(save_id);
    await look();
  } catch (thrown) {
    sayError(toFolioError(thrown));
  }
}

/** Ends a save; what there is of it goes. */
export async function cancelSave(save_id: string): Promise<void> {
  awaited.delete(save_id);
  saves = saves.filter((save) => save.save_id !== save_id);
  try {
    await transport().command('cancel_save', { save_id });
  } catch (thrown) {
    sayError(toFolioError(thrown));
  }
}

/** Takes up what was under way before; returns how to stop. */
export function followSaves(): () => void {
  stopFollowing();
  const mine = transport().of(transport().account);
  host = mine;
  void look();
  return () => {
    // The frame of another business may have begun before this one ended.
    if (host === mine) stopFollowing();
  };
}

function stopFollowing(): void {
  if (timer) clearTimeout(timer);
  [timer, host, saves] = [null, null, []];
  awaited.clear();
  taken.clear();
}
