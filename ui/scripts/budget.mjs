// Fails when what a person must download grows past the budgets of the design (gzip, kB of 1000 bytes).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = { shell: 80, chunk: 70, locale: 25 };
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
};

/** A chunk, the stylesheets it brings, and everything that it imports at once. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const css of chunk.css ?? []) seen.add(css);
  for (const next of chunk.imports ?? []) closure(next, seen);
  return seen;
}

const shell = closure(Object.keys(manifest).find((key) => manifest[key].isEntry));
const sum = (files) => [...files].reduce((bytes, file) => bytes + size(file), 0);
const rows = [['shell', sum(shell), BUDGET_KB.shell]];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry) continue;
  if (key.includes('folio-locale/')) {
    rows.push([`locale ${key.split('folio-locale/')[1]}`, size(chunk.file), BUDGET_KB.locale]);
  } else {
    rows.push([
      key.replace('src/', ''),
      sum([...closure(key)].filter((file) => !shell.has(file))),
      BUDGET_KB.chunk,
    ]);
  }
}

let over = 0;
for (const [name, bytes, limit] of rows) {
  const kb = bytes / 1000;
  if (kb > limit) over += 1;
  console.log(`${kb > limit ? 'OVER' : 'ok  '} ${kb.toFixed(1).padStart(6)} / ${limit} kB  ${name}`);
}
process.exit(over ? 1 : 0);
