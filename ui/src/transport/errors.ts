/** A refusal or failure as it crosses the wire: `{code, message_key, params}`. Screens branch on `code` alone. */
export class FolioError extends Error {
  override readonly name = 'FolioError';

  constructor(
    readonly code: string,
    /** The id of a text in errors.ftl. */
    readonly messageKey: string,
    readonly params: Record<string, string> = {},
  ) {
    super(`${code}: ${messageKey}`);
  }
}

/** Whatever a host threw, as a `FolioError`; the shape is not trusted. */
export function toFolioError(thrown: unknown): FolioError {
  if (thrown instanceof FolioError) return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message_key' in thrown) {
    const params = 'params' in thrown && typeof thrown.params === 'object' ? thrown.params : {};
    const texts = Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]);
    return new FolioError(String(thrown.code), String(thrown.message_key), Object.fromEntries(texts));
  }
  return new FolioError('internal', 'problem-internal', { detail: String(thrown) });
}
