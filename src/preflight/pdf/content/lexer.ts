import { constant, end, Keyword } from './keyword.ts';
import { ByteString, isName, type Name, type Operand } from './operand.ts';

/** A bracket that closes; one that closes nothing is an operator without a name. */
const closing = new Keyword('');

/** 1: white space; 2: delimiter. */
const classes = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = 1;
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = 2;

/** Arrays and dictionaries in one another. */
const deepest = 32;

/** The tokens of a content stream (ISO 32000-1, 7.2 and 7.3). */
export class Lexer {
  #at = 0;
  readonly #bytes: Uint8Array;
  readonly #keywords = new Map<number, Keyword>();
  readonly #names = new Map<string, Name>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** What comes next, or `end`. */
  next(depth = 0): Operand | Keyword | typeof end {
    const bytes = this.#bytes;
    this.#skip();
    const code = bytes[this.#at];
    if (code === undefined) return end;
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b)
      return this.#number();
    switch (code) {
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x3c:
        if (bytes[this.#at + 1] !== 0x3c) return this.#hex();
        this.#at += 2;
        return depth < deepest ? dictionary(this.#members(depth)) : closing;
      case 0x5b:
        this.#at += 1;
        return depth < deepest ? this.#members(depth) : closing;
      case 0x5d:
      case 0x7b:
      case 0x7d:
      case 0x29:
        this.#at += 1;
        return closing;
      case 0x3e:
        this.#at += bytes[this.#at + 1] === 0x3e ? 2 : 1;
        return closing;
      default:
        return this.#keyword();
    }
  }

  /** What stands between `BI` and `ID`; the image itself is passed over. */
  inlineImage(): Map<string, Operand> {
    const members: Operand[] = [];
    for (;;) {
      const token = this.next();
      if (token === end) return dictionary(members);
      if (!(token instanceof Keyword)) members.push(token);
      else if (token.word === 'ID') break;
    }
    const bytes = this.#bytes;
    for (let at = this.#at + 1; at < bytes.length; at++) {
      const found = bytes[at] === 0x45 && bytes[at + 1] === 0x49 && classes[bytes[at - 1] ?? 0] === 1;
      const after = bytes[at + 2];
      if (!found || (after !== undefined && classes[after] === 0) || !this.#isText(at + 2)) continue;
      this.#at = at + 2;
      return dictionary(members);
    }
    this.#at = bytes.length;
    return dictionary(members);
  }

  /** Whether content goes on here, and not the bytes of an image. */
  #isText(start: number): boolean {
    return this.#bytes
      .subarray(start, start + 12)
      .every((code) => (code >= 0x20 && code < 0x7f) || classes[code] === 1);
  }

  #skip(): void {
    const bytes = this.#bytes;
    for (; this.#at < bytes.length; this.#at++) {
      const code = bytes[this.#at] as number;
      if (code === 0x25) {
        while (this.#at < bytes.length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at++;
      } else if (classes[code] !== 1) return;
    }
  }

  #number(): number {
    const bytes = this.#bytes;
    let sign = 1;
    let value = 0;
    let scale = 0;
    for (; this.#at < bytes.length; this.#at++) {
      const code = bytes[this.#at] as number;
      if (code >= 0x30 && code <= 0x39) {
        value = value * 10 + (code - 0x30);
        if (scale > 0) scale *= 10;
      } else if (code === 0x2e && scale === 0) scale = 1;
      else if (code === 0x2d) sign = -1;
      else if (code !== 0x2b) break;
    }
    return (sign * value) / (scale || 1);
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#bytes.length && classes[this.#bytes[this.#at] as number] === 0) this.#at++;
    return latin1(this.#bytes.subarray(start, this.#at));
  }

  #keyword(): Keyword {
    const bytes = this.#bytes;
    const a = bytes[this.#at] as number;
    const b = bytes[this.#at + 1] ?? 32;
    const c = bytes[this.#at + 2] ?? 32;
    const d = bytes[this.#at + 3] ?? 32;
    // Operators are at most three letters long, so that four bytes tell them apart.
    const isShort = classes[b] !== 0 || classes[c] !== 0 || classes[d] !== 0;
    const length = classes[b] !== 0 ? 1 : classes[c] !== 0 ? 2 : 3;
    const key = a + (length > 1 ? b << 8 : 0) + (length > 2 ? c << 16 : 0);
    const known = isShort ? this.#keywords.get(key) : undefined;
    if (known !== undefined) {
      this.#at += length;
      return known;
    }
    const keyword = new Keyword(this.#word());
    if (isShort) this.#keywords.set(key, keyword);
    return keyword;
  }

  #name(): Name {
    this.#at += 1;
    const word = this.#word();
    const known = this.#names.get(word);
    if (known !== undefined) return known;
    const name = {
      name: word.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    };
    this.#names.set(word, name);
    return name;
  }

  #hex(): ByteString {
    const bytes = this.#bytes;
    const out: number[] = [];
    let half = -1;
    for (this.#at += 1; this.#at < bytes.length && bytes[this.#at] !== 0x3e; this.#at++) {
      const digit = hexDigit(bytes[this.#at] as number);
      if (digit < 0) continue;
      if (half < 0) half = digit;
      else {
        out.push((half << 4) | digit);
        half = -1;
      }
    }
    this.#at += 1;
    if (half >= 0) out.push(half << 4);
    return new ByteString(out);
  }

  #literal(): ByteString {
    const bytes = this.#bytes;
    const out: number[] = [];
    let depth = 1;
    for (this.#at += 1; this.#at < bytes.length; this.#at++) {
      let code = bytes[this.#at] as number;
      if (code === 0x5c) {
        const escaped = this.#escape();
        if (escaped === undefined) continue;
        code = escaped;
      } else if (code === 0x28) depth++;
      else if (code === 0x29 && --depth === 0) break;
      out.push(code);
    }
    this.#at += 1;
    return new ByteString(out);
  }

  /** The character a backslash stands for; undefined for a line that goes on. */
  #escape(): number | undefined {
    const bytes = this.#bytes;
    const code = bytes[++this.#at] ?? 0;
    if (code === 13 && bytes[this.#at + 1] === 10) this.#at++;
    if (code === 10 || code === 13) return undefined;
    const index = escapes.indexOf(String.fromCharCode(code));
    if (index !== -1) return escaped[index];
    if (code < 0x30 || code > 0x37) return code;
    let value = code - 0x30;
    for (let count = 1; count < 3; count++) {
      const digit = (bytes[this.#at + 1] ?? 0) - 0x30;
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
      this.#at++;
    }
    return value & 255;
  }

  /** Up to the closing bracket. */
  #members(depth: number): Operand[] {
    const members: Operand[] = [];
    for (;;) {
      const token = this.next(depth + 1);
      if (token === end || token === closing) return members;
      members.push(token instanceof Keyword ? constant(token) : token);
    }
  }
}

const escapes = 'nrtbf';
const escaped = [10, 13, 9, 8, 12];

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function dictionary(members: ReadonlyArray<Operand>): Map<string, Operand> {
  const found = new Map<string, Operand>();
  for (let index = 0; index + 1 < members.length; index += 2) {
    const key = members[index];
    if (isName(key)) found.set(key.name, members[index + 1] as Operand);
  }
  return found;
}

function latin1(bytes: Uint8Array): string {
  return bytes.length < 16 ? String.fromCharCode(...bytes) : Buffer.from(bytes).toString('latin1');
}
