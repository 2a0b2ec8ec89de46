import { newId, toFolioError, transport } from '../../transport';
import type { FolioError, Mutation, Transport } from '../../transport';
import { FILE_BYTES_MAX, sendPieces, sha256Of, titleOf } from './pieces';

/** A file on its way. It goes on while the person looks at other screens. */
export interface Upload {
  /** The desktop's business that it goes to; null in a browser. */
  account: string | null;
  versionId: string;
  documentId: string;
  fileName: string;
  sizeBytes: number;
  sent: number;
  state: 'reading' | 'sending' | 'done' | 'failed';
  error: FolioError | null;
}

let uploads = $state<Upload[]>([]);
/** What a second try needs; a File is a handle, not the bytes. */
const sources = new Map<string, { host: Transport; file: File; record: ((sha256: string) => Mutation) | null }>();
const stops = new Map<string, AbortController>();

/** The files now on their way, and those that failed. Reactive. */
export function uploadsOf(documentId?: string): readonly Upload[] {
  return uploads.filter(
    (upload) =>
      upload.account === transport().account &&
      upload.state !== 'done' &&
      (documentId === undefined || upload.documentId === documentId),
  );
}

export function uploadOf(versionId: string): Upload | undefined {
  return uploads.find((upload) => upload.versionId === versionId);
}

async function run(versionId: string): Promise<boolean> {
  const upload = uploadOf(versionId);
  const source = sources.get(versionId);
  if (!upload || !source) return false;
  const stop = new AbortController();
  stops.set(versionId, stop);
  upload.error = null;
  try {
    if (source.record) {
      upload.state = 'reading';
      const mutation = source.record(await sha256Of(source.file));
      await source.host.mutate({ mutation_id: newId(), mutation, hold_ms: 0 });
      // Written down: a second try brings the bytes only.
      source.record = null;
    }
    upload.state = 'sending';
    await sendPieces({
      file: source.file,
      versionId,
      put: (piece) => source.host.command('put_file_piece', piece),
      onprogress: (offset) => (upload.sent = offset),
      signal: stop.signal,
    });
    upload.state = 'done';
    sources.delete(versionId);
    return true;
  } catch (thrown) {
    upload.error = toFolioError(thrown);
    upload.state = 'failed';
    return false;
  } finally {
    stops.delete(versionId);
  }
}

function begin(
  file: File,
  documentId: string,
  versionId: string,
  record: ((sha256: string) => Mutation) | null,
) {
  uploads = uploads.filter((upload) => upload.versionId !== versionId);
  const { account } = transport();
  // It goes on where it was begun, whichever business is shown by then.
  const host = transport().of(account);
  uploads.push({
    account,
    versionId,
    documentId,
    fileName: file.name,
    sizeBytes: file.size,
    sent: 0,
    state: 'reading',
    error: null,
  });
  sources.set(versionId, { host, file, record });
  return run(versionId);
}

const versionOf = (file: File, versionId: string, sha256: string) => ({
  version_id: versionId,
  file_name: file.name.replace(/[/\\\0]/g, '_'),
  size_bytes: file.size,
  sha256,
});

/** Why a file cannot be taken, or null. */
export function tooLarge(file: File): boolean {
  return file.size > FILE_BYTES_MAX;
}

/** Adds a document with its file. `done` resolves to whether the bytes arrived. */
export function bringDocument(file: File, of: { clientId: string; shared: boolean; title?: string }) {
  const [documentId, versionId] = [newId(), newId()];
  const done = begin(file, documentId, versionId, (sha256) => ({
    name: 'add_document',
    args: {
      document_id: documentId,
      client_id: of.clientId,
      title: of.title?.trim() || titleOf(file.name),
      shared: of.shared,
      version: versionOf(file, versionId, sha256),
    },
  }));
  return { documentId, versionId, done };
}

/** Adds a version to a document. */
export function bringVersion(file: File, documentId: string): Promise<boolean> {
  const versionId = newId();
  return begin(file, documentId, versionId, (sha256) => ({
    name: 'add_version',
    args: { document_id: documentId, version: versionOf(file, versionId, sha256) },
  }));
}

/** Brings the bytes of a version that is known already, after the window was closed in between. False: another file. */
export async function bringBytes(
  file: File,
  version: { versionId: string; documentId: string; sha256: string },
) {
  if ((await sha256Of(file)) !== version.sha256) return false;
  await begin(file, version.documentId, version.versionId, null);
  return true;
}

export function retryUpload(versionId: string): void {
  void run(versionId);
}

/** Stops one that is under way; forgets one that failed. */
export function dropUpload(versionId: string): void {
  const stop = stops.get(versionId);
  if (stop) return stop.abort();
  uploads = uploads.filter((upload) => upload.versionId !== versionId);
  sources.delete(versionId);
}
