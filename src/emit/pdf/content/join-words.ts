import { ByteString, nameIn } from '../../../pdf/content/operand.ts';
import { Operations } from '../../../pdf/content/operations.ts';
import { textString } from '../../../pdf/file/text-string.ts';
import { faceScriptsWith } from '../../../language/scripts.ts';
import { Replacements } from './replacements.ts';

/** What the codes of a font mean, by the name the page gives the font. */
export type TextOf = (font: string, code: number) => string | undefined;

/** A piece of content to be left out. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Glyphs without a space between them, and what says what some of them mean. */
interface Word {
  readonly start: number;
  end: number;
  text: string;
  readonly inner: Stretch[];
}

/**
 * Says of whole words what they mean, where Chrome says it of single syllables (ISO 32000-1, 14.9.4): the
 * marks of Devanagari and its kin have no width, so that readers who measure see spaces behind each.
 *
 * @param content the decoded content stream
 * @returns the content itself where there is no such word
 */
export function joinWords(content: Uint8Array, textOf: TextOf): Uint8Array {
  const pieces = new Replacements(content);
  const joiner = new Joiner(pieces, textOf);
  const operations = new Operations(content);
  while (operations.next()) joiner.next(operations);
  joiner.flush();
  return pieces.joined();
}

class Joiner {
  readonly #pieces: Replacements;
  readonly #textOf: TextOf;
  #font = '';
  #word: Word | undefined;
  /** What the syllable means that has not ended. */
  #said: string | undefined;

  constructor(pieces: Replacements, textOf: TextOf) {
    this.#pieces = pieces;
    this.#textOf = textOf;
  }

  next(operations: Operations): void {
    switch (operations.operator) {
      case 'Td':
        break;
      case 'Tf':
        this.#font = nameIn(operations.operand(0)) ?? '';
        break;
      case 'Tj':
        if (this.#said === undefined) this.#show(operations);
        break;
      case 'BDC':
        this.#open(operations);
        break;
      case 'EMC':
        this.#close(operations);
        break;
      default:
        if (this.#said === undefined) this.flush();
    }
  }

  /** The word is at its end, if there is one: it is joined where more than one part says what it means. */
  flush(): void {
    const word = this.#word;
    this.#word = undefined;
    if (word === undefined || word.inner.length === 0 || !isJoined(word.text)) return;
    this.#pieces.replace(
      word.start,
      word.start,
      `/Span<</ActualText <FEFF${hexadecimal(word.text)}>>> BDC\n`,
    );
    for (const { start, end } of word.inner) this.#pieces.replace(start, end, '');
    this.#pieces.replace(word.end, word.end, '\nEMC');
  }

  #show(operations: Operations): void {
    const shown = operations.operand(0);
    const bytes = shown instanceof ByteString ? shown.bytes : [];
    const text = bytes.length === 2 ? this.#textOf(this.#font, bytes[0]! * 256 + bytes[1]!) : undefined;
    if (text === undefined || !/^[^\s\0]+$/u.test(text)) this.flush();
    else this.#extend(operations.start, operations.end, text);
  }

  #open(operations: Operations): void {
    const properties = nameIn(operations.operand(0)) === 'Span' ? operations.operand(1) : undefined;
    const said = properties instanceof Map ? properties.get('ActualText') : undefined;
    if (!(said instanceof ByteString)) return this.flush();
    this.#said = textString(said.bytes);
    this.#extend(operations.start, operations.end, '');
    this.#word?.inner.push({ start: operations.start, end: operations.end });
  }

  #close({ start, end }: Operations): void {
    if (this.#said === undefined) return this.flush();
    this.#extend(start, end, this.#said);
    this.#word?.inner.push({ start, end });
    this.#said = undefined;
  }

  #extend(start: number, end: number, text: string): void {
    const word = (this.#word ??= { start, end, text: '', inner: [] });
    word.end = end;
    word.text += text;
  }
}

/** Scripts whose words stand between spaces, and whose marks have no width. */
const marked: ReadonlySet<string> = new Set('Beng Deva Gujr Guru Knda Mlym Orya Sinh Taml Telu'.split(' '));

function isJoined(text: string): boolean {
  const scripts = Array.from(text).flatMap((character) => faceScriptsWith(character));
  return scripts.length > 0 && scripts.every((script) => marked.has(script));
}

function hexadecimal(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
