import { decoded } from '../../shared/decoded';

/** The token of a mailed link: of the path where it stands there, else behind the #. */
export function tokenOf(inPath: string | undefined, hash: string): string {
  return inPath || decoded(hash.replace(/^#/, ''));
}

/** The path of this app that `wanted` names, for after the sign-in; home when it names none, or another site's. */
export function pathWithin(wanted: string | null): string {
  return wanted !== null && /^\/(?![\\/])/.test(wanted) ? wanted : '/';
}

/** A failure that a second try may mend; any other one means that the link itself no longer opens anything. */
export function mayPass(code: string): boolean {
  return ['offline', 'internal', 'limit', 'too_old'].includes(code);
}
