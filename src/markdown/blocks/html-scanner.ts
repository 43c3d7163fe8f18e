import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';

/** What is open behind a piece of raw HTML: all up to its end is no text of the book. */
export interface Open {
  /** The name of an element; `!--` for a comment, `?` or `!` for an instruction, `<` for a tag. */
  readonly name: string;
  /** Where it begins, in code units from the beginning of the first piece. */
  readonly offset: number;
}

/** Elements in which HTML reads no tags but their own end, and how. */
const verbatim: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['xmp', TokenizerMode.RAWTEXT],
]);

/** Elements that hold no text of the page, or that of drawings and formulas. */
const hiding: ReadonlySet<string> = new Set(['math', 'select', 'svg', 'template']);

/** Drawings and formulas are read as XML is, with elements of these names of their own. */
const foreign: ReadonlySet<string> = new Set(['math', 'svg']);

/**
 * Reads pieces of raw HTML one after the other as browsers do (HTML, 13.2.5, by parse5), and knows
 * behind each what is open.
 */
export class HtmlScanner implements TokenHandler {
  readonly #tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
  readonly #open: Open[] = [];
  #length = 0;
  /** Behind the last token that is complete. */
  #end = 0;
  #pending: Open | undefined;

  /** What is open behind a further piece, seen from the outside. */
  read(piece: string): Open | undefined {
    const start = this.#length;
    this.#length += piece.length;
    this.#tokenizer.write(piece, false);
    const [outermost] = this.#open;
    return outermost ?? this.#unfinished(piece, start);
  }

  /** A comment, an instruction or a tag without an end. */
  #unfinished(piece: string, start: number): Open | undefined {
    if (this.#tokenizer.state === TokenizerMode.DATA) return undefined;
    if (this.#pending !== undefined && this.#pending.offset >= this.#end) return this.#pending;
    const beginning = /<(!--|[?!]|(?=\/?[a-z]))/gi;
    beginning.lastIndex = Math.max(0, this.#end - start);
    const match = beginning.exec(piece);
    this.#pending = match === null ? undefined : { name: match[1] || '<', offset: start + match.index };
    return this.#pending;
  }

  onStartTag(token: Token.TagToken): void {
    this.#complete(token);
    const { tagName, selfClosing } = token;
    const isForeign = this.#open.some(({ name }) => foreign.has(name));
    const state = isForeign ? undefined : verbatim.get(tagName);
    if (state === undefined && (!hiding.has(tagName) || (selfClosing && foreign.has(tagName)))) return;
    this.#open.push({ name: tagName, offset: token.location?.startOffset ?? this.#end });
    if (state !== undefined) this.#tokenizer.state = state;
  }

  onEndTag(token: Token.TagToken): void {
    this.#complete(token);
    const at = this.#open.findLastIndex(({ name }) => name === token.tagName);
    if (at !== -1) this.#open.length = at;
  }

  onComment(token: Token.CommentToken): void {
    this.#complete(token);
  }

  onDoctype(token: Token.DoctypeToken): void {
    this.#complete(token);
  }

  onCharacter(token: Token.CharacterToken): void {
    this.#complete(token);
  }

  onNullCharacter(token: Token.CharacterToken): void {
    this.#complete(token);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.#complete(token);
  }

  onEof(): void {
    // No piece is the last.
  }

  #complete({ location }: Token.Token): void {
    this.#end = location?.endOffset ?? this.#end;
  }
}
