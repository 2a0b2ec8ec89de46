import { Linter } from 'eslint';
import path from 'node:path';
import * as svelteParser from 'svelte-eslint-parser';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { placeOf, refusal } from './boundaries.js';
import folio from './folio.js';

const root = process.cwd();

function problems(code, rule, filename = 'src/features/invoices/total.ts') {
  const svelte = filename.endsWith('.svelte');
  const found = new Linter({ cwd: root }).verify(
    code,
    [
      {
        files: ['**/*.ts', '**/*.svelte'],
        plugins: { folio },
        languageOptions: {
          parser: svelte ? svelteParser : ts.parser,
          parserOptions: svelte ? { parser: ts.parser } : {},
        },
        rules: { [`folio/${rule}`]: 'error' },
      },
    ],
    { filename: path.join(root, filename) },
  );
  for (const problem of found) expect(problem.ruleId, problem.message).toBe(`folio/${rule}`);
  return found.length;
}

describe('no-amount-arithmetic', () => {
  it.each([
    'invoice.total + 1',
    'line.unit_price * quantity',
    'a - invoice.amount_due',
    'money.minor / 100',
    'Number(payment.amount)',
    'parseFloat(balance)',
    'total += 1',
    '-money.minor',
    '+amount',
    "x['total'] + 1",
    'invoice!.amount_due! - paid',
  ])('refuses %s', (code) => expect(problems(code, 'no-amount-arithmetic')).toBeGreaterThan(0));

  it.each([
    'index + 1',
    'invoice.total === 0',
    'format(invoice.total)',
    'BigInt(money.minor)',
    'rows.length * 36',
  ])('allows %s', (code) => expect(problems(code, 'no-amount-arithmetic')).toBe(0));
});

describe('no-literal-text', () => {
  const check = (code) => problems(code, 'no-literal-text', 'src/features/x/X.svelte');
  it.each([
    '<p>Hello</p>',
    '<p>{x} नमस्ते</p>',
    '<input placeholder="Name" />',
    '<p>{"Hello"}</p>',
    '<b aria-label="Close" />',
  ])('refuses %s', (code) => expect(check(code)).toBe(1));
  it.each([
    '<p>{t("hello")}</p>',
    '<p>· {x} / {y}</p>',
    '<input name="name" />',
    '<style>p { color: red }</style>',
  ])('allows %s', (code) => expect(check(code)).toBe(0));
});

describe('no-style-attribute', () => {
  const check = (code) => problems(code, 'no-style-attribute', 'src/features/x/X.svelte');
  it('refuses the attribute', () => expect(check('<p style="color: red">1</p>')).toBe(1));
  it('allows the directive', () => expect(check('<p style:color={tint}>1</p>')).toBe(0));
});

describe('boundaries', () => {
  const why = (from, to) => refusal(placeOf(`/r/src/${from}`, '/r/src'), placeOf(`/r/src/${to}`, '/r/src'));
  it.each([
    ['features/invoices/a.ts', 'features/clients/model.ts'],
    ['features/invoices/a.ts', 'app/App.svelte'],
    ['features/invoices/a.ts', 'transport/http'],
    ['shared/ui/Button.svelte', 'features/clients'],
    ['i18n/index.ts', 'shared/ui/toast.svelte'],
    ['transport/http.ts', 'shared/session.svelte'],
  ])('%s may not import %s', (from, to) => expect(why(from, to)).toBeTypeOf('string'));
  it.each([
    ['features/invoices/a.ts', 'features/clients'],
    ['features/invoices/a.ts', 'features/clients/index.ts'],
    ['features/invoices/a.ts', 'features/invoices/parts/b'],
    ['features/invoices/a.ts', 'shared/ui/Button.svelte'],
    ['app/App.svelte', 'transport/http'],
  ])('%s may import %s', (from, to) => expect(why(from, to)).toBeNull());
});
