/** What comes next in an XML document; an empty element opens and closes. */
export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly offset: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly offset: number }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number };

/** Why a document is no plain XML, as the end of a sentence, and where. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly offset: number;
  /** Whether the document is well-formed XML, but uses what could load or expand something. */
  readonly refused: boolean;

  constructor(reason: string, offset: number, refused = false) {
    super(reason);
    this.offset = offset;
    this.refused = refused;
  }
}

const name = String.raw`[\p{L}_][\p{L}\p{N}\p{M}._-]*(?::[\p{L}_][\p{L}\p{N}\p{M}._-]*)?`;
const space = String.raw`[ \t\r\n]`;
const patterns = {
  declaration: String.raw`<\?xml${space}[^?<>]*\?>`,
  close: String.raw`<\/(${name})${space}*>`,
  open: String.raw`<(${name})`,
  attribute: String.raw`${space}+(${name})${space}*=${space}*(?:"([^"<]*)"|'([^'<]*)')`,
  openEnd: String.raw`${space}*(\/?)>`,
};

/** Matches a pattern at an offset, and there only. */
type Match = (pattern: keyof typeof patterns, offset: number) => RegExpExecArray | undefined;

function matcher(source: string): Match {
  const compiled = new Map(Object.entries(patterns).map(([key, each]) => [key, new RegExp(each, 'uy')]));
  return (pattern, offset) => {
    const sticky = compiled.get(pattern) ?? /(?!)/y;
    sticky.lastIndex = offset;
    return sticky.exec(source) ?? undefined;
  };
}

/**
 * The elements and text of a document in a strict subset of XML 1.0: no document type, no
 * entities but the five predefined ones, no processing instructions. Whatever else there
 * is ends in an {@link XmlFault}, so that no parser can read the document differently.
 *
 * @param source the document, decoded
 */
export function* xmlEvents(source: string): Generator<XmlEvent, void, undefined> {
  const match = matcher(source);
  const open: string[] = [];
  let offset = match('declaration', 0)?.[0].length ?? 0;
  let roots = 0;
  while (offset < source.length) {
    const start = offset;
    if (source[offset] !== '<') {
      offset = positionOf('<', source, offset);
      const text = source.slice(start, offset);
      if (open.length > 0) yield { kind: 'text', text: resolve(text, start), offset: start };
      else if (text.trim() !== '') throw new XmlFault('is not well-formed XML', start);
    } else if (source.startsWith('<!--', offset)) {
      offset = positionOf('-->', source, offset + 4) + 3;
    } else if (source.startsWith('<![CDATA[', offset) && open.length > 0) {
      offset = positionOf(']]>', source, offset) + 3;
      yield { kind: 'text', text: source.slice(start + 9, offset - 3), offset: start };
    } else if (source[offset + 1] === '/') {
      const close = match('close', offset);
      if (close === undefined || open.pop() !== close[1]) throw new XmlFault('is not well-formed XML', start);
      offset += close[0].length;
      yield { kind: 'close', name: close[1] ?? '', offset: start };
    } else {
      const element = match('open', offset)?.[1];
      if (element === undefined) throw unexpected(source, offset);
      if (open.length === 0) roots += 1;
      if (roots > 1) throw new XmlFault('is not well-formed XML', start);
      const { attributes, end, empty } = readAttributes(match, offset + 1 + element.length);
      offset = end;
      yield { kind: 'open', name: element, attributes, offset: start };
      if (empty) yield { kind: 'close', name: element, offset: start };
      else open.push(element);
    }
  }
  if (open.length > 0 || roots === 0 || offset > source.length)
    throw new XmlFault('is cut short', source.length);
}

/** Where a text comes next; past the end where it does not come at all. */
function positionOf(text: string, source: string, from: number): number {
  const found = source.indexOf(text, from);
  return found < 0 ? source.length : found;
}

function readAttributes(
  match: Match,
  start: number,
): { readonly attributes: Map<string, string>; readonly end: number; readonly empty: boolean } {
  const attributes = new Map<string, string>();
  let offset = start;
  for (;;) {
    const end = match('openEnd', offset);
    if (end !== undefined) return { attributes, end: offset + end[0].length, empty: end[1] === '/' };
    const attribute = match('attribute', offset);
    if (attribute?.[1] === undefined || attributes.has(attribute[1])) {
      throw new XmlFault('is not well-formed XML', offset);
    }
    attributes.set(attribute[1], resolve(attribute[2] ?? attribute[3] ?? '', offset));
    offset += attribute[0].length;
  }
}

function unexpected(source: string, offset: number): XmlFault {
  if (/^<!doctype/i.test(source.slice(offset, offset + 9))) {
    return new XmlFault('has a document type declaration', offset, true);
  }
  if (source.startsWith('<?', offset)) return new XmlFault('has a processing instruction', offset, true);
  return new XmlFault('is not well-formed XML', offset);
}

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolve(text: string, offset: number): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([\w.-]+))?(;?)/g, (_, ...groups: string[]) => {
    const [decimal, hexadecimal, entity, end] = groups;
    const code = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
    if (end === ';' && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const value = predefined.get(entity ?? '');
    if (end === ';' && value !== undefined) return value;
    if (end === ';' && entity !== undefined)
      throw new XmlFault(`uses the entity "&${entity};"`, offset, true);
    throw new XmlFault('is not well-formed XML', offset);
  });
}
