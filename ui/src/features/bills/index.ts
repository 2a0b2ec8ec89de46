export { giveBill, isBill } from './given.svelte';
