import { expect, it } from 'vitest';
import type { Business, SaveStage } from '../../transport';
import { manyBusinesses } from './fixtures';
import { canPack, hostOf, packOf, sharedNames, unpacked } from './model';

const withPack = (row: Business, month: number, stage: SaveStage): Business => ({
  ...row,
  packs: [
    ...row.packs,
    {
      save_id: `save-${month}`,
      wish: { what: 'month_pack', year: 2026, month, datev: null },
      file_name: 'x.zip',
      stage,
    },
  ],
});

it.each([
  ['https://books.example/', 'books.example'],
  ['http://127.0.0.1:4810/kaveri/', '127.0.0.1:4810'],
  ['no address', 'no address'],
])('calls %s what a person knows it by', (server, host) => expect(hostOf(server)).toBe(host));

it('knows the names that say too little', () =>
  expect([...sharedNames(manyBusinesses())]).toEqual(['Nordlicht']));

it('packs what is open and no client’s', () => {
  const rows = manyBusinesses().map((row) =>
    row.account === 'south' ? { ...row, role: 'client' as const } : row,
  );
  expect(rows.filter(canPack).map(({ account }) => account)).toEqual([
    'account-bookkeeper',
    'murugan',
    'sakura',
    'north',
  ]);
});

it('leaves out what is packed already, and takes what failed', () => {
  const problem = { code: 'internal' as const, message_key: 'problem-internal', params: {} };
  const rows = manyBusinesses().map((row) => {
    if (row.account === 'murugan') return withPack(row, 2, { stage: 'done' });
    if (row.account === 'sakura') return withPack(row, 2, { stage: 'failed', problem });
    if (row.account === 'north') return withPack(row, 1, { stage: 'done' });
    if (row.account === 'south') return withPack(row, 2, { stage: 'waiting' });
    return row;
  });
  expect(unpacked(rows, '2026-02').map(({ account }) => account)).toEqual([
    'account-bookkeeper',
    'sakura',
    'north',
  ]);
  expect(packOf(rows[3]!, '2026-02')).toBeUndefined();
});
