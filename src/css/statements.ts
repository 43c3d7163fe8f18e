import { tokenize, tokenTypes } from 'css-tree/tokenizer';

/** A declaration, a rule or an at-rule, as it stands in a stylesheet or in the block of another; in code units. */
export interface CssStatement {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces, if it has a block. */
  readonly block?: { readonly start: number; readonly end: number };
}

/**
 * The statements of a stylesheet, or of a block in it, in order: none that stands in another (CSS Syntax Module
 * Level 3, section 5.4).
 *
 * @param css the text of a stylesheet
 * @param start where to begin, in code units
 * @param end where to stop
 */
export function cssStatements(css: string, start = 0, end = css.length): CssStatement[] {
  const found: CssStatement[] = [];
  let began: number | undefined;
  let blockAt = 0;
  let depth = 0;
  const finish = (last: number, blockEnd?: number): void => {
    if (began !== undefined)
      found.push({
        start: began,
        end: last,
        ...(blockEnd !== undefined && { block: { start: blockAt, end: blockEnd } }),
      });
    began = undefined;
    depth = 0;
  };
  tokenize(css.slice(start, end), (type, from, to) => {
    if (type === tokenTypes.WhiteSpace || type === tokenTypes.Comment) return;
    if (began === undefined && (type === tokenTypes.Semicolon || type === tokenTypes.RightCurlyBracket))
      return;
    began ??= start + from;
    if (type === tokenTypes.Semicolon && depth === 0) finish(start + to);
    else if (type === tokenTypes.LeftCurlyBracket && ++depth === 1) blockAt = start + to;
    else if (type === tokenTypes.RightCurlyBracket && --depth <= 0) finish(start + to, start + from);
  });
  finish(end, depth > 0 ? end : undefined);
  return found;
}
