import { expect, it } from 'vitest';
import type { ImportIssue, ImportTotals } from '../../transport';
import { addFiles, reconciles, sortIssues } from './model';

const inr = (minor: number) => ({ minor, currency: 'INR' });
const totals = (invoiced: number, balance: number): ImportTotals => ({
  currency: 'INR',
  source_invoiced: inr(100),
  invoiced: inr(invoiced),
  source_balance: inr(40),
  balance: inr(balance),
  paid: inr(60),
});
it.each([
  [100, 40, true],
  [101, 40, false],
  [100, 39, false],
])('invoiced %i and balance %i reconcile: %s', (invoiced, balance, expected) =>
  expect(reconciles(totals(invoiced, balance))).toBe(expected),
);

it('lists refusals apart from doubts, by file and line', () => {
  const issue = (file: string, line: number, refused: boolean): ImportIssue => ({
    file,
    line,
    refused,
    message_key: 'x',
    params: {},
  });
  const sorted = sortIssues([
    issue('p', 9, true),
    issue('i', 20, true),
    issue('i', 3, true),
    issue('i', 1, false),
  ]);
  expect(sorted.refused.map(({ file, line }) => `${file}${line}`)).toEqual(['i3', 'i20', 'p9']);
  expect(sorted.doubtful).toHaveLength(1);
});

it('takes the newer file of one name', () => {
  const old = new File(['a'], 'clients.csv');
  const other = new File(['b'], 'invoices.csv');
  const next = new File(['c'], 'clients.csv');
  expect(addFiles([old, other], [next])).toEqual([other, next]);
});
