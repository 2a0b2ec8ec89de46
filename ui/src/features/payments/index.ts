export { default as InvoicePaymentDialog } from './InvoicePaymentDialog.svelte';
export { default as ReceiptButton } from './ReceiptButton.svelte';
export { default as RecordDialog } from './RecordDialog.svelte';
export { default as RefundDialog } from './RefundDialog.svelte';
export { default as ReverseDialog } from './ReverseDialog.svelte';
export { default as UseCreditDialog } from './UseCreditDialog.svelte';
export type { GivenPayment } from './model';
