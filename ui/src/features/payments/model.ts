import { decimalToMoney } from '../../i18n/index.svelte';
import type { AllocationPart, InvoiceRow, Money, Payment, PaymentMethod } from '../../transport';

export const METHODS: readonly PaymentMethod[] = ['bank_transfer', 'cash', 'card', 'cheque', 'upi', 'other'];

/** A payment as somebody else tells it, such as a bank: what the form begins with. */
export interface GivenPayment {
  amount: Money;
  received_on: string;
  method: PaymentMethod;
  reference: string;
  /** The invoice that it is for, where that is certain. */
  invoice_id: string | null;
}

/** What a payment is called: how it came, unless it took back another one or gave something back. */
export function kindOf({ reverses, amount, method }: Payment): string {
  if (reverses !== null) return 'payments-reversal';
  return amount.minor < 0 ? 'payments-refund' : `payments-method-${method.replace('_', '-')}`;
}

/** The lesser of what came and what an invoice still asks; both are in its currency. */
export function allocated(came: Money, asked: Money): Money {
  return came.minor > asked.minor ? asked : came;
}

/** What a person says of money that came or went out. */
export interface MoneyEntry {
  amount: Money;
  day: string;
  method: PaymentMethod;
  reference: string;
}

/** What a form for it says. */
export interface MoneyTexts {
  title: string;
  day: string;
  reference: string;
  save: string;
  hint: (amount: Money | null) => string;
  /** When it is recorded. */
  said: (amount: string) => string;
}

/** What is taken back, as `$what` in the texts. */
export type Reversible = 'payment' | 'refund' | 'set_off';

/** Typed amounts by invoice. */
export type Typed = Readonly<Record<string, string>>;

/** The typed amounts as parts of a payment; null when one of them is no amount of the currency. */
export function partsOf(typed: Typed, currency: string): AllocationPart[] | null {
  const parts: AllocationPart[] = [];
  for (const [invoice_id, decimal] of Object.entries(typed)) {
    if (decimal === '') continue;
    const amount = decimalToMoney(decimal, currency);
    if (!amount) return null;
    if (amount.minor !== 0) parts.push({ invoice_id, amount });
  }
  return parts;
}

/**
 * What a payment most likely pays: the invoice that asks exactly this amount, else the oldest one when it asks for more.
 * Anything else is for the person to say.
 */
export function likelyInvoice(came: Money, open: readonly InvoiceRow[]): InvoiceRow | null {
  const fitting = open.filter(({ amount_due }) => amount_due.currency === came.currency);
  const exact = fitting.find(({ amount_due }) => amount_due.minor === came.minor);
  if (exact) return exact;
  const [oldest] = [...fitting].sort((a, b) => a.due_date.localeCompare(b.due_date));
  return oldest && oldest.amount_due.minor > came.minor ? oldest : null;
}
