import type { BankEntry, BankStatements, RecordedPayment } from '../../transport';
import type { Fixtures } from '../../transport/fake';
import sample from './sample.json' with { type: 'json' };

/** Files opened together with something of everything, as the reader in Rust gives them. */
export const OPENED = sample as unknown as BankStatements;

/** The newest money that came and has a reference. */
export const INCOMING = newestIncoming();
function newestIncoming(): BankEntry {
  const found = OPENED.entries.find(
    ({ amount, booked, reversal, bank_reference }) =>
      amount.minor > 0 && booked && !reversal && bank_reference !== '',
  );
  if (!found) throw new Error('the sample has no money that came');
  return found;
}

/** The payment that it is recorded as, once it is. */
export const PAYMENT: RecordedPayment = {
  payment_id: 'payment-9',
  received_on: INCOMING.booking_date,
  amount: INCOMING.amount,
  reference: INCOMING.bank_reference,
};

export const fixtures: Fixtures = {
  queries: {
    recorded_payments: () => ({ rows: [PAYMENT], next: null }),
    mentioned_invoice: () => ({ invoice: null }),
  },
  commands: { open_bank_statements: () => OPENED },
};
