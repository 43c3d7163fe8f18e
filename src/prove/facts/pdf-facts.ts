import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Product } from '../../book/product.ts';
import { readXmp } from '../../pdf/xmp.ts';
import { loadPdf } from '../load-pdf.ts';
import { readOut } from '../unreadable-file.ts';
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
 * @param place where the copyright page is: the name of its destination, or an index into the pages
 */
export async function pdfFacts(
  pdf: Uint8Array,
  file: string,
  product: Product,
  place: string | number | undefined,
): Promise<PdfFacts> {
  const loading = loadPdf(pdf);
  try {
    const document = await readOut(() => loading.promise);
    const { info, metadata } = await readOut(() => document.getMetadata());
    const { Title, Language } = info as { readonly Title?: string; readonly Language?: string };
    const dictionary: Carrier = {
      name: 'The PDF',
      file,
      product,
      facts: {
        title: [Title ?? ''],
        language: [Language ?? ''],
        pages: [String(document.numPages)],
      },
      lenient: new Set(['pages']),
    };
    const packet = metadata === null ? '<none/>' : (metadata.getRaw() as string);
    return {
      carriers: [dictionary, xmpFacts(packet, file, product)],
      page: place === undefined ? undefined : await pageText(document, place),
    };
  } finally {
    await loading.destroy();
  }
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
async function pageText(document: PDFDocumentProxy, place: string | number): Promise<string | undefined> {
  const index = typeof place === 'number' ? place : await pageIndex(document, place);
  if (index === undefined) return undefined;
  const numbers = [index + 1, index + 2].filter((number) => number <= document.numPages);
  const texts: string[] = [];
  for (const number of numbers) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) texts.push(item.str, item.hasEOL ? '\n' : '');
    texts.push('\n');
  }
  return texts.join('');
}

async function pageIndex(document: PDFDocumentProxy, name: string): Promise<number | undefined> {
  const destination = (await document.getDestination(name)) as [{ num: number; gen: number }] | null;
  return destination === null ? undefined : document.getPageIndex(destination[0]);
}
