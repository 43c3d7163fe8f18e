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

/** An indirect reference: it stands in files, never in content streams (ISO 32000-1, 7.3.10). */
export class Reference {
  readonly object: number;

  constructor(object: number) {
    this.object = object;
  }
}

export type Dictionary = ReadonlyMap<string, Operand>;

/**
 * An object written into content or file: a number, a name, a string, an array, a dictionary, a
 * reference; null for what else there is.
 */
export type Operand = number | boolean | null | Name | ByteString | Reference | Operand[] | Dictionary;

export function isName(operand: Operand | undefined): operand is Name {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}

/** The name that a name object is. */
export function nameIn(operand: Operand | undefined): string | undefined {
  return isName(operand) ? operand.name : undefined;
}

/** Keys and values in turn as a dictionary. */
export function dictionaryOf(members: ReadonlyArray<Operand>): Dictionary {
  const found = new Map<string, Operand>();
  for (let index = 0; index + 1 < members.length; index += 2) {
    const key = members[index];
    if (isName(key)) found.set(key.name, members[index + 1] as Operand);
  }
  return found;
}
