import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident } from 'css-tree/utils';

/** What of a selector tells how much a browser has to do for it (Selectors Level 4). */
export interface SelectorScan {
  /** What an element must have at least that the selector means: its name, as `p`, and classes, as `.note`. */
  readonly subject: ReadonlyArray<string>;
  /** Whether the selector means just those that have it. */
  readonly isPlain: boolean;
  /** How many times it asks for elements beside others, however far from them. */
  readonly beside: number;
  /** How many times it asks for elements in or behind others by `:has()`. */
  readonly within: number;
}

/** The places of an element among those it stands beside, counted among all or among some. */
const places = /^nth-(?:last-)?(?:child|of-type)$/;
/** There is one of each for every element. */
const generated = /^(?:before|after)$/i;
const passedOver: ReadonlySet<number> = new Set([tokenTypes.Comment]);

/** Reads a selector, as far as it tells how much a browser has to do. */
export function selectorScan(selector: string): SelectorScan {
  const scan = new Scan(selector.trim());
  return scan.result();
}

class Scan {
  readonly #text: string;
  #depth = 0;
  #subject: string[] = [];
  #isPlain = true;
  #beside = 0;
  #within = 0;
  /** What a name stands behind: `.`, `:` or nothing. */
  #sign = '';
  /** Whether a blank came last: what follows begins anew, if it is not a sign between two parts. */
  #isParted = false;

  constructor(text: string) {
    this.#text = text;
    tokenize(text, (type, start, end) => {
      if (!passedOver.has(type)) this.#see(type, text.slice(start, end));
    });
  }

  result(): SelectorScan {
    return {
      subject: this.#subject,
      isPlain: this.#isPlain && this.#text !== '',
      beside: this.#beside,
      within: this.#within,
    };
  }

  #see(type: number, text: string): void {
    if (text === '~') this.#beside += 1;
    if (type === tokenTypes.Function) this.#open(ident.decode(text.slice(0, -1)).toLowerCase());
    if (
      type === tokenTypes.Function ||
      type === tokenTypes.LeftParenthesis ||
      type === tokenTypes.LeftSquareBracket
    ) {
      this.#depth += 1;
      this.#isPlain = false;
    } else if (type === tokenTypes.RightParenthesis || type === tokenTypes.RightSquareBracket)
      this.#depth = Math.max(0, this.#depth - 1);
    else if (this.#depth === 0) this.#name(type, text);
  }

  #open(name: string): void {
    if (places.test(name)) this.#beside += 1;
    else if (name === 'has') this.#within += 1;
  }

  #name(type: number, text: string): void {
    if (type === tokenTypes.WhiteSpace || text === '>' || text === '+' || text === '~') {
      this.#isParted = true;
      return;
    }
    if (this.#isParted) this.#begin();
    if (type === tokenTypes.Ident && this.#sign === '') this.#subject.push(ident.decode(text).toLowerCase());
    else if (type === tokenTypes.Ident && this.#sign === '.') this.#subject.push(`.${ident.decode(text)}`);
    else if (!(text === '.' || text === ':' || text === '*' || (this.#sign === ':' && generated.test(text))))
      this.#isPlain = false;
    this.#sign = text === '.' || text === ':' ? text : '';
  }

  #begin(): void {
    this.#subject = [];
    this.#isPlain = false;
    this.#isParted = false;
    this.#sign = '';
  }
}
