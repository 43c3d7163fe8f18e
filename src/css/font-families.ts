import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident, string } from 'css-tree/utils';

/** A list of families as a stylesheet gives it: the value of `font-family`, of `font`, or of a property that names families. */
export interface FamilyList {
  /** Whether it says what a `@font-face` rule brings. */
  readonly brings: boolean;
  /** The families by name, escapes resolved. */
  readonly families: ReadonlyArray<string>;
  /** The generic family that ends the list, in lower case. */
  readonly generic: string | undefined;
  /** Whether another list is put in its place or into it: `var(…)`, `inherit`. */
  readonly refers: boolean;
  /** The properties it takes in: `--text-family` of `var(--text-family)`. */
  readonly properties: ReadonlyArray<string>;
  /** Where the list begins, where its generic family begins or else the list ends, and where it ends. */
  readonly start: number;
  readonly tail: number;
  readonly end: number;
}

const generics = new Set(
  'serif sans-serif monospace cursive fantasy math emoji fangsong system-ui ui-serif ui-sans-serif ui-monospace ui-rounded'.split(
    ' ',
  ),
);
const sizes = new Set(
  'xx-small x-small small medium large x-large xx-large xxx-large larger smaller'.split(' '),
);
const references = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer']);

interface Token {
  readonly type: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** All lists of families in a stylesheet, in order (CSS Fonts Module Level 4, section 2.1). */
export function familyLists(css: string): FamilyList[] {
  if (!/famil|font/i.test(css)) return [];
  const lists: FamilyList[] = [];
  let value: Token[] | undefined;
  let previous: Token | undefined;
  let atRule = '';
  let inFace = false;
  let isShorthand = false;
  const finish = (): void => {
    const tokens = value !== undefined && isShorthand ? behindSize(value) : value;
    if (tokens !== undefined && tokens.length > 0) lists.push(listOf(tokens, inFace));
    value = undefined;
  };
  tokenize(css, (type, start, end) => {
    const token = { type, text: css.slice(start, end), start, end };
    if (type === tokenTypes.WhiteSpace || type === tokenTypes.Comment) return;
    if (
      type === tokenTypes.Semicolon ||
      type === tokenTypes.LeftCurlyBracket ||
      type === tokenTypes.RightCurlyBracket
    ) {
      finish();
      if (type === tokenTypes.LeftCurlyBracket) inFace = atRule === '@font-face';
      if (type !== tokenTypes.Semicolon) atRule = '';
    } else if (value !== undefined) value.push(token);
    else if (type === tokenTypes.AtKeyword) atRule = token.text.toLowerCase();
    else if (
      type === tokenTypes.Colon &&
      previous?.type === tokenTypes.Ident &&
      /^(?:font|(?:font|--.*)-family)$/i.test(previous.text)
    ) {
      value = [];
      isShorthand = previous.text.length === 'font'.length;
    }
    previous = token;
  });
  finish();
  return lists;
}

/**
 * The families of the shorthand `font`, which stand behind the size and the height of lines (CSS Fonts 4, 2.7).
 *
 * @returns undefined for a font of the system, such as `caption`
 */
function behindSize(tokens: ReadonlyArray<Token>): Token[] | undefined {
  const comma = tokens.findIndex(({ type }) => type === tokenTypes.Comma);
  const first = tokens.slice(0, comma === -1 ? undefined : comma);
  if (first.length === 1 && references.has(first[0]?.text.toLowerCase() ?? '')) return [...tokens];
  const last = first.findLastIndex(
    ({ type, text }) =>
      type === tokenTypes.Dimension ||
      type === tokenTypes.Percentage ||
      type === tokenTypes.Number ||
      type === tokenTypes.RightParenthesis ||
      (type === tokenTypes.Ident && sizes.has(text.toLowerCase())),
  );
  if (last === -1) return undefined;
  const behind = first[last + 1]?.text === '/' ? last + 3 : last + 1;
  // The families, or all of the shorthand, may stand in a property.
  return behind < first.length ? tokens.slice(behind) : [...tokens];
}

function listOf(tokens: ReadonlyArray<Token>, brings: boolean): FamilyList {
  const important = tokens.findIndex(({ type, text }) => type === tokenTypes.Delim && text === '!');
  const value = important > 0 ? tokens.slice(0, important) : tokens;
  const items: Token[][] = [[]];
  for (const token of value) {
    if (token.type === tokenTypes.Comma) items.push([]);
    else items.at(-1)?.push(token);
  }
  const names = items.map(nameOf);
  const last = items.at(-1)?.[0];
  const isGeneric = (name: string, item: ReadonlyArray<Token>): boolean =>
    item[0]?.type === tokenTypes.Ident && generics.has(name.toLowerCase());
  const generic = isGeneric(names.at(-1) ?? '', items.at(-1) ?? []) ? names.at(-1)?.toLowerCase() : undefined;
  const end = value.at(-1)?.end ?? 0;
  return {
    brings,
    families: names.filter(
      (name, index) => name !== '' && !isGeneric(name, items[index] ?? []) && !references.has(name),
    ),
    generic,
    refers: value.some(
      ({ type, text }) => type === tokenTypes.Function || references.has(text.toLowerCase()),
    ),
    properties: value.flatMap(({ type, text }) =>
      type === tokenTypes.Ident && text.startsWith('--') ? [text] : [],
    ),
    start: value[0]?.start ?? 0,
    tail: generic === undefined ? end : (last?.start ?? end),
    end,
  };
}

/** The name of a family; empty where it is told elsewhere. */
function nameOf(item: ReadonlyArray<Token>): string {
  const [first] = item;
  if (first?.type === tokenTypes.String) return string.decode(first.text);
  return item.every(({ type }) => type === tokenTypes.Ident)
    ? item.map(({ text }) => ident.decode(text)).join(' ')
    : '';
}
