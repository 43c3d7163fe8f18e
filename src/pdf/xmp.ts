import { SaxesParser } from 'saxes';
import { dictionary } from '../book/dictionary.ts';

/** A packet that is no well-formed XML. */
export class XmpError extends Error {}

/** The properties of an XMP packet. */
export interface XmpProperties {
  /** The texts of a property, or of the items of its list, in the order of the packet. */
  values(name: string): ReadonlyArray<string>;
}

/**
 * The properties of an XMP packet (ISO 16684-1), written as elements or as attributes, by the
 * usual prefixes whatever prefix the packet has.
 *
 * @throws XmpError where it is not well-formed
 */
export function readXmp(packet: string): XmpProperties {
  const found = new Map<string, string[]>();
  const add = (name: string, value: string): void => {
    if (value.trim() === '') return;
    const values = found.get(name);
    if (values === undefined) found.set(name, [value.trim()]);
    else values.push(value.trim());
  };
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new XmpError(error.message, { cause: error });
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    open.push(nameOf(uri, local));
    for (const attribute of Object.values(attributes)) {
      const name = nameOf(attribute.uri, attribute.local);
      if (uri === rdf && local === 'Description' && !name.startsWith('rdf:')) add(name, attribute.value);
    }
  });
  const text = (value: string): void => {
    const property = open.findLast((name) => !name.startsWith('rdf:') && !name.startsWith('x:'));
    if (property !== undefined) add(property, value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => void open.pop());
  parser.write(packet.replaceAll(/<\?xpacket.*?\?>|^\uFEFF/gs, '').trim()).close();
  return { values: (name) => found.get(name) ?? [] };
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const prefixes = dictionary<string>({
  [rdf]: 'rdf',
  'adobe:ns:meta/': 'x',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://www.w3.org/ns/tdmrep/': 'tdm',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
  'http://www.npes.org/pdfx/ns/id/': 'pdfxid',
});

function nameOf(uri: string, local: string): string {
  return `${prefixes[uri] ?? uri}:${local}`;
}
