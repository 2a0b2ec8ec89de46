export { default as PendingList } from './PendingList.svelte';
