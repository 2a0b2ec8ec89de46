import type { AccountStatement, CurrencyStatement, Party } from '../../transport';
import type { Fixtures } from '../../transport/fake';

const ADDRESS = {
  street: '12 Gandhi Road',
  postal_code: '400001',
  city: 'Mumbai',
  region: '',
  country: 'IN',
};
const party = (name: string): Party => ({ name, address: ADDRESS, tax_id: '', email: '', phone: '' });

function section(
  currency: string,
  opening: number,
  billed: number,
  paid: number,
  closing: number,
): CurrencyStatement {
  const money = (minor: number) => ({ minor, currency });
  return {
    currency,
    opening: money(opening),
    movements: [],
    billed: money(billed),
    paid: money(paid),
    closing: money(closing),
    ageing: {
      not_due: money(closing),
      late_30: money(0),
      late_60: money(0),
      late_90: money(0),
      late_over_90: money(0),
      credit: money(0),
    },
  };
}

const statementOf = (client_id: string, from: string, to: string): AccountStatement => ({
  client_id,
  language: 'en',
  seller: party('Verma Print Works'),
  bank: { account_name: '', bank_name: '', account_number: '', routing_code: '', upi_id: '', note: '' },
  buyer: party('Mehta & Sons'),
  client_number: 'C-002',
  from,
  to,
  drawn_up_on: '2026-03-05',
  sections: [
    section('INR', 23_600_000, 48_640_050, 33_600_000, 38_640_050),
    section('USD', 0, 120_000, 0, 120_000),
  ],
});

export const fixtures: Fixtures = {
  queries: { statement: ({ client_id, from, to }) => statementOf(client_id, from, to) },
  commands: {
    save_statement: ({ from, to }) => ({ file_name: `Statement Mehta & Sons ${from} ${to}.pdf` }),
  },
};
