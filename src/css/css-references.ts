import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident, string, url } from 'css-tree/utils';

/** What a stylesheet asks for from outside itself. */
export interface CssReference {
  /**
   * An address; another stylesheet, which is refused whatever its address; or a place where an
   * address belongs and none can be read: one that browsers drop, or that is told only later.
   */
  readonly kind: 'url' | 'import' | 'unclear';
  /** The address, its escapes resolved; empty for an import; what is written where it is unclear. */
  readonly address: string;
  /** Where the reference begins, in code units. */
  readonly offset: number;
  /** Where the token stands that holds the address: a string, or a whole `url(…)` without quotes. */
  readonly start: number;
  readonly end: number;
}

/** Functions whose strings are addresses (CSS Values 4, section 4.5; CSS Images 4, section 2). */
const addressed = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set']);

/** Functions that stand for what is written elsewhere. */
const substituted = new Set(['var', 'env', 'attr']);

const closers: ReadonlyMap<number, number> = new Map([
  [tokenTypes.RightParenthesis, tokenTypes.LeftParenthesis],
  [tokenTypes.RightSquareBracket, tokenTypes.LeftSquareBracket],
  [tokenTypes.RightCurlyBracket, tokenTypes.LeftCurlyBracket],
]);
const openers: ReadonlySet<number> = new Set(closers.values());

/** A bracket or function that is open; the name of a function in lower case. */
interface Open {
  readonly bracket: number;
  readonly name: string;
  readonly offset: number;
}

/**
 * Every address and import in a stylesheet, in order (CSS Syntax Module Level 3, section 4):
 * comments and strings elsewhere are passed over, escapes are seen through.
 *
 * @param css the text of a stylesheet, of a style attribute or of a single value
 */
export function cssReferences(css: string): CssReference[] {
  // Without one of these nothing can be named, and most values have none.
  if (!/[(@]/.test(css)) return [];
  const references: CssReference[] = [];
  const open: Open[] = [];
  tokenize(css, (type, start, end) => {
    const text = css.slice(start, end);
    const caller = open.at(-1);
    const found = (kind: CssReference['kind'], address: string, offset = start): void => {
      references.push({ kind, address, offset, start, end });
    };
    if (type === tokenTypes.Url) found('url', url.decode(text));
    else if (type === tokenTypes.BadUrl) found('unclear', text);
    else if (type === tokenTypes.AtKeyword) {
      if (ident.decode(text).toLowerCase() === '@import') found('import', '');
    } else if (type === tokenTypes.String || type === tokenTypes.BadString) {
      if (caller === undefined || !addressed.has(caller.name)) return;
      if (type === tokenTypes.String) {
        found('url', string.decode(text), caller.name === 'url' ? caller.offset : start);
      } else if (references.at(-1)?.offset !== caller.offset) {
        // The quotation mark meant to end it begins another such string.
        found('unclear', css.slice(caller.offset, end).trimEnd(), caller.offset);
      }
    } else if (type === tokenTypes.Function) {
      const name = ident.decode(text.slice(0, -1)).toLowerCase();
      const isSubstitute = substituted.has(name) && caller !== undefined && addressed.has(caller.name);
      // css-tree knows a bare address only after `url` as it stands, browsers also after `u\72l`.
      const isDisguised = name === 'url' && text.includes('\\') && !/^[ \t\n\r\f]*["']/.test(css.slice(end));
      if (isSubstitute || isDisguised) found('unclear', `${text}…)`);
      open.push({ bracket: tokenTypes.LeftParenthesis, name, offset: start });
    } else if (openers.has(type)) open.push({ bracket: type, name: '', offset: start });
    else if (caller !== undefined && closers.get(type) === caller.bracket) open.pop();
  });
  return references;
}

/**
 * The stylesheet with other addresses; what is not an address, and what keeps its address, stands
 * as it did.
 *
 * @param css a stylesheet
 * @param move the new address for one as written, escapes resolved; nothing where it is to stay
 */
export function withAddresses(css: string, move: (address: string) => string | undefined): string {
  const parts: string[] = [];
  let done = 0;
  for (const { kind, address, start, end } of cssReferences(css)) {
    const moved = kind === 'url' ? move(address) : undefined;
    if (moved === undefined) continue;
    const written = string.encode(moved);
    parts.push(css.slice(done, start), /["']/.test(css.charAt(start)) ? written : `url(${written})`);
    done = end;
  }
  return [...parts, css.slice(done)].join('');
}
