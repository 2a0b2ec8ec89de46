/** What must be done before the window goes from one business to another, and what must not come along. */
const works = new Set<() => Promise<unknown>>();
const followers = new Set<(from: string | null, to: string | null) => void>();

/** While set, going to another business waits for `work`, such as saving what was typed. Returns how to lift it. */
export function beforeLeaving(work: () => Promise<unknown>): () => void {
  works.add(work);
  return () => works.delete(work);
}

/** Finishes what is under way in the business that is shown. What fails is told by whoever does it. */
export async function finishWork(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()));
}

/** Tells what outlives screens that another business is shown; it stays for the life of the window. */
export function onOtherBusiness(follow: (from: string | null, to: string | null) => void): void {
  followers.add(follow);
}

/** Another business is shown from now on. */
export function tellOtherBusiness(from: string | null, to: string | null): void {
  for (const follow of followers) follow(from, to);
}
