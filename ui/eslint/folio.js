import boundaries from './boundaries.js';
import noAmountArithmetic from './no-amount-arithmetic.js';
import noLiteralText from './no-literal-text.js';
import noStyleAttribute from './no-style-attribute.js';

/** The rules of this house that no published plugin knows. */
export default {
  meta: { name: 'folio' },
  rules: {
    boundaries,
    'no-amount-arithmetic': noAmountArithmetic,
    'no-literal-text': noLiteralText,
    'no-style-attribute': noStyleAttribute,
  },
};
