import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';

/** Where an at-rule stands, its block with it, in code units. */
export interface AtRule {
  readonly start: number;
  readonly end: number;
}

/**
 * All at-rules of a name, in order (CSS Syntax Module Level 3, section 5.4.2): each ends with its block, or
 * with a semicolon where it has none.
 *
 * @param css the text of a stylesheet
 * @param name without the sign, in lower case: `page`
 */
export function atRules(css: string, name: string): AtRule[] {
  const rules: AtRule[] = [];
  let start: number | undefined;
  let depth = 0;
  const finish = (end: number): void => {
    if (start !== undefined) rules.push({ start, end });
    start = undefined;
  };
  tokenize(css, (type, from, to) => {
    if (start === undefined) {
      if (type !== tokenTypes.AtKeyword || ident.decode(css.slice(from + 1, to)).toLowerCase() !== name)
        return;
      start = from;
      depth = 0;
    } else if (type === tokenTypes.LeftCurlyBracket) depth++;
    else if (type === tokenTypes.Semicolon && depth === 0) finish(to);
    else if (type === tokenTypes.RightCurlyBracket) {
      depth--;
      // Without a block the rule around it ends here.
      if (depth <= 0) finish(depth === 0 ? to : from);
    }
  });
  finish(css.length);
  return rules;
}
