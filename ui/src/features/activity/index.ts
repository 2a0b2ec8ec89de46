export { default as ActivityList } from './ActivityList.svelte';
export { sentenceOf, linkOf } from './words';
