export { default as StatementButton } from './StatementButton.svelte';
