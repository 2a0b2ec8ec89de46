import { FolioError } from '../../transport';
import type { FileProgress, PutFilePiece } from '../../transport';

/** As `FILE_PIECE_BYTES_MAX` and `FILE_BYTES_MAX` in Rust. */
export const PIECE_BYTES = 512 * 1024;
export const FILE_BYTES_MAX = 100 * 1024 * 1024;
/** The limit as people are told it: a round number just below. */
export const FILE_BYTES_SAID = 100_000_000;
/** How many characters `String.fromCharCode` takes as arguments without running out of stack. */
const CHUNK = 0x8000;
/** How often the answer may name no later place before this counts as stuck. */
const STALLS_MAX = 2;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}

/** SHA-256 in hex; the engine computes it beside the screen's thread. */
export async function sha256Of(file: Blob): Promise<string> {
  // Only an address that begins with https has it.
  if (!globalThis.crypto?.subtle) throw new FolioError('unsupported', 'documents-needs-https');
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Sending {
  file: Blob;
  versionId: string;
  put: (piece: PutFilePiece) => Promise<FileProgress>;
  /** How many bytes are there. */
  onprogress: (offset: number) => void;
  signal?: AbortSignal;
}

/**
 * Brings a file piece by piece. The answer to each piece says where to go on, so one that was interrupted begins at 0 again
 * and is sent on to where it stopped. Throws what the host threw, and `problem-cancelled` after the signal.
 */
export async function sendPieces({ file, versionId, put, onprogress, signal }: Sending): Promise<void> {
  let offset = 0;
  let stalls = 0;
  for (;;) {
    if (signal?.aborted) throw new FolioError('invalid', 'problem-cancelled');
    const piece = new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer());
    const progress = await put({ version_id: versionId, offset, bytes: toBase64(piece) });
    onprogress(progress.offset);
    if (progress.complete) return;
    stalls = progress.offset > offset ? 0 : stalls + 1;
    if (stalls > STALLS_MAX) throw new FolioError('invalid', 'problem-file-hash');
    offset = progress.offset;
  }
}

/** What a document is called at first: its file's name without the ending. */
export function titleOf(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]{1,8}$/, '').trim() || fileName;
}
