import { SaxesParser } from 'saxes';

export interface XmlAttribute {
  /** With its prefix. */
  readonly name: string;
  /** Without. */
  readonly local: string;
  /** Empty for an attribute without prefix. */
  readonly namespace: string;
  readonly value: string;
}

/** The beginning of an element; what declares namespaces is not among its attributes. */
export interface XmlElement {
  readonly namespace: string;
  /** Without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyArray<XmlAttribute>;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Where its start tag stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** Who hears of the elements and text of a document, in order; an empty element opens and closes. */
export interface XmlListener {
  readonly open: (element: XmlElement) => void;
  /** @param end where the element ends in the source */
  readonly close: (end: number) => void;
  readonly text: (text: string) => void;
  readonly comment?: (start: number, end: number) => void;
  /** A processing instruction to some program, but one for a stylesheet; without it they are refused. */
  readonly instruction?: (start: number, end: number) => void;
}

/** Why a document is no plain XML, as the end of a sentence, and on which line. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly line: number;
  /** Whether the document is well-formed XML, but uses what could load or expand something. */
  readonly refused: boolean;

  constructor(reason: string, line: number, refused = false) {
    super(reason);
    this.line = line;
    this.refused = refused;
  }
}

const namespaceDeclarations = 'http://www.w3.org/2000/xmlns/';

/**
 * Reads a document in a strict subset of XML 1.0 with namespaces: no document type, no entities but
 * the five predefined ones, no processing instructions but what the listener takes. So no parser can read it differently.
 *
 * @param source the document, decoded
 * @param deepest the most levels of elements
 * @throws {XmlFault} at the first thing that is not in the subset
 */
export function readXml(source: string, deepest: number, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let depth = 0;
  let ended = false;
  let line = 1;
  const refuse = (reason: string): never => {
    throw new XmlFault(reason, parser.line, true);
  };
  parser.on('doctype', () => refuse('has a document type declaration'));
  parser.on('processinginstruction', ({ target, body }) => {
    const start = source.lastIndexOf('<?', parser.position - 1);
    if (listener.instruction === undefined || target === 'xml-stylesheet' || body.includes('<?'))
      return refuse('has a processing instruction');
    return listener.instruction(start, source.indexOf('?>', start) + 2);
  });
  parser.on('opentagstart', () => {
    // What follows the name is read already; its attributes may go on for lines.
    line = parser.line - (/[\r\n]/.test(source.charAt(parser.position - 1)) ? 1 : 0);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    if (depth > deepest) refuse(`is nested more than ${deepest} levels deep`);
    const own = Object.values(attributes).flatMap((attribute) => {
      const { name, local: ownName, uri: namespace, value } = attribute;
      return namespace === namespaceDeclarations ? [] : [{ name, local: ownName, namespace, value }];
    });
    const end = parser.position;
    // No attribute may hold the sign.
    const start = source.lastIndexOf('<', end - 1);
    listener.open({ namespace: uri, name: local, attributes: own, line, start, end });
  });
  parser.on('closetag', () => {
    depth -= 1;
    listener.close(parser.position);
  });
  // Told of before the last of its signs is read.
  parser.on('comment', () =>
    listener.comment?.(source.lastIndexOf('<!--', parser.position - 4), parser.position + 1),
  );
  const within = (text: string): void => {
    if (depth > 0) listener.text(text);
  };
  parser.on('text', within);
  parser.on('cdata', within);
  parser.on('error', ({ message }) => {
    if (ended) throw endOf(source, parser.line);
    if (!message.endsWith('undefined entity.')) throw new XmlFault('is not well-formed XML', parser.line);
    refuse(
      `uses the entity "${source.slice(source.lastIndexOf('&', parser.position - 1), parser.position)}"`,
    );
  });
  parser.write(source);
  ended = true;
  parser.close();
}

/** A document that ends too early, be it because an ampersand took all the rest for the name of an entity. */
function endOf(source: string, last: number): XmlFault {
  const ampersand = source.indexOf('&', source.lastIndexOf(';') + 1);
  if (ampersand < 0) return new XmlFault('is cut short', last);
  return new XmlFault('is not well-formed XML', source.slice(0, ampersand).split(/\r\n?|\n/).length);
}
