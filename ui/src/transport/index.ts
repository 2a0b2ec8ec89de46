export * from './types';
export * from './errors';
export * from './connection.svelte';
export * from './ids';
