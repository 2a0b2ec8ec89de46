export { default as AppearanceSettings } from './AppearanceSettings.svelte';
export { default as KeyboardSettings } from './KeyboardSettings.svelte';
