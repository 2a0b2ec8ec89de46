export { default as DocumentLine } from './DocumentLine.svelte';
export { default as UploadLine } from './UploadLine.svelte';
export { bringDocument, retryUpload, uploadOf } from './uploads.svelte';
export type { Upload } from './uploads.svelte';
export { sizeText } from './sizes';
