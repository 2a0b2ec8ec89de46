const GAP_PX = 4;

/** Puts `panel` under `anchor`, or above where there is more room, within the window. Follows the text direction. */
function place(panel: HTMLElement, anchor: HTMLElement, align: 'start' | 'end', matchWidth: boolean): void {
  const box = anchor.getBoundingClientRect();
  if (matchWidth) panel.style.minInlineSize = `${box.width}px`;
  panel.style.maxInlineSize = `${window.innerWidth - 2 * GAP_PX}px`;
  const { width, height } = panel.getBoundingClientRect();
  const below = window.innerHeight - box.bottom;
  const above = height + GAP_PX > below && box.top > below;
  const top = above ? box.top - GAP_PX - height : box.bottom + GAP_PX;
  const toLeft = (align === 'start') === (getComputedStyle(anchor).direction === 'ltr');
  const left = toLeft ? box.left : box.right - width;
  const clamp = (value: number, most: number) => Math.max(GAP_PX, Math.min(value, most - GAP_PX));
  panel.style.top = `${clamp(top, window.innerHeight - height)}px`;
  panel.style.left = `${clamp(left, window.innerWidth - width)}px`;
}

interface Options {
  anchor: HTMLElement;
  align?: 'start' | 'end';
  /** At least as wide as the anchor. */
  matchWidth?: boolean;
  /** Called for a press outside, not for Escape: that key belongs to the widget. */
  onOutside: () => void;
}

/** Shows an element in the top layer next to its anchor while it exists: `{@attach popover(...)}`. */
export function popover({ anchor, align = 'start', matchWidth = false, onOutside }: Options) {
  return (panel: HTMLElement) => {
    panel.popover = 'manual';
    panel.showPopover();
    const update = () => place(panel, anchor, align, matchWidth);
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!panel.contains(target) && !anchor.contains(target)) onOutside();
    };
    const sizes = new ResizeObserver(update);
    sizes.observe(panel);
    update();
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('resize', update);
    window.addEventListener('scroll', update, true);
    return () => {
      sizes.disconnect();
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('resize', update);
      window.removeEventListener('scroll', update, true);
    };
  };
}
