import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';

/** A rule of a stylesheet, as written. */
export interface CssRule {
  /** Where it begins, in code units, or a comment before it. */
  readonly start: number;
  /** Its selectors; of a frame of an animation, and of what stands in a rule that is not known, `*`. */
  readonly selectors: ReadonlyArray<string>;
  readonly declarations: ReadonlyArray<CssDeclaration>;
}

export interface CssDeclaration {
  /** In lower case, escapes resolved. */
  readonly property: string;
  readonly value: string;
}

/** Rules that stand around others and leave their selectors what they are. */
const grouping = /^@(?:media|supports|layer|container|scope|starting-style)\b/i;

interface Open {
  /** Whether what stands in it has selectors of another kind than those of elements. */
  readonly isOther?: boolean;
  readonly start: number;
  readonly selectors: ReadonlyArray<string>;
  readonly declarations: CssDeclaration[];
}

/** The rules of a stylesheet, those in other rules among them (CSS Syntax Module Level 3, CSS Nesting). */
export function cssRules(css: string): CssRule[] {
  const found: Open[] = [];
  const open: Open[] = [{ start: 0, selectors: [], declarations: [] }];
  let from = 0;
  let depth = 0;
  const declare = (end: number): void => {
    const declaration = declarationIn(css.slice(from, end));
    if (declaration !== undefined) open.at(-1)?.declarations.push(declaration);
  };
  tokenize(css, (type, start, end) => {
    if (type === tokenTypes.LeftParenthesis || type === tokenTypes.Function) depth += 1;
    else if (type === tokenTypes.RightParenthesis) depth = Math.max(0, depth - 1);
    else if (type === tokenTypes.LeftCurlyBracket) {
      const rule = ruleIn(css.slice(from, start), from, open.at(-1));
      open.push(rule);
      found.push(rule);
      [from, depth] = [end, 0];
    } else if (type === tokenTypes.RightCurlyBracket) {
      declare(start);
      if (open.length > 1) open.pop();
      [from, depth] = [end, 0];
    } else if (type === tokenTypes.Semicolon && depth === 0) {
      declare(start);
      from = end;
    }
  });
  declare(css.length);
  return found.filter(({ declarations }) => declarations.length > 0);
}

/** The declarations of a style attribute. */
export function cssDeclarations(css: string): ReadonlyArray<CssDeclaration> {
  return cssRules(`*{${css}`).flatMap(({ declarations }) => declarations);
}

/** A comment; one without an end goes on to the end of all. */
const comment = /\/\*[^]*?(?:\*\/|$)/g;

/** What may stand before a declaration, one thing after the other: all at once there would be too many ways to read it. */
const before = /\s+|\/\*[^]*?(?:\*\/|$)/y;

function declarationIn(text: string): CssDeclaration | undefined {
  let start = 0;
  for (before.lastIndex = 0; before.test(text);) start = before.lastIndex;
  const [, name, value] = /^([^\s:]+)\s*:([^]*)$/.exec(text.slice(start)) ?? [];
  if (name === undefined || value === undefined) return undefined;
  return { property: ident.decode(name.replaceAll(comment, '')).toLowerCase(), value };
}

/** @param around the rule it stands in */
function ruleIn(written: string, from: number, around: Open | undefined): Open {
  const start = from + (/^\s*/.exec(written)?.[0].length ?? 0);
  const prelude = written.replaceAll(comment, ' ').trim();
  const isGrouping = grouping.test(prelude);
  const isOther = around?.isOther === true || (prelude.startsWith('@') && !isGrouping);
  if (isOther) return { isOther, start, selectors: ['*'], declarations: [] };
  if (!isGrouping) return { start, selectors: split(prelude), declarations: [] };
  const selectors = around !== undefined && around.selectors.length > 0 ? around.selectors : ['*'];
  return { start, selectors, declarations: [] };
}

/** What stands between commas that are in no brackets. */
function split(list: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of list) {
    if (/[([]/.test(sign)) depth += 1;
    else if (/[)\]]/.test(sign)) depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
