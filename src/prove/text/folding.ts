/** What stands in the table for characters that are not looked at yet. */
const unseen = 0;
/** … that are left out, and that become several. */
const dropped = 1;
const several = 2;

/**
 * Writes texts so that two editions of one text agree. Characters are looked at once: books have a
 * million of them.
 */
export class Folding {
  /** Different from that of every folding that writes a text otherwise. */
  readonly name: string;
  readonly #rule: (character: string) => string;
  readonly #table = new Uint16Array(0x10000);
  readonly #longer = new Map<number, string>();

  /**
   * @param name different from that of every folding that writes a text otherwise
   * @param rule what becomes of a character, whatever stands around it
   */
  constructor(name: string, rule: (character: string) => string) {
    this.name = name;
    this.#rule = rule;
  }

  /** The text, folded. */
  fold(text: string): string {
    const { length } = text;
    const units = Buffer.allocUnsafe(2 * length);
    let used = 0;
    let folded = '';
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      let found = this.#table[unit]!;
      if (found === unseen) found = this.#look(unit);
      if (found === dropped) continue;
      if (found !== several) {
        units[used] = found & 0xff;
        units[used + 1] = found >> 8;
        used += 2;
        continue;
      }
      folded += units.toString('utf16le', 0, used);
      used = 0;
      const isPair = unit >= 0xd800 && unit < 0xdc00 && index + 1 < length;
      folded += isPair ? this.#rule(text.slice(index, index + 2)) : (this.#longer.get(unit) ?? '');
      if (isPair) index += 1;
    }
    return folded + units.toString('utf16le', 0, used);
  }

  #look(unit: number): number {
    // Characters beyond the basic plane are pairs, which no table holds.
    const isSurrogate = unit >= 0xd800 && unit < 0xe000;
    const character = String.fromCharCode(unit);
    const result = isSurrogate ? '' : this.#rule(character);
    const code = result.charCodeAt(0);
    const isSingle = result.length === 1 && code > several;
    const found = isSurrogate ? several : result === '' ? dropped : isSingle ? code : several;
    if (found === several && !isSurrogate) this.#longer.set(unit, result);
    this.#table[unit] = found;
    return found;
  }
}

/** All that can be seen: what e-books have as it was written. */
export function visibleText(): Folding {
  return new Folding('visible', (character) => (/[\s\p{Cc}\p{Cf}]/u.test(character) ? '' : character));
}

/**
 * Letters and digits as print may show them: a font can have one shape for a ligature and its letters,
 * capitals for small capitals, and accents as shapes of their own; spaces, hyphens and punctuation are
 * set anew at the ends of lines.
 *
 * @param missing characters no font has
 */
export function printedLetters(missing: ReadonlySet<string>): Folding {
  return new Folding(`letters without ${[...missing].toSorted().join('')}`, (character) =>
    missing.has(character)
      ? ''
      : character
          .normalize('NFKD')
          .replace(/[^\p{L}\p{N}]|\p{Lm}/gu, '')
          .toUpperCase(),
  );
}
