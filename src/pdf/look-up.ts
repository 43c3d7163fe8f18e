import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib';

/** The values of entries as they are, whatever the file says: undefined where it is another type. */

/** The object of an entry, its reference followed. */
export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  if (dict === undefined) return undefined;
  return dict.lookup(PDFName.of(key));
}

/** A dictionary; that of a stream too. */
export function dictOf(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(entry(dict, key));
}

export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
}

export function streamOf(dict: PDFDict | undefined, key: string): PDFStream | undefined {
  const object = entry(dict, key);
  return object instanceof PDFStream ? object : undefined;
}

/** The members of an array, references followed; none where it is no array. */
export function arrayOf(dict: PDFDict | undefined, key: string): PDFObject[] {
  return asArray(entry(dict, key));
}

export function asArray(object: PDFObject | undefined): PDFObject[] {
  if (!(object instanceof PDFArray)) return [];
  return object.asArray().flatMap((_, index) => object.lookup(index) ?? []);
}

export function nameOf(dict: PDFDict | undefined, key: string): string | undefined {
  return asName(entry(dict, key));
}

export function asName(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

export function numberOf(dict: PDFDict | undefined, key: string): number | undefined {
  const object = entry(dict, key);
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}

export function booleanOf(dict: PDFDict | undefined, key: string): boolean | undefined {
  const object = entry(dict, key);
  return object instanceof PDFBool ? object.asBoolean() : undefined;
}

/** A text string. */
export function textOf(dict: PDFDict | undefined, key: string): string | undefined {
  const object = entry(dict, key);
  if (!(object instanceof PDFString || object instanceof PDFHexString)) return undefined;
  try {
    return object.decodeText();
  } catch {
    return object.asString();
  }
}

/** The numbers of an array; undefined where one is none. */
export function numbersOf(dict: PDFDict | undefined, key: string): number[] | undefined {
  const members = arrayOf(dict, key);
  const numbers = members.flatMap((member) => (member instanceof PDFNumber ? member.asNumber() : []));
  return numbers.length > 0 && numbers.length === members.length ? numbers : undefined;
}

/** The keys of a dictionary. */
export function keysOf(dict: PDFDict | undefined): string[] {
  return dict?.keys().map((key) => key.decodeText()) ?? [];
}
