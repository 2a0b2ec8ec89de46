/** What is left to be told of a business that was brought back. */
interface Restored {
  business: string;
  /** The code to print; empty where the printed one goes on. */
  code: string;
  /** How many other people have to choose a password. */
  others: number;
}

/** It outlives the screen: the code must not be lost when the app changes around it. */
export const restored = $state<{ told: Restored | undefined }>({ told: undefined });

export function forgetRestored(): void {
  restored.told = undefined;
}
