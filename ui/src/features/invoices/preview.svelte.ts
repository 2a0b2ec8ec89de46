import { useQuery } from '../../transport';
import type { DraftDetail, PricedContent, Totals } from '../../transport';
import type { DraftEditing } from './draft-editing.svelte';

/** How long a person may pause in a number before the totals follow. */
const PAUSE_MS = 120;

/** The totals of a draft as it stands on the screen: Rust adds up what is typed before it is saved. */
export function usePreview(detail: () => DraftDetail, editing: DraftEditing) {
  let content = $state.raw<PricedContent | null>(null);
  $effect(() => {
    if (!editing.edits.pending) {
      content = null;
      return;
    }
    const next = editing.content();
    const timer = setTimeout(() => (content = next), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  const preview = useQuery(
    'preview_invoice',
    () => ({ content: content ?? editing.content(), credits: detail().draft.credits }),
    () => ({ enabled: content !== null, keepPrevious: true }),
  );
  const typed = $derived(content === null ? null : (preview.data?.totals ?? null));
  return {
    get totals(): Totals {
      return typed ?? detail().totals;
    },
    /** What is typed cannot be added up: the figures are those of before. */
    get stale(): boolean {
      return content !== null && (preview.data?.hindrance ?? null) !== null;
    },
  };
}
