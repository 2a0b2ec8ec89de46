const SPOKEN = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
]);
const HAS_LETTER = /\p{L}/u;

/** Every word a person reads stands in an .ftl file: no letters in markup, nor in attributes read aloud. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: '"{{text}}": texts stand in locales/*/*.ftl; use t(id)' },
  },
  create(context) {
    const report = (node, text) =>
      context.report({ node, messageId: 'literal', data: { text: text.trim().slice(0, 40) } });
    return {
      SvelteText(node) {
        const parent = node.parent?.type;
        if (parent === 'SvelteStyleElement' || parent === 'SvelteScriptElement') return;
        if (HAS_LETTER.test(node.value)) report(node, node.value);
      },
      SvelteAttribute(node) {
        if (!SPOKEN.has(node.key.name)) return;
        for (const part of node.value) {
          if (part.type === 'SvelteLiteral' && HAS_LETTER.test(part.value)) report(node, part.value);
        }
      },
      // {'text'} as the whole of an expression tag.
      SvelteMustacheTag(node) {
        if (node.parent?.type === 'SvelteAttribute') return;
        const value = node.expression?.type === 'Literal' ? node.expression.value : null;
        if (typeof value === 'string' && HAS_LETTER.test(value)) report(node, value);
      },
    };
  },
};
