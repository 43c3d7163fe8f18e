/** A name object. */
export interface Name {
  readonly name: string;
}

/** A string object, byte by byte; an array of numbers is made many times faster than one of bytes. */
export class ByteString {
  readonly bytes: ReadonlyArray<number>;

  constructor(bytes: ReadonlyArray<number>) {
    this.bytes = bytes;
  }
}

/** An operand of a content stream: a number, a name, a string, an array, a dictionary; null for what else there is. */
export type Operand = number | boolean | null | Name | ByteString | Operand[] | Map<string, Operand>;

export function isName(operand: Operand | undefined): operand is Name {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}

/** The name that a name object is. */
export function nameIn(operand: Operand | undefined): string | undefined {
  return isName(operand) ? operand.name : undefined;
}

/** The number, or 0. */
export function numberIn(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}
