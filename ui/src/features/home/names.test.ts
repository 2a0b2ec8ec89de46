import { expect, it } from 'vitest';
import { firstName } from './names';

it.each([
  ['Karl Weber', 'Karl'],
  ['कविता शर्मा', 'कविता'],
  ['  செல்வி  முருகன்', 'செல்வி'],
  ['Ludoviko', 'Ludoviko'],
  ['', ''],
])('calls %j %j', (name, first) => expect(firstName(name)).toBe(first));
