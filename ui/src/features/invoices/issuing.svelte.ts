import { t } from '../../i18n/index.svelte';
import { HOLD_MS, sayHeld } from '../../shared/toasts.svelte';
import { query, toFolioError, undo, useMutation } from '../../transport';
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
    this.held = true;
    const over = setTimeout(() => (this.held = false), HOLD_MS);
    const text = send ? 'invoices-held-send' : 'invoices-held-issue';
    sayHeld(t(text, { client: client_name }), t('action-undo'), async () => {
      clearTimeout(over);
      await undo(sent.value.mutation_id);
      this.held = false;
    });
  }
}
