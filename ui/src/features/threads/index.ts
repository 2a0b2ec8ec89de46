export { default as ThreadLine } from './ThreadLine.svelte';
export { threadsPath } from './model';
