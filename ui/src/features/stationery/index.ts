export { default as StationerySettings } from './StationerySettings.svelte';
