/** What a person is called: the first of the names, whatever the script. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
