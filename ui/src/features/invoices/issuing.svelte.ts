import { t } from '../../i18n/index.svelte';
import { HOLD_MS, holdsSomething, sayHeld } from '../../shared/toasts.svelte';
import { query, toFolioError, transport, undo, useMutation } from '../../transport';
import type { DraftDetail, FolioError } from '../../transport';
import type { DraftEditing } from './draft-editing.svelte';

/** Issuing a draft: what was typed is saved first, and what leaves is what was last read. */
export class Issuing {
  /** The change is on its way out and can be taken back. */
  held = $state(false);
  busy = $state(false);
  /** Why it did not go, when it was tried. */
  refused = $state.raw<FolioError | null>(null);
  readonly #change = useMutation({ quiet: true });

  constructor(
    private readonly detail: () => DraftDetail,
    private readonly editing: DraftEditing,
  ) {}

  async issue(send: boolean): Promise<void> {
    if (this.busy || this.held) return;
    this.busy = true;
    this.refused = null;
    try {
      await this.#issue(send);
    } catch (thrown) {
      this.refused = toFolioError(thrown);
    } finally {
      this.busy = false;
    }
  }

  async #issue(send: boolean): Promise<void> {
    // Whoever presses the keys inside a field has not left it yet.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (!(await this.editing.edits.flush())) return;
    const { draft_id, client_name } = this.detail();
    const fresh = await query('draft', { draft_id });
    if (fresh.hindrance) {
      this.refused = toFolioError(fresh.hindrance);
      return;
    }
    const sent = await this.#change.run(
      { name: 'issue_invoice', args: { draft_id, content_hash: fresh.content_hash, send } },
      { holdMs: HOLD_MS },
    );
    if (!sent.ok) {
      this.refused = sent.error;
      return;
    }
    this.#hold(sent.value.mutation_id, client_name, send, HOLD_MS);
  }

  /** Finds the draft that a browser has left on its way, when its window was loaded again. */
  async findHeld(): Promise<void> {
    if (transport().host !== 'browser' || holdsSomething()) return;
    const { draft_id, client_name } = this.detail();
    const { pending } = await transport().command('sync_state', {});
    for (const { mutation, mutation_id, state } of pending) {
      if (state.state !== 'held' || mutation.name !== 'issue_invoice') continue;
      if (mutation.args.draft_id !== draft_id) continue;
      // This clock may differ from the server's; more than the whole is never left.
      const left = Math.min(Date.parse(state.until) - Date.now(), HOLD_MS);
      if (left > 0) this.#hold(mutation_id, client_name, mutation.args.send, left);
    }
  }

  #hold(mutationId: string, client: string, send: boolean, leftMs: number): void {
    this.held = true;
    const over = setTimeout(() => (this.held = false), leftMs);
    const takeBack = async () => {
      clearTimeout(over);
      await undo(mutationId);
      this.held = false;
    };
    const what = this.detail().draft.credits === null ? 'invoices-held' : 'invoices-held-credit';
    const text = t(`${what}-${send ? 'send' : 'issue'}`, { client });
    sayHeld(text, t('action-undo'), takeBack, Math.ceil(leftMs / 1000));
  }
}
