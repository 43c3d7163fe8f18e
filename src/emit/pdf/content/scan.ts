import { endOfInlineImage } from './inline-image.ts';
import { operatorAt } from './operators.ts';
import { classAt, regular, skipDelimited, skipRegular, skipSpace } from './tokens.ts';

/** Offsets of a part of a content stream, the end exclusive. */
export type ByteRange = readonly [start: number, end: number];

/** An operator with its operands, as offsets into the content stream. */
export interface Operation {
  /** An inline image is one operation, called `BI`. */
  readonly operator: string;
  /** The first byte of the first operand, or of the operator where it has none. */
  readonly start: number;
  /** The byte after the operator. */
  readonly end: number;
  /** Arrays and dictionaries are one operand each. */
  readonly operands: ReadonlyArray<ByteRange>;
}

/**
 * Calls `visit` with every operation of a content stream in turn (ISO 32000-1, 7.8.2).
 *
 * @param bytes the decoded content stream
 * @param visit gets one object that the next operation overwrites: whoever keeps it copies it
 */
export function scan(bytes: Uint8Array, visit: (operation: Operation) => void): void {
  // Books have millions of operators: nothing is made anew for any of them.
  const pool: Array<[number, number]> = [];
  const firstOf: Array<ReadonlyArray<ByteRange>> = [];
  const operation = { operator: '', start: 0, end: 0, operands: [] as ReadonlyArray<ByteRange> };
  let count = 0;
  let image = -1;
  let index = skipSpace(bytes, 0);
  while (index < bytes.length) {
    const start = index;
    const isWord = classAt(bytes, start) === regular;
    index = isWord ? skipRegular(bytes, start) : skipDelimited(bytes, start);
    if (!isWord || isOperand(bytes, start, index)) {
      const range = (pool[count] ??= [0, 0]);
      range[0] = start;
      range[1] = index;
      count += 1;
    } else {
      const operator = operatorAt(bytes, start, index);
      if (operator === 'BI') image = start;
      else {
        operation.operator = operator;
        operation.operands = firstOf[count] ??= pool.slice(0, count);
        operation.start = count > 0 ? pool[0]![0] : start;
        if (operator === 'ID' && image >= 0) {
          operation.operator = 'BI';
          operation.start = image;
          index = endOfInlineImage(bytes, index);
          image = -1;
        }
        operation.end = index;
        visit(operation);
        count = 0;
      }
    }
    index = skipSpace(bytes, index);
  }
}

/** Numbers, and the words that are objects: `true`, `false` and `null`. */
function isOperand(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b) return true;
  if (end - start < 4) return false;
  const word = operatorAt(bytes, start, end);
  return word === 'true' || word === 'false' || word === 'null';
}
