/** What the words about an issued paper turn on, as `$paper` in the texts. */
export type PaperKind = 'invoice' | 'credit_note';

export const paperKind = (isCreditNote: boolean): PaperKind => (isCreditNote ? 'credit_note' : 'invoice');
