/** The token of a mailed link: of the path where it stands there, else behind the #. */
export function tokenOf(inPath: string | undefined, hash: string): string {
  return inPath || decodeURIComponent(hash.replace(/^#/, ''));
}

/** A failure that a second try may mend; any other one means that the link itself no longer opens anything. */
export function mayPass(code: string): boolean {
  return ['offline', 'internal', 'limit', 'too_old'].includes(code);
}
