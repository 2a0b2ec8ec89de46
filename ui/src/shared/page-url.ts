/** Where a page that Rust has drawn is shown from. */
export function pageUrl(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
