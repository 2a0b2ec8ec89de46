const AMOUNT = /amount|total|price|balance|minor|due$/i;
const OPERATORS = new Set(['+', '-', '*', '/', '%', '**']);
const ASSIGNMENTS = new Set(['+=', '-=', '*=', '/=', '%=', '**=']);
const CONVERSIONS = new Set(['Number', 'parseFloat', 'parseInt']);

/** The name that an expression ends with: `a.b.total` is "total", `f(x)` has none. */
function nameOf(node) {
  if (!node) return null;
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') {
    return node.computed && node.property.type === 'Literal'
      ? String(node.property.value)
      : nameOf(node.property);
  }
  if (node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression') return nameOf(node.expression);
  if (node.type === 'ChainExpression') return nameOf(node.expression);
  return null;
}

const isAmount = (node) => AMOUNT.test(nameOf(node) ?? '');

/** Amounts come from one Rust function; a screen only shows them. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      arithmetic:
        '"{{name}}" looks like an amount: no arithmetic on amounts here, ask a query for the figure',
      conversion: '"{{name}}" looks like an amount: keep it exact, do not turn it into a float',
    },
  },
  create(context) {
    const report = (node, messageId, amount) =>
      context.report({ node, messageId, data: { name: nameOf(amount) } });
    return {
      BinaryExpression(node) {
        if (!OPERATORS.has(node.operator)) return;
        const amount = [node.left, node.right].find(isAmount);
        if (amount) report(node, 'arithmetic', amount);
      },
      AssignmentExpression(node) {
        if (!ASSIGNMENTS.has(node.operator)) return;
        const amount = [node.left, node.right].find(isAmount);
        if (amount) report(node, 'arithmetic', amount);
      },
      UpdateExpression(node) {
        if (isAmount(node.argument)) report(node, 'arithmetic', node.argument);
      },
      UnaryExpression(node) {
        if ((node.operator === '+' || node.operator === '-') && isAmount(node.argument)) {
          report(node, 'conversion', node.argument);
        }
      },
      CallExpression(node) {
        const callee = nameOf(node.callee);
        const amount = node.arguments.find(isAmount);
        if (amount && callee && CONVERSIONS.has(callee)) report(node, 'conversion', amount);
      },
    };
  },
};
