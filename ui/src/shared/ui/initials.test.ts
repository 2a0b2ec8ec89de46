import { expect, it } from 'vitest';
import { initials } from './initials';

it.each([
  ['Asha Verma', 'AV'],
  ['Ludoviko Lazaro Zamenhof', 'LZ'],
  ['ĉe', 'Ĉ'],
  ['कविता शर्मा', 'कश'],
  ['தமிழ்ச்செல்வி', 'த'],
  ['கோபால் ராஜன்', 'கோரா'],
  ['"Quote" & Sons', 'QS'],
  ['3M', '3'],
  ['🙂', ''],
  ['', ''],
])('%j is %j', (name, expected) => expect(initials(name)).toBe(expected));
