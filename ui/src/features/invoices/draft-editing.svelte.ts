import { Edits } from '../../shared/edits.svelte';
import { newId, useMutation } from '../../transport';
import type {
  Billing,
  DraftDetail,
  DraftLineView,
  LineItem,
  Mutation,
  Outcome,
  PricedContent,
  Discount,
  Tax,
} from '../../transport';
import { LINE_FIELDS, distinctTaxes, emptyLine, placeAfterMove, pricedContent } from './model';
import type { LineField } from './model';

/** A draft on the screen: its fields save themselves, and lines come, move and go after what was typed. */
export class DraftEditing {
  readonly edits: Edits;
  readonly #detail: () => DraftDetail;
  readonly #change = useMutation({ quiet: true });
  /** The line whose description shall get the focus once it is drawn. */
  focusOn = $state<string | null>(null);

  constructor(detail: () => DraftDetail, refetch: () => Promise<unknown>) {
    this.#detail = detail;
    this.edits = new Edits({
      saved: (key) => this.#saved(key),
      send: (line_id, edits) => {
        const { draft_id } = detail();
        return this.#change.run(
          line_id === ''
            ? { name: 'edit_draft', args: { draft_id, edits } }
            : { name: 'edit_line', args: { draft_id, line_id, edits } },
        );
      },
      settle: refetch,
    });
  }

  #saved(key: string): unknown {
    const detail = this.#detail();
    const cut = key.lastIndexOf('/');
    if (cut < 0) return detail.draft[key as keyof DraftDetail['draft']];
    const line = detail.lines.find(({ line_id }) => line_id === key.slice(0, cut));
    return line?.item[key.slice(cut + 1) as LineField];
  }

  get lines(): readonly DraftLineView[] {
    return this.#detail().lines;
  }

  get billing(): Billing {
    return this.edits.value<Billing>('billing');
  }

  /** A line as it stands on the screen, typed values included. */
  item(lineId: string): LineItem {
    return Object.fromEntries(
      LINE_FIELDS.map((field) => [field, this.edits.value(`${lineId}/${field}`)]),
    ) as unknown as LineItem;
  }

  /** What totals are asked for while something typed is not saved yet. */
  content(): PricedContent {
    const { currency, tax_mode } = this.billing;
    return pricedContent(
      { currency, tax_mode, discount: this.edits.value<Discount>('discount') },
      this.lines.map(({ line_id }) => this.item(line_id)),
    );
  }

  #run(mutation: Mutation): Promise<Outcome<unknown>> {
    return this.edits.after(() => this.#change.run(mutation));
  }

  /** Adds an empty line after another one (at the end when none is named) and moves the focus there. */
  async addLine(after?: string): Promise<void> {
    const lines = this.lines;
    const at = after ?? lines[lines.length - 1]?.line_id ?? null;
    const model = lines.find(({ line_id }) => line_id === at);
    const taxes: Tax[] = model ? this.item(model.line_id).taxes : [];
    const line_id = newId();
    this.focusOn = line_id;
    const { draft_id } = this.#detail();
    await this.#run({ name: 'add_line', args: { draft_id, line_id, after: at, item: emptyLine(taxes) } });
  }

  async moveLine(lineId: string, step: -1 | 1): Promise<void> {
    const after = placeAfterMove(this.lines, lineId, step);
    if (after === undefined) return;
    const { draft_id } = this.#detail();
    await this.#run({ name: 'move_line', args: { draft_id, line_id: lineId, after } });
  }

  /** Deletes a line as the person saw it; the focus goes to its neighbour. */
  async deleteLine(lineId: string): Promise<void> {
    const at = this.lines.findIndex(({ line_id }) => line_id === lineId);
    const neighbour = this.lines[at + 1] ?? this.lines[at - 1];
    const { draft_id } = this.#detail();
    await this.edits.after(() =>
      this.#change.run({
        name: 'delete_line',
        // What was typed is saved by now, so the line is seen as it is.
        args: { draft_id, line_id: lineId, seen: this.item(lineId) },
      }),
    );
    this.focusOn = neighbour?.line_id ?? null;
  }

  /** Lays a line billed before over this one. */
  async takeSuggestion(lineId: string, item: LineItem): Promise<void> {
    const quantity = this.edits.value<string>(`${lineId}/quantity`);
    const fields: Partial<LineItem> = { ...item, quantity };
    for (const field of LINE_FIELDS) this.edits.type(`${lineId}/${field}`, fields[field]);
    await this.edits.flush();
  }

  /** The taxes used in this draft. */
  get taxes(): Tax[] {
    return distinctTaxes(this.lines.map(({ line_id }) => this.item(line_id)));
  }
}
