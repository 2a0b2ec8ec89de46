export { default as AcceptForm } from './AcceptForm.svelte';
export { default as InvitedForm } from './InvitedForm.svelte';
export { default as SignInForm } from './SignInForm.svelte';
export { enter } from './enter';
