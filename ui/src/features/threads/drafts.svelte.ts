/** What was typed and not sent yet, by thread: leaving a screen must not lose it. Gone with the window. */
const drafts = $state<Record<string, string>>({});

export function draftOf(key: string): string {
  return drafts[key] ?? '';
}

export function keepDraft(key: string, text: string): void {
  drafts[key] = text;
}
