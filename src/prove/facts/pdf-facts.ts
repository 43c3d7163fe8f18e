import type { Bytes } from '../../book/bytes.ts';
import type { Product } from '../../book/product.ts';
import { destinationsOf } from '../../pdf/file/destinations.ts';
import { Objects } from '../../pdf/file/objects.ts';
import { filePages } from '../../pdf/file/pages.ts';
import { TextFonts } from '../../pdf/text/fonts.ts';
import { pageText } from '../../pdf/text/page-text.ts';
import type { TextRun } from '../../pdf/text/run-writer.ts';
import { readXmp } from '../../pdf/xmp.ts';
import type { Carrier } from './fact.ts';
import { isbnsOf } from './isbn.ts';

/** What a PDF says of its book. */
export interface PdfFacts {
  readonly carriers: ReadonlyArray<Carrier>;
  /** The text of its copyright page. */
  readonly page: string | undefined;
}

/**
 * What the information dictionary, the XMP packet (ISO 16684-1) and the copyright page of a PDF
 * say.
 *
 * @param pdf the file, which stays as it is
 * @param file its name
 * @param product of which product it is: of the PDF for screens, or of the printed book
 * @param place where the copyright page is: the id it has a destination of, or an index into the pages
 * @throws FileError where it cannot be read
 */
export function pdfFacts(
  pdf: Bytes,
  file: string,
  product: Product,
  place: string | number | undefined,
): PdfFacts {
  const objects = Objects.of(pdf);
  const pages = filePages(objects);
  const information = objects.dictionary(objects.trailer.get('Info'));
  const dictionary: Carrier = {
    name: 'The PDF',
    file,
    product,
    facts: {
      title: [objects.text(information?.get('Title')) ?? ''],
      language: [objects.text(objects.root.get('Lang')) ?? ''],
      pages: [String(pages.length)],
    },
    lenient: new Set(['pages']),
  };
  const packet = objects.stream(objects.root.get('Metadata'))?.bytes;
  return {
    carriers: [dictionary, xmpFacts(Buffer.from(packet ?? '<none/>').toString('utf8'), file, product)],
    page: place === undefined ? undefined : copyrightPage(objects, place),
  };
}

function xmpFacts(packet: string, file: string, product: Product): Carrier {
  const xmp = readXmp(packet);
  const values = (name: string): ReadonlyArray<string> => xmp.values(name);
  return {
    name: 'The XMP of the PDF',
    file,
    product,
    facts: {
      title: values('dc:title'),
      language: values('dc:language'),
      publisher: values('dc:publisher'),
      isbn: isbnsOf([...values('dc:identifier'), ...values('xmp:Identifier')]),
      holders: values('xmpRights:Owner'),
      licence: values('xmpRights:WebStatement'),
      reservation: values('tdm:reservation'),
      policy: values('tdm:policy'),
    },
    // Without a licence the statement is the website.
    lenient: new Set(['licence']),
    prose: { text: values('dc:rights').join(' '), facts: ['years', 'holders'] },
  };
}

/** The page a destination leads to or with this index, and the one behind it, on which a long copyright page goes on. */
function copyrightPage(objects: Objects, place: string | number): string | undefined {
  const index = typeof place === 'number' ? place : destinationsOf(objects).get(place)?.page;
  if (index === undefined) return undefined;
  const fonts = new TextFonts(objects, (text) => text);
  return filePages(objects)
    .slice(index, index + 2)
    .map((page) => inLines(pageText(page, objects, fonts)))
    .join('\n');
}

function inLines(runs: ReadonlyArray<TextRun>): string {
  return runs.map(({ text, y }, index) => (y === runs[index - 1]?.y ? text : `\n${text}`)).join('');
}
