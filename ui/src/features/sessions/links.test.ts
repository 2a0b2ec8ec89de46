import { expect, it } from 'vitest';
import { mayPass, tokenOf } from './links';

it.each([
  [undefined, '#abc', 'abc'],
  ['abc', '', 'abc'],
  ['abc', '#other', 'abc'],
  [undefined, '#a%2Fb', 'a/b'],
  ['', '', ''],
])('finds the token of %j and %j', (inPath, hash, expected) => expect(tokenOf(inPath, hash)).toBe(expected));

it('tells a link that is over from a server that is out of reach', () => {
  expect(mayPass('offline')).toBe(true);
  expect(mayPass('not_found')).toBe(false);
  expect(mayPass('invalid')).toBe(false);
});
