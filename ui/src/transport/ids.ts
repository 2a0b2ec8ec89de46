const RANDOM_BYTES = 10;

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A new id for a record or a change: UUIDv7, whose beginning is the time, so that ids sort as they were made. */
export function newId(now = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const time = now.toString(16).padStart(12, '0');
  const tail = hex(random);
  const variant = ((parseInt(tail.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
}
