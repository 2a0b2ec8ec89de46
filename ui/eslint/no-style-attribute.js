/** The CSP refuses style attributes in markup; `style:name={value}` goes through the CSSOM and is fine. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { attribute: 'the CSP refuses style attributes: use a class, or style:name={value}' },
  },
  create(context) {
    return {
      SvelteAttribute(node) {
        if (node.key.name === 'style') context.report({ node, messageId: 'attribute' });
      },
    };
  },
};
