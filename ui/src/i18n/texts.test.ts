import { parse } from '@fluent/syntax';
import type { Message, Term, VariableReference } from '@fluent/syntax';
import { Visitor } from '@fluent/syntax';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localeFiles, parseStrictly } from '../../build/locales';
import { formatMessage, makeBundle } from './bundle';
import { LANGUAGES } from './languages';
import type { Language } from './languages';
import { MESSAGE_KEYS } from '../transport/generated';
import type { Language as RustLanguage } from '../transport/generated';

const root = join(import.meta.dirname, '../../../locales');
const source = join(import.meta.dirname, '..');

/** Every message and term of a language with the names of its variables. */
function textsOf(language: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const name of readdirSync(join(root, language)).sort()) {
    const file = join(root, language, name);
    for (const entry of parseStrictly(file, readFileSync(file, 'utf8')).body) {
      if (entry.type !== 'Message' && entry.type !== 'Term') continue;
      // The papers and mails are bundles of their own, so their ids may repeat a screen's.
      const apart = /^(paper|mail)\.ftl$/.test(name) ? `${name}:` : '';
      const id = apart + (entry as Message | Term).id.name;
      expect(texts.has(id), `${language}: ${id} stands twice`).toBe(false);
      const variables = new Set<string>();
      const visitor = new (class extends Visitor {
        override visitVariableReference(node: VariableReference) {
          variables.add(node.id.name);
        }
      })();
      visitor.visit(entry);
      texts.set(id, [...variables].sort());
    }
  }
  return texts;
}

const english = textsOf('en');

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const texts = textsOf(language);
  it('has the same files as English', () =>
    expect(readdirSync(join(root, language)).sort()).toEqual(readdirSync(join(root, 'en')).sort()));
  it('has every text of English and no other', () =>
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort()));
  it('uses no argument that English does not give', () => {
    for (const [id, variables] of texts) {
      for (const variable of variables)
        expect(english.get(id), `${id} uses $${variable}`).toContain(variable);
    }
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

it('has every text that a screen asks for by name', () => {
  const missing: string[] = [];
  for (const file of filesUnder(source).filter(
    (name) => /\.(svelte|ts)$/.test(name) && !/\.test\.ts$/.test(name),
  )) {
    for (const [, id] of readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w-]+)'/g)) {
      if (id && !english.has(id)) missing.push(`${file}: ${id}`);
    }
  }
  expect(missing).toEqual([]);
});

it('has a text for everything Rust refuses', () => {
  expect(MESSAGE_KEYS.filter((key) => !english.has(key))).toEqual([]);
});

it('speaks the languages that Rust speaks', () => {
  // Each is assignable to the other, or this does not compile.
  const ours: readonly RustLanguage[] = LANGUAGES;
  const theirs: Record<RustLanguage, Language> = { en: 'en', hi: 'hi', ta: 'ta', eo: 'eo' };
  expect(Object.keys(theirs).sort()).toEqual([...ours].sort());
});

it('refuses a malformed text', () => {
  expect(parse('good = yes', {}).body[0]?.type).toBe('Message');
  expect(() => parseStrictly('x.ftl', 'bad = { $open')).toThrow(/x\.ftl/);
});

describe('plurals and arguments', () => {
  const text = 'late = { $days ->\n    [one] one\n   *[other] many\n }\nhello = Hello { $name }\n';
  const say = (
    language: 'en' | 'hi' | 'ta' | 'eo' | 'en-XB',
    id: string,
    args: Record<string, string | number>,
  ) => formatMessage(makeBundle(language, text), language, id, args);
  it('0 is "one" in Hindi and "other" elsewhere', () => {
    expect(LANGUAGES.map((language) => say(language, 'late', { days: 0 }))).toEqual([
      'many',
      'one',
      'many',
      'many',
    ]);
    expect(LANGUAGES.map((language) => say(language, 'late', { days: 1 }))).toEqual([
      'one',
      'one',
      'one',
      'one',
    ]);
  });
  it('isolates only a name that runs the other way', () => {
    expect(say('en', 'hello', { name: 'Kavita' })).toBe('Hello Kavita');
    expect(say('en', 'hello', { name: 'נועה' })).toBe('Hello \u2068נועה\u2069');
  });
  it('throws when an argument is missing, and says nothing for a missing text', () => {
    expect(() => say('en', 'hello', {})).toThrow(/hello/);
    expect(say('en', 'nothing', {})).toBeNull();
  });
  it('mirrors the pseudo-language', () => expect(say('en-XB', 'hello', { name: 'A' })).toContain('\u202e'));
});

it.each(LANGUAGES)('%s has files for the screens', (language) => {
  const files = localeFiles(root, language);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(file)).toBe(true);
});
