import { expect, it } from 'vitest';
import { mayPass, pathWithin, tokenOf } from './links';

it.each([
  [undefined, '#abc', 'abc'],
  ['abc', '', 'abc'],
  ['abc', '#other', 'abc'],
  [undefined, '#a%2Fb', 'a/b'],
  [undefined, '#cut%2', 'cut%2'],
  ['', '', ''],
])('finds the token of %j and %j', (inPath, hash, expected) => expect(tokenOf(inPath, hash)).toBe(expected));

it.each([
  ['/messages/42', '/messages/42'],
  [null, '/'],
  ['', '/'],
  ['https://example.test/', '/'],
  ['//example.test', '/'],
  ['/\\example.test', '/'],
])('goes to %j after the sign-in as %j', (wanted, path) => expect(pathWithin(wanted)).toBe(path));

it('tells a link that is over from a server that is out of reach', () => {
  expect(mayPass('offline')).toBe(true);
  expect(mayPass('not_found')).toBe(false);
  expect(mayPass('invalid')).toBe(false);
});
