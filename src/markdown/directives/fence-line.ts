import type { Data } from 'unified';
import { attributesAt } from '../../book/attributes.ts';
import { blockNameOf } from './block-name.ts';

type Flow = NonNullable<NonNullable<Data['micromarkExtensions']>[number]['flow']>;
export type Construct = Exclude<NonNullable<Flow[string]>, unknown[]>;
export type Tokenize = Construct['tokenize'];
export type Effects = Parameters<Tokenize>[0];
export type State = Parameters<Tokenize>[1];
export type Code = Parameters<State>[0];
type Token = ReturnType<Effects['enter']>;

export const colon = 58;
const space = 32;
const openingBrace = 123;
const closingBrace = 125;
const least = 3;

/** Ends of lines are below the codes of tabs and their columns. */
export const isLineEnd = (code: Code): boolean => code === null || code < -2;
export const isBlank = (code: Code): boolean => code === -2 || code === -1 || code === space;
export const isLetter = (code: Code): boolean =>
  code !== null && code > 0 && /\p{L}/u.test(String.fromCodePoint(code));
const isInName = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}_-]/u.test(String.fromCodePoint(code));

/**
 * The states of a tokenizer that reads the line that opens a block, as other dialects write it, up to
 * its end: colons, then a name, attributes in braces, or a name and either attributes or, where the
 * name is known, a title. Colons may end it.
 */
export class FenceLine {
  readonly #effects: Effects;
  readonly #text: (token: Token) => string;
  readonly #ok: (size: number) => State;
  readonly #nok: State;
  #size = 0;

  /**
   * @param effects of the construct
   * @param text what was read of a token
   * @param ok where to go on at the end of the line, given the number of colons
   * @param nok where to go on otherwise
   */
  constructor(effects: Effects, text: (token: Token) => string, ok: (size: number) => State, nok: State) {
    this.#effects = effects;
    this.#text = text;
    this.#ok = ok;
    this.#nok = nok;
  }

  /** The first state. */
  readonly start: State = (code) => {
    this.#effects.enter('directiveContainer');
    this.#effects.enter('directiveContainerFence');
    this.#effects.enter('directiveContainerSequence');
    return this.#colons(code);
  };

  readonly #colons: State = (code) => {
    if (code === colon) {
      this.#effects.consume(code);
      this.#size += 1;
      return this.#colons;
    }
    if (this.#size < least) return this.#nok(code);
    this.#effects.exit('directiveContainerSequence');
    return this.#blanks(this.#opening)(code);
  };

  readonly #opening: State = (code) => {
    if (code === openingBrace) return this.#braces(code);
    if (!isLetter(code)) return this.#nok(code);
    this.#effects.enter('directiveContainerName');
    return this.#name(code);
  };

  readonly #name: State = (code) => {
    if (isInName(code)) {
      this.#effects.consume(code);
      return this.#name;
    }
    const isKnown = blockNameOf(this.#text(this.#effects.exit('directiveContainerName'))) !== undefined;
    if (code === openingBrace) return this.#braces(code);
    if (!isBlank(code) && !isLineEnd(code)) return this.#nok(code);
    return this.#blanks((next) => this.#behindName(next, isKnown))(code);
  };

  #behindName(code: Code, mayHaveTitle: boolean): State | undefined {
    if (code === openingBrace) return this.#braces(code);
    if (isLineEnd(code) || code === colon || !mayHaveTitle) return this.#end(code);
    this.#effects.enter('directiveContainerLabel');
    this.#effects.enter('directiveContainerLabelString');
    this.#effects.enter('chunkText', { contentType: 'text' });
    return this.#title(code);
  }

  readonly #title: State = (code) => {
    if (!isLineEnd(code)) {
      this.#effects.consume(code);
      return this.#title;
    }
    this.#effects.exit('chunkText');
    this.#effects.exit('directiveContainerLabelString');
    this.#effects.exit('directiveContainerLabel');
    return this.#ok(this.#size)(code);
  };

  /** They make no token of their own: they are read from the source again. */
  readonly #braces: State = (code) => {
    this.#effects.enter('whitespace');
    return this.#attributes(code);
  };

  readonly #attributes: State = (code) => {
    if (isLineEnd(code)) return this.#nok(code);
    this.#effects.consume(code);
    return code === closingBrace ? this.#behindAttributes : this.#attributes;
  };

  readonly #behindAttributes: State = (code) => {
    const isRead = attributesAt(this.#text(this.#effects.exit('whitespace'))) !== undefined;
    return isRead ? this.#blanks(this.#end)(code) : this.#nok(code);
  };

  readonly #end: State = (code) => {
    if (isLineEnd(code)) return this.#ok(this.#size)(code);
    if (code !== colon) return this.#nok(code);
    this.#effects.enter('whitespace');
    return this.#closingColons(code);
  };

  readonly #closingColons: State = (code) => {
    if (code === colon) {
      this.#effects.consume(code);
      return this.#closingColons;
    }
    this.#effects.exit('whitespace');
    return this.#blanks((next) => (isLineEnd(next) ? this.#ok(this.#size)(next) : this.#nok(next)))(code);
  };

  /** Blanks, if there are any, then another state. */
  #blanks(next: State): State {
    const more: State = (code) => {
      if (isBlank(code)) {
        this.#effects.consume(code);
        return more;
      }
      this.#effects.exit('whitespace');
      return next(code);
    };
    return (code) => {
      if (!isBlank(code)) return next(code);
      this.#effects.enter('whitespace');
      return more(code);
    };
  }
}

declare module 'micromark-util-types' {
  /** The tokens of micromark-extension-directive that fences have. */
  interface TokenTypeMap {
    directiveContainer: 'directiveContainer';
    directiveContainerFence: 'directiveContainerFence';
    directiveContainerSequence: 'directiveContainerSequence';
    directiveContainerName: 'directiveContainerName';
    directiveContainerLabel: 'directiveContainerLabel';
    directiveContainerLabelString: 'directiveContainerLabelString';
    directiveLeaf: 'directiveLeaf';
    directiveLeafSequence: 'directiveLeafSequence';
    directiveLeafName: 'directiveLeafName';
  }
}
