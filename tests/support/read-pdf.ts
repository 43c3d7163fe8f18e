import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text as a viewer sees it; lengths in points from the upper left corner of the page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
}

/** Where a link, a bookmark or a name leads. */
export interface PdfPlace {
  /** Index into the pages. */
  readonly page?: number;
  /** From the top of the page. */
  readonly y?: number;
}

/** A link: to a place in the file, or to an address. */
export interface PdfLink extends PdfPlace {
  /** The name of the destination. */
  readonly name?: string;
  readonly url?: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: ReadonlyArray<PdfRun>;
  /** The text of the page with a line break after each line. */
  readonly text: string;
  readonly links: ReadonlyArray<PdfLink>;
}

export interface PdfBookmark {
  readonly title: string;
  /** Index into the pages; undefined where it leads nowhere. */
  readonly page: number | undefined;
  readonly y: number | undefined;
  readonly children: ReadonlyArray<PdfBookmark>;
}

export interface PdfFont {
  readonly name: string;
  readonly subtype: string;
  readonly embedded: boolean;
}

export interface PdfContent {
  readonly pages: ReadonlyArray<PdfPage>;
  readonly labels: ReadonlyArray<string>;
  /** Every named destination. */
  readonly destinations: ReadonlyMap<string, PdfPlace>;
  readonly outline: ReadonlyArray<PdfBookmark>;
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: string | undefined;
  readonly tagged: boolean;
  readonly xmp: string;
  readonly fonts: ReadonlyArray<PdfFont>;
  /** `[x, y, width, height]` of each page, as written in the file. */
  readonly mediaBoxes: ReadonlyArray<ReadonlyArray<number>>;
}

/** What a reader of the PDF gets, as pdf.js shows it and pdf-lib finds it in the file. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  // pdf.js takes the buffer away from its owner.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const viewed = await loading.promise;
  const stored = await PDFDocument.load(bytes, { updateMetadata: false });
  try {
    const { info, metadata } = await viewed.getMetadata();
    const pages: PdfPage[] = [];
    for (let number = 1; number <= viewed.numPages; number++) pages.push(await readPage(viewed, number));
    return {
      pages,
      destinations: await readDestinations(viewed),
      labels: (await viewed.getPageLabels()) ?? [],
      outline: await readOutline(viewed, (await viewed.getOutline()) ?? []),
      info: info as Readonly<Record<string, unknown>>,
      language: (info as { readonly Language?: string }).Language,
      tagged: ((await viewed.getMarkInfo()) as { readonly Marked?: boolean } | null)?.Marked === true,
      xmp: metadata === null ? '' : metadata.getRaw(),
      fonts: readFonts(stored),
      mediaBoxes: stored.getPages().map((page) => {
        const { x, y, width, height } = page.getMediaBox();
        return [x, y, width, height];
      }),
    };
  } finally {
    await loading.destroy();
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs: PdfRun[] = [];
  let text = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str + (item.hasEOL ? '\n' : '');
    const [, , , , x = 0, y = 0] = item.transform as number[];
    if (item.str.trim() !== '') runs.push({ text: item.str, x: x - left, y: top - y, size: item.height });
  }
  const links: PdfLink[] = [];
  for (const { subtype, url, dest } of (await page.getAnnotations()) as ReadonlyArray<Annotation>) {
    if (subtype !== 'Link') continue;
    const name = typeof dest === 'string' ? { name: dest } : {};
    links.push(url === undefined ? { ...(await destinationOf(document, dest)), ...name } : { url });
  }
  return { width: right - left, height: top - bottom, runs, text, links };
}

interface Annotation {
  readonly subtype: string;
  readonly url?: string;
  readonly dest?: string | unknown[] | null;
}

async function destinationOf(
  document: PDFDocumentProxy,
  dest: string | unknown[] | null | undefined,
): Promise<PdfPlace> {
  const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  if (!Array.isArray(explicit)) return {};
  const index = await document.getPageIndex(explicit[0] as { num: number; gen: number });
  const page = await document.getPage(index + 1);
  return { page: index, y: (page.view[3] ?? 0) - Number(explicit[3]) };
}

async function readDestinations(document: PDFDocumentProxy): Promise<Map<string, PdfPlace>> {
  const named = (await document.getDestinations()) as Readonly<Record<string, unknown[]>>;
  const places = new Map<string, PdfPlace>();
  for (const [name, dest] of Object.entries(named)) places.set(name, await destinationOf(document, dest));
  return places;
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function readOutline(document: PDFDocumentProxy, items: Outline): Promise<PdfBookmark[]> {
  const bookmarks: PdfBookmark[] = [];
  for (const { title, dest, items: below } of items) {
    const { page, y } = await destinationOf(document, dest);
    bookmarks.push({ title, page, y, children: await readOutline(document, below as Outline) });
  }
  return bookmarks;
}

/** Every font dictionary of the file, also those no page refers to. */
function readFonts(document: PDFDocument): PdfFont[] {
  const fonts: PdfFont[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookup(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const subtype = object.lookup(PDFName.of('Subtype'), PDFName).decodeText();
    // The descendant of a composite font is a font dictionary of its own.
    const descendants = object.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray);
    if (descendants !== undefined) continue;
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const files = ['FontFile', 'FontFile2', 'FontFile3'].map(PDFName.of);
    fonts.push({
      name: object.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '',
      subtype,
      embedded: files.some((file) => descriptor?.has(file) === true),
    });
  }
  return fonts;
}
