import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';
import { limits, type LimitName } from '../book/limits.ts';
import { dictionary } from '../book/dictionary.ts';

const told = (name: LimitName): string => limits[name].most.toLocaleString('en');
const reasons = {
  'stylesheet-depth': `Brackets stand more than ${told('stylesheet-depth')} levels deep in each other`,
  'stylesheet-part': `What begins here has more than ${told('stylesheet-part')} characters up to its end`,
  'stylesheet-rules': `There are more than ${told('stylesheet-rules')} rules up to here`,
  'stylesheet-nesting': `Up to here each & stands for more than ${told('stylesheet-nesting')} selectors of the rules around it`,
  'stylesheet-length': `A length of more than ${told('stylesheet-length')} pixels is longer than any book`,
  'stylesheet-items': `What begins here has more than ${told('stylesheet-items')} functions, names or parts between commas`,
  'stylesheet-content': `The text put in here has more than ${told('stylesheet-content')} characters`,
  'stylesheet-columns': `A grid of more than ${told('stylesheet-columns')} columns is wider than any page`,
  'stylesheet-number': `A number of more than ${told('stylesheet-number')} makes more of it than any page holds`,
} satisfies Partial<Record<LimitName, string>>;

/** Something in a stylesheet that would keep a browser busy for ever, or fill its memory. */
export interface CssCost {
  /** Where it stands, as an offset in code units. */
  readonly offset: number;
  /** One sentence without a full stop. */
  readonly reason: string;
}

const openers: ReadonlySet<number> = new Set([
  tokenTypes.Function,
  tokenTypes.LeftParenthesis,
  tokenTypes.LeftSquareBracket,
  tokenTypes.LeftCurlyBracket,
]);
const closers: ReadonlySet<number> = new Set([
  tokenTypes.RightParenthesis,
  tokenTypes.RightSquareBracket,
  tokenTypes.RightCurlyBracket,
]);
/** What ends a declaration or the selectors of a rule. */
const ends: ReadonlySet<number> = new Set([
  tokenTypes.Semicolon,
  tokenTypes.LeftCurlyBracket,
  tokenTypes.RightCurlyBracket,
]);
/** What begins or ends an item of a list. */
const itemized: ReadonlySet<number> = new Set([tokenTypes.Function, tokenTypes.Comma, tokenTypes.Ident]);
const passedOver: ReadonlySet<number> = new Set([tokenTypes.WhiteSpace, tokenTypes.Comment]);

const length =
  /(?:px|pt|pc|q|mm|cm|in|em|ex|ch|ic|lh|cap|rem|rex|rch|ric|rlh|rcap|[sld]?v(?:w|h|i|b|min|max)|%)$/i;
/** Lengths of the world outside in pixels; the others are told by their numbers, as of old tricks such as -9999em. */
const pixels = dictionary<number>({ in: 96, cm: 37.8, mm: 3.78, q: 0.945, pt: 1.333, pc: 16 });
/** What makes as many boxes, lines or columns as it says, or each as many times as large. */
const counting = /^(?:column-count|columns|grid(?:-.*)?|line-height|zoom|scale|font|tab-size)$/;
/** What says how many columns a grid has, or how many of them something stands over. */
const columns = /^grid(?:-area|-template(?:-columns)?|-column.*)?$/;

/** What Chrome paints or counts once more for each of its items. */
const listing =
  /^(?:-webkit-)?(?:background|box-shadow|text-shadow|filter|backdrop-filter|mask|content|transition|animation|counter-(?:increment|reset|set))/;

/**
 * The first thing in a stylesheet that costs more than any book needs, found on its tokens alone (CSS Syntax
 * Module Level 3, section 4).
 *
 * @param css the text of a stylesheet
 */
export function cssCost(css: string): CssCost | undefined {
  const scan = new Scan(css);
  tokenize(css, (type, start, end) => {
    if (scan.found === undefined && !passedOver.has(type)) scan.see(type, start, end);
  });
  return scan.found;
}

class Scan {
  found: CssCost | undefined;
  readonly #css: string;
  #depth = 0;
  #rules = 0;
  /** Where the declaration or the selectors begin that are being read; absent between them. */
  #partAt: number | undefined;
  #property = '';
  /** How many & stand in what is being read. */
  #nested = 0;
  /** How many items a list has that is being read, and how many characters the strings in it. */
  #items = 0;
  #content = 0;
  /** For each block that is open, for how many selectors an & in it stands. */
  readonly #selectors: number[] = [1];

  constructor(css: string) {
    this.#css = css;
  }

  see(type: number, start: number, end: number): void {
    if (type === tokenTypes.LeftCurlyBracket) this.#openBlock(start);
    else if (type === tokenTypes.RightCurlyBracket && this.#selectors.length > 1) this.#selectors.pop();
    else if (type === tokenTypes.Delim && this.#css[start] === '&') this.#nested += 1;
    if (openers.has(type)) this.#compare('stylesheet-depth', ++this.#depth, start);
    else if (closers.has(type)) this.#depth = Math.max(0, this.#depth - 1);
    if (ends.has(type)) {
      this.#partAt = undefined;
      this.#property = '';
      this.#nested = 0;
      this.#items = 0;
      this.#content = 0;
      return;
    }
    if (this.#partAt === undefined && type === tokenTypes.Ident)
      this.#property = ident.decode(this.#css.slice(start, end)).toLowerCase();
    this.#partAt ??= start;
    this.#compare('stylesheet-part', end - this.#partAt, this.#partAt);
    if (listing.test(this.#property)) this.#count(type, end - start, this.#partAt);
    if (type === tokenTypes.Number || type === tokenTypes.Dimension || type === tokenTypes.Percentage)
      this.#weigh(this.#css.slice(start, end), type === tokenTypes.Number, start);
  }

  #count(type: number, letters: number, partAt: number): void {
    if (itemized.has(type)) this.#compare('stylesheet-items', ++this.#items, partAt);
    if (type === tokenTypes.String && this.#property === 'content')
      this.#compare('stylesheet-content', (this.#content += letters), partAt);
  }

  #openBlock(start: number): void {
    this.#compare('stylesheet-rules', ++this.#rules, start);
    const selectors = (this.#selectors.at(-1) ?? 1) * Math.max(1, this.#nested);
    this.#compare('stylesheet-nesting', selectors, this.#partAt ?? start);
    this.#selectors.push(selectors);
  }

  #weigh(text: string, isNumber: boolean, start: number): void {
    const size = Math.abs(Number.parseFloat(text));
    if (isNumber && columns.test(this.#property)) this.#compare('stylesheet-columns', size, start);
    else if (isNumber && counting.test(this.#property)) this.#compare('stylesheet-number', size, start);
    else if (length.test(text)) {
      const unit = /[a-z]+$/i.exec(text)?.[0].toLowerCase() ?? '';
      this.#compare('stylesheet-length', size * (pixels[unit] ?? 1), start);
    }
  }

  #compare(name: keyof typeof reasons, found: number, offset: number): void {
    if (found > limits[name].most) this.found ??= { offset, reason: reasons[name] };
  }
}
