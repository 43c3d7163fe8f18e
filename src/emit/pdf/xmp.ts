import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Metadata } from '../../book/metadata.ts';

/**
 * The XMP packet of the PDF (ISO 16684-1): Dublin Core and dates, equal to the information
 * dictionary.
 *
 * @param authors names in the order of the title page
 */
export function xmpPacket(metadata: Metadata, authors: ReadonlyArray<string>): string {
  const description = x(
    'rdf:Description',
    {
      'rdf:about': '',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
      'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
    },
    [
      x('dc:format', 'application/pdf'),
      x('dc:title', [alternatives(metadata.title)]),
      ...(authors.length > 0
        ? [
            x('dc:creator', [
              x(
                'rdf:Seq',
                authors.map((name) => x('rdf:li', name)),
              ),
            ]),
          ]
        : []),
      ...(metadata.description === undefined
        ? []
        : [x('dc:description', [alternatives(metadata.description)])]),
      ...(metadata.publisher === undefined
        ? []
        : [x('dc:publisher', [x('rdf:Bag', [x('rdf:li', metadata.publisher.name)])])]),
      x('dc:language', [x('rdf:Bag', [x('rdf:li', metadata.language)])]),
      x('xmp:CreateDate', metadata.modified),
      x('xmp:ModifyDate', metadata.modified),
      x('xmp:MetadataDate', metadata.modified),
      x('xmp:CreatorTool', 'Colophon'),
      x('pdf:Producer', 'Colophon'),
    ],
  );
  const packet = x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [
    x('rdf:RDF', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }, [description]),
  ]);
  // The packet wrapper is not markup but a marker of fixed bytes (ISO 16684-1, 7.3.2).
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${toXml(packet)}\n<?xpacket end="r"?>`;
}

/** A language alternative with the default text alone. */
function alternatives(text: string): ReturnType<typeof x> {
  return x('rdf:Alt', [x('rdf:li', { 'xml:lang': 'x-default' }, text)]);
}
