export { default as ClientPicker } from './ClientPicker.svelte';
export { default as NewClientDialog } from './NewClientDialog.svelte';
export { default as OwedSums } from './OwedSums.svelte';
