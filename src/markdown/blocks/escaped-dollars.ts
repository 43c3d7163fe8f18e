import type { State } from 'micromark-util-types';
import type { TextConstruct } from '../guard-construct.ts';

const dollar = 36;
const backslash = 92;

/**
 * The construct of formulas in running text in which a dollar with a backslash before it is a sign of the formula, and
 * does not end it, as in TeX (`$\$5 + x$`): that of remark-math knows no escapes.
 */
export function withEscapedDollars(construct: TextConstruct): TextConstruct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let isEnded = false;
      let backslashes = 0;
      const end =
        (after: State): State =>
        (code) => {
          isEnded = true;
          return after(code);
        };
      const wrapped =
        (state: State): State =>
        (code) => {
          const isEscaped = code === dollar && backslashes % 2 === 1;
          backslashes = code === backslash ? backslashes + 1 : 0;
          if (isEscaped) {
            effects.consume(code);
            return wrapped(state);
          }
          const next = state(code);
          return next === undefined || isEnded ? next : wrapped(next);
        };
      return wrapped(construct.tokenize.call(this, effects, end(ok), end(nok)));
    },
  };
}
