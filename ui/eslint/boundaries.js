import path from 'node:path';

/** What each part of `src/` may import, besides itself. Features are handled apart. */
const MAY_IMPORT = {
  i18n: [],
  transport: [],
  shared: ['i18n', 'transport'],
  features: ['shared', 'i18n', 'transport'],
  app: ['features', 'gallery', 'shared', 'i18n', 'transport', 'styles'],
  gallery: ['shared', 'i18n', 'transport', 'styles'],
};
/** Only these know how a call travels. */
const ADAPTERS = /^transport\/(ipc|http)(\.ts)?$/;

/** `{part, feature, file}` of an absolute path under src/, or null outside of it. */
export function placeOf(file, sourceRoot) {
  const relative = path.relative(sourceRoot, file).split(path.sep).join('/');
  if (relative.startsWith('..')) return null;
  const [part, feature] = relative.split('/');
  return { part, feature: part === 'features' ? feature : null, file: relative };
}

/** Why `from` may not import `to` (two places), or null when it may. */
export function refusal(from, to) {
  if (!(from.part in MAY_IMPORT)) return null;
  if (ADAPTERS.test(to.file) && from.part !== 'transport' && from.part !== 'app') {
    return 'only transport/ and app/ know the adapters';
  }
  if (from.part === 'features' && to.part === 'features') {
    if (from.feature === to.feature || /^features\/[^/]+(\/index(\.ts)?)?$/.test(to.file)) return null;
    return `import features/${to.feature} through its index.ts`;
  }
  if (from.part === to.part || MAY_IMPORT[from.part].includes(to.part)) return null;
  return `${from.part}/ may not import ${to.part}/`;
}

/** Features import shared/, i18n/, transport/ and another feature's index.ts only. */
export default {
  meta: { type: 'problem', schema: [], messages: { refused: '{{why}}' } },
  create(context) {
    const sourceRoot = path.join(context.cwd, 'src');
    const from = placeOf(context.filename, sourceRoot);
    if (!from || /\.test\.ts$/.test(from.file)) return {};
    const check = (node, source) => {
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = placeOf(path.resolve(path.dirname(context.filename), source), sourceRoot);
      const why = to && refusal(from, to);
      if (why) context.report({ node, messageId: 'refused', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
    };
  },
};
