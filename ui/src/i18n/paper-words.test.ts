import { parse } from '@fluent/syntax';
import { Visitor } from '@fluent/syntax';
import type { VariableReference } from '@fluent/syntax';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localeFiles } from '../../build/locales';
import { formatMessage, makeBundle } from './bundle';
import { LANGUAGES } from './languages';
import type { Language } from './languages';

const root = join(import.meta.dirname, '../../../locales');
/** What both papers are called, as the beginning that their words share. */
const CALLED: Record<Language, { credit_note: RegExp; invoice: RegExp }> = {
  en: { credit_note: /credit/i, invoice: /invoice|billed/i },
  hi: { credit_note: /क्रेडिट/, invoice: /बिल/ },
  ta: { credit_note: /வரவு/, invoice: /விலைப்பட்டியல|பெறுநர்/ },
  eo: { credit_note: /kredit/i, invoice: /faktur/i },
};
const ARGS = {
  number: '7',
  label: '7',
  name: 'Asha',
  words: 'x',
  business: 'Verma',
  shown: '2',
  invoices: 2,
};

/** The texts of a language that turn on the kind of paper. */
function turning(source: string): string[] {
  return parse(source, {}).body.flatMap((entry) => {
    if (entry.type !== 'Message') return [];
    const used = new Set<string>();
    const visitor = new (class extends Visitor {
      override visitVariableReference(node: VariableReference) {
        used.add(node.id.name);
      }
    })();
    visitor.visit(entry);
    return used.has('paper') ? [entry.id.name] : [];
  });
}

describe.each(LANGUAGES)('%s', (language) => {
  const source = localeFiles(root, language)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const bundle = makeBundle(language, source);
  const ids = turning(source);
  it('has texts that turn on the kind of paper', () => expect(ids.length).toBeGreaterThan(20));
  it.each(ids)('calls either paper by its own name in %s', (id) => {
    const { credit_note, invoice } = CALLED[language];
    const told = (paper: string) => formatMessage(bundle, language, id, { ...ARGS, paper });
    expect(told('credit_note')).toMatch(credit_note);
    expect(told('credit_note')).not.toMatch(invoice);
    expect(told('invoice')).toMatch(invoice);
    expect(told('invoice')).not.toMatch(credit_note);
  });
});
