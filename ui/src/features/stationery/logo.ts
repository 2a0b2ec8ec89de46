import { FolioError } from '../../transport';
import type { Logo, PictureKind } from '../../transport';

/** As `LOGO_BYTES_MAX` in Rust. */
const LOGO_BYTES_MAX = 256 * 1024;

/** What a picker shows; what the file really is, Rust finds out. */
export const ACCEPT = '.png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml';

/** By the names of files, for not every system says what a file is. */
const KINDS: readonly [ending: RegExp, kind: PictureKind][] = [
  [/\.png$/i, 'image/png'],
  [/\.jpe?g$/i, 'image/jpeg'],
  [/\.svg$/i, 'image/svg+xml'],
];

/** The file as it is sent. What is plainly no logo is refused before it is read. */
export async function readLogo(file: File): Promise<Logo> {
  if (file.size > LOGO_BYTES_MAX) throw new FolioError('limit', 'refused-file-too-large', { max: '256 kB' });
  const kind = KINDS.find(([ending, kind]) => kind === file.type || ending.test(file.name))?.[1];
  if (!kind) throw new FolioError('invalid', 'refused-logo-kind');
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new FolioError('invalid', 'refused-logo-broken'));
    reader.readAsDataURL(file);
  });
  return { kind, bytes: url.slice(url.indexOf(',') + 1) };
}

/** Where a picture's bytes are shown from. */
export function logoUrl(logo: Logo): string {
  return `data:${logo.kind};base64,${logo.bytes}`;
}
