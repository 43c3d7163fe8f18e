import { endOfInlineImage } from './inline-image.ts';
import { dictionaryOf, type Dictionary, type Operand } from './operand.ts';
import { operatorAt } from './operators.ts';
import { readNumber, readOperand } from './read-operand.ts';
import { isNumeric, isRegular, skipDelimited, skipRegular, skipSpace } from './tokens.ts';

/** A colour of DeviceN has 32 components at the most. */
const mostOperands = 64;

/** An operator with its operands, which are read when they are asked for. */
export interface Operation {
  /** An inline image is one operation, called `BI`. */
  readonly operator: string;
  /** The first byte of the first operand, or of the operator where it has none. */
  readonly start: number;
  /** The byte after the operator. */
  readonly end: number;
  /** How many operands there are; arrays and dictionaries are one each. */
  readonly count: number;
  /** The operand with this index, from 0; undefined where there are fewer. */
  operand(index: number): Operand | undefined;
  /** The number that the operand is; 0 where it is none. */
  number(index: number): number;
  /** The numbers among the operands. */
  numbers(): number[];
  /** The operands of `BI` as the dictionary they are. */
  dictionary(): Dictionary;
}

/**
 * The operations of a content stream, one after the other (ISO 32000-1, 7.8.2). Whatever is no
 * token is passed over, as viewers do.
 *
 *     const operations = new Operations(content);
 *     while (operations.next()) visit(operations);
 */
export class Operations implements Operation {
  operator = '';
  start = 0;
  end = 0;
  count = 0;
  readonly #bytes: Uint8Array;
  // Books have millions of operators: nothing is made anew for any of them.
  readonly #starts = new Int32Array(mostOperands);
  readonly #ends = new Int32Array(mostOperands);

  /** @param bytes the decoded content stream */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes on to the next operation; false where there is none. */
  next(): boolean {
    const bytes = this.#bytes;
    const starts = this.#starts;
    const ends = this.#ends;
    let count = 0;
    let image = -1;
    let index = skipSpace(bytes, this.end);
    while (index < bytes.length) {
      const start = index;
      const byte = bytes[start]!;
      const isWord = isRegular(byte);
      index = isWord ? skipRegular(bytes, start + 1) : skipDelimited(bytes, start);
      if (index === start) {
        // A bracket that closes nothing.
        count = 0;
        index += 1;
      } else if (!isWord || isNumeric(byte) || isConstant(bytes, start, index)) {
        if (count < mostOperands) {
          starts[count] = start;
          ends[count] = index;
          count += 1;
        }
      } else {
        const operator = operatorAt(bytes, start, index);
        if (operator === 'BI') {
          image = start;
          count = 0;
        } else {
          const isImage = operator === 'ID' && image >= 0;
          this.operator = isImage ? 'BI' : operator;
          this.start = isImage ? image : count > 0 ? starts[0]! : start;
          this.end = isImage ? endOfInlineImage(bytes, index) : index;
          this.count = count;
          return true;
        }
      }
      index = skipSpace(bytes, index);
    }
    this.end = index;
    return false;
  }

  operand(index: number): Operand | undefined {
    if (index < 0 || index >= this.count) return undefined;
    return readOperand(this.#bytes, this.#starts[index]!, this.#ends[index]!);
  }

  number(index: number): number {
    const start = this.#starts[index]!;
    return index < this.count && isNumeric(this.#bytes[start]!)
      ? readNumber(this.#bytes, start, this.#ends[index]!)
      : 0;
  }

  numbers(): number[] {
    const numbers: number[] = [];
    for (let index = 0; index < this.count; index += 1)
      if (isNumeric(this.#bytes[this.#starts[index]!]!)) numbers.push(this.number(index));
    return numbers;
  }

  dictionary(): Dictionary {
    return dictionaryOf(Array.from({ length: this.count }, (_, index) => this.operand(index) ?? null));
  }
}

/** The words that are objects: `true`, `false` and `null`. */
function isConstant(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 4) return false;
  const word = operatorAt(bytes, start, end);
  return word === 'true' || word === 'false' || word === 'null';
}
