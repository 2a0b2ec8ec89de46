import { createSubscriber } from 'svelte/reactivity';

const STEP_MS = 30_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, STEP_MS);
  return () => clearInterval(timer);
});

/** The present time; what is drawn from it is drawn again twice a minute. */
export function now(): Date {
  subscribe();
  return new Date();
}
