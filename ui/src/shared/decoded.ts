/** A part of an address as people meant it; as it stands where it was cut or mistyped. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
