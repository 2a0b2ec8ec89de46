import type { Resource } from '@fluent/syntax';
import { parse } from '@fluent/syntax';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/** Read by Rust only, so screens need not carry their weight. */
const RUST_ONLY = new Set(['mail.ftl', 'paper.ftl']);
/** Texts of screens that are opened seldom, which come with them: the part's name and its files. */
const PARTS: Record<string, readonly string[]> = {
  imports: ['import_screen.ftl', 'imports.ftl'],
  bills: ['bills.ftl'],
  businesses: ['businesses.ftl'],
  bank: ['bank_screen.ftl', 'bank_words.ftl'],
  tables: ['tables.ftl'],
};
const PREFIX = 'virtual:folio-locale/';

/** The Fluent files that the screens of `language` need, in the order of their names. */
export function localeFiles(root: string, language: string): string[] {
  return readdirSync(join(root, language))
    .filter((name) => name.endsWith('.ftl') && !RUST_ONLY.has(name))
    .sort()
    .map((name) => join(root, language, name));
}

/** Those of the files that a part holds; without a part, those that none holds. */
function filesOf(root: string, language: string, part: string | undefined): string[] {
  const held = part === undefined ? Object.values(PARTS).flat() : PARTS[part];
  if (!held) throw new Error(`there is no part "${part}" of the texts`);
  return localeFiles(root, language).filter((file) => held.includes(basename(file)) === (part !== undefined));
}

/** Parses one file; a malformed message would vanish silently at run time, so here it is an error. */
export function parseStrictly(file: string, source: string): Resource {
  const resource = parse(source, {});
  for (const entry of resource.body) {
    if (entry.type === 'Junk') {
      const why = entry.annotations.map((annotation) => annotation.message).join('; ');
      throw new Error(`${file}: ${why}\n${entry.content}`);
    }
  }
  return resource;
}

/**
 * Makes `virtual:folio-locale/<language>` out of `locales/<language>/*.ftl`, one lazy chunk per language, and
 * `virtual:folio-locale/<language>/<part>` out of the files of a part.
 */
export function locales(root: string): Plugin {
  return {
    name: 'folio-locales',
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language = '', part] = id.slice(PREFIX.length + 1).split('/');
      const texts = filesOf(root, language, part).map((file) => {
        this.addWatchFile(file);
        const source = readFileSync(file, 'utf8');
        parseStrictly(file, source);
        return source.replace(/^#.*\n/gm, '');
      });
      return `export default ${JSON.stringify(texts.join('\n'))};`;
    },
    handleHotUpdate({ file, server }) {
      if (file.startsWith(root)) server.ws.send({ type: 'full-reload' });
    },
  };
}
