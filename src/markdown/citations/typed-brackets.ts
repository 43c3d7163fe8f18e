import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Effects, State } from 'micromark-util-types';

/** Longer ones are prose between brackets. */
const longest = 4000;

/**
 * Reads brackets to their end.
 *
 * @param cites whether one of the signs of a citation must stand in them; otherwise none may begin them
 */
export function brackets(text: Typed, cites: boolean, ok: State, nok: State): State {
  let depth = 0;
  let size = 0;
  let previous: Code = codes.leftSquareBracket;
  let isCited = false;
  let isSign = false;
  const next = (code: Code): State => {
    text.consume(code);
    size += 1;
    previous = code;
    return inside;
  };
  const escaped: State = (code) => (code === null ? nok(code) : next(code));
  const inside: State = (code) => {
    if (code === null || size > longest) return nok(code);
    if (isSign && (isOfWord(code) || code === codes.leftCurlyBrace)) isCited = true;
    if (size === 0 && (code === codes.caret || (!cites && isOneOf(code, '@-]')))) return nok(code);
    isSign = code === codes.atSign && depth === 1 && !isOfWord(previous) && !isOneOf(previous, '`./@\\');
    if (code === codes.backslash) {
      next(code);
      return escaped;
    }
    if (code === codes.leftSquareBracket) depth += 1;
    if (code !== codes.rightSquareBracket) return next(code);
    depth -= 1;
    if (depth > 0) return next(code);
    text.consume(code);
    return isCited || !cites ? ok : nok;
  };
  return (code) => {
    depth = 1;
    text.consume(code);
    return inside;
  };
}

type TypedToken = 'typedCitation' | 'citationLocator' | 'citationKey' | 'citationBrace';

/** Text as typed, whose lines are tokens of their own. */
export class Typed {
  readonly #effects: Effects;
  readonly #type: TypedToken;

  constructor(effects: Effects, type: TypedToken) {
    this.#effects = effects;
    this.#type = type;
  }

  open(): void {
    this.#effects.enter(this.#type);
  }

  close(): void {
    this.#effects.exit(this.#type);
  }

  consume(code: Code): void {
    const type = markdownLineEnding(code) ? 'lineEnding' : 'citationSign';
    this.#effects.enter(type);
    this.#effects.consume(code);
    this.#effects.exit(type);
  }
}

/** Whether a code is a letter, a digit or an underscore. */
export function isOfWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(code));
}

/** Whether a code is one of some signs. */
export function isOneOf(code: Code, signs: string): boolean {
  return code !== null && code > 0 && signs.includes(String.fromCharCode(code));
}
