export interface Visible {
  /** The first row to draw, and the one after the last. */
  start: number;
  end: number;
}

/** Rows drawn beyond the edges, so that a quick scroll shows no blanks. */
const OVERSCAN = 8;

/** Which of `count` rows of equal height are to be drawn. All lengths in pixels. */
export function visibleRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): Visible {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const last = Math.ceil((Math.max(0, scrollTop) + viewHeight) / rowHeight);
  const start = Math.max(0, Math.min(first - OVERSCAN, count));
  return { start, end: Math.min(count, last + OVERSCAN) };
}

/** Where to scroll so that row `index` is whole in view; the present place when it is already. */
export function scrollToRow(index: number, rowHeight: number, scrollTop: number, viewHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + viewHeight ? top + rowHeight - viewHeight : scrollTop;
}
