export { default as ClientEinvoicing } from './ClientEinvoicing.svelte';
export { default as UsualEinvoicing } from './UsualEinvoicing.svelte';
export { default as DraftEinvoice } from './DraftEinvoice.svelte';
export { default as SaveEinvoice } from './SaveEinvoice.svelte';
