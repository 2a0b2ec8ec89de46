import { describe, expect, it } from 'vitest';
import { PIECE_BYTES, sendPieces, sha256Of, titleOf, toBase64 } from './pieces';

/** Takes pieces as a server does: in order; one that begins elsewhere is told where to go on. */
function taker(size: number, have = 0) {
  const offsets: number[] = [];
  let bytes = '';
  return {
    offsets,
    content: () => bytes,
    put: async (piece: { offset: number; bytes: string }) => {
      offsets.push(piece.offset);
      if (piece.offset === have) {
        const text = atob(piece.bytes);
        bytes += text;
        have += text.length;
      }
      return { offset: have, complete: have === size };
    },
  };
}
const blobOf = (size: number) => new Blob([Uint8Array.from({ length: size }, (_, at) => at % 251)]);

describe('sendPieces', () => {
  it('brings every byte in order', async () => {
    const size = 2 * PIECE_BYTES + 7;
    const server = taker(size);
    const seen: number[] = [];
    await sendPieces({
      file: blobOf(size),
      versionId: 'v',
      put: server.put,
      onprogress: (at) => seen.push(at),
    });
    expect(server.offsets).toEqual([0, PIECE_BYTES, 2 * PIECE_BYTES]);
    expect(seen).toEqual([PIECE_BYTES, 2 * PIECE_BYTES, size]);
    expect(server.content().length).toBe(size);
    expect(server.content().charCodeAt(size - 1)).toBe((size - 1) % 251);
  });
  it('goes on where an interrupted one stopped', async () => {
    const size = 2 * PIECE_BYTES + 7;
    const server = taker(size, PIECE_BYTES);
    await sendPieces({ file: blobOf(size), versionId: 'v', put: server.put, onprogress: () => {} });
    expect(server.offsets).toEqual([0, PIECE_BYTES, 2 * PIECE_BYTES]);
    expect(server.content().length).toBe(PIECE_BYTES + 7);
  });
  it('brings an empty file in one piece', async () => {
    const server = taker(0);
    await sendPieces({ file: new Blob([]), versionId: 'v', put: server.put, onprogress: () => {} });
    expect(server.offsets).toEqual([0]);
  });
  it('gives up on a host that never moves on', async () => {
    const put = async () => ({ offset: 0, complete: false });
    const stuck = sendPieces({ file: blobOf(9), versionId: 'v', put, onprogress: () => {} });
    await expect(stuck).rejects.toMatchObject({ messageKey: 'problem-file-hash' });
  });
  it('stops when the person cancels', async () => {
    const server = taker(9);
    const stopped = sendPieces({
      file: blobOf(9),
      versionId: 'v',
      put: server.put,
      onprogress: () => {},
      signal: AbortSignal.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ messageKey: 'problem-cancelled' });
    expect(server.offsets).toEqual([]);
  });
});

it('hashes as everyone does', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
it('codes bytes of any value', () => {
  expect(toBase64(new Uint8Array([0, 255, 128]))).toBe('AP+A');
  expect(toBase64(new Uint8Array(100_000)).length).toBe(133_336);
});
it.each([
  ['Signed contract.pdf', 'Signed contract'],
  ['.env', '.env'],
  ['ஒப்பந்தம்.tar.gz', 'ஒப்பந்தம்.tar'],
  ['no ending', 'no ending'],
])('calls %j %j', (file, title) => expect(titleOf(file)).toBe(title));
