import {
  PDFHexString,
  PDFName,
  type PDFArray,
  type PDFContext,
  type PDFDocument,
  type PDFRef,
} from 'pdf-lib';
import type { Bytes } from '../../../book/bytes.ts';
import type { Labels } from '../../../book/labels.ts';
import type { Metadata } from '../../../book/metadata.ts';
import { noShelf, type Shelf } from '../../../book/shelf.ts';
import { linkInside, type Targets } from './destinations.ts';
import type { Geometry } from '../page/geometry.ts';
import type { AnchorPlace, PaginationResult } from '../page/pagination.ts';
import type { Bookmark } from './bookmarks.ts';
import { artifactMarker } from '../content/artifact-marker.ts';
import { glyphJoiner } from '../content/glyph-joiner.ts';
import { mapGlyphs } from '../content/map-glyphs.ts';
import { rewritePages } from '../content/rewrite-pages.ts';
import { wordJoiner } from '../content/word-joiner.ts';
import { linkNames, type PrintLink } from './link-names.ts';
import { openPrint } from '../file/open-print.ts';
import { saveIdentified } from '../file/save-identified.ts';
import { citingPlaces } from '../structure/bibliography.ts';
import { completeTags } from '../structure/complete-tags.ts';
import { notesByMark } from '../structure/notes.ts';
import { referenceTargets } from '../structure/references.ts';
import { dropPages } from '../page/drop-pages.ts';
import type { Originals } from '../stand-ins/stand-ins.ts';
import { partShadows } from '../structure/part-shadows.ts';
import { claimForms } from '../structure/tagged-forms.ts';
import { returnSpareTexts } from '../structure/spare-texts.ts';
import { tidyLinks } from './tidy-links.ts';
import { property } from '../description/xmp-property.ts';
import { describe } from '../description/describe.ts';
import type { Conformance } from '../description/xmp.ts';

/**
 * Turns Chrome's PDF into the edition for screens: cut to the trim size, with page labels,
 * bookmarks and metadata, with named destinations that its inner links lead to, and with tags as
 * PDF/UA-1 asks for (ISO 14289-1).
 *
 * @param pdf what Chrome printed
 * @param scratch the folder for what would fill the memory; without one all stays in memory
 * @param pages what an earlier build made of its pages
 * @returns PDF 1.7 with object streams; equal bytes for equal input
 */
export async function finishForScreen(
  pdf: Bytes,
  book: {
    readonly metadata: Metadata;
    readonly labels: Labels;
    readonly bookmarks: ReadonlyArray<Bookmark>;
    readonly links: ReadonlyArray<PrintLink>;
    readonly originals?: Originals;
    readonly hasShadows?: boolean;
  },
  pagination: PaginationResult,
  geometry: Geometry,
  scratch?: string,
  pages: Shelf = noShelf,
): Promise<Bytes> {
  const document = await openPrint(pdf, undefined, book.originals);
  returnSpareTexts(document, pagination.pages.length);
  dropPages(document, pagination.pages.length);
  const forms = claimForms(document);
  if (book.hasShadows === true) await partShadows(document, forms);
  trimPages(document, geometry);
  const targets = new Map(
    pagination.anchors.map((anchor) => [anchor.id, destination(document, anchor, geometry)] as const),
  );
  linkInside(document, targets);
  tidyLinks(document, geometry);
  const names = linkNames(book.links, pagination, book.labels);
  const decoration = completeTags(document, names, {
    marks: notesByMark(book.links),
    citing: citingPlaces(book.links),
    referred: referenceTargets(book.links),
  });
  const marker = artifactMarker(decoration, geometry.sheet.height, forms);
  await rewritePages(document, forms, [wordJoiner(), glyphJoiner(), marker.rewrite], {
    shelf: pages,
    facts: marker.facts,
  });
  await mapGlyphs(document);
  labelPages(document, pagination);
  addBookmarks(document, book.bookmarks, targets);
  describe(document, book.metadata, book.labels, { product: 'pdf', conformance: accessible });
  return saveIdentified(document, scratch);
}

/** The upper left corner of the sheet is the upper left corner of the bleed. */
function trimPages(document: PDFDocument, { sheet, trim, bleed }: Geometry): void {
  for (const page of document.getPages()) {
    page.setMediaBox(bleed, sheet.height - bleed - trim.height, trim.width, trim.height);
    page.node.delete(PDFName.of('CropBox'));
  }
}

/** An explicit destination a little above the element, so that it is not cut off at the top. */
function destination(document: PDFDocument, anchor: AnchorPlace, geometry: Geometry): PDFArray {
  const { sheet, bleed, margins, lineHeight } = geometry;
  const fromTop = bleed + margins.top + anchor.y * 0.75 - lineHeight / 2;
  const y = Math.round((sheet.height - fromTop) * 100) / 100;
  const page = document.getPage(anchor.page).ref;
  return document.context.obj([page, 'XYZ', null, y, null]);
}

/**
 * Page labels (ISO 32000-1, 12.4.2): ranges of roman and of arabic numbers. Viewers count in the digits 0 to 9
 * alone, so that pages numbered in others have a label each.
 */
function labelPages(document: PDFDocument, { pages }: PaginationResult): void {
  const firstArabic = pages.findIndex(({ label }) => /^\p{Nd}/u.test(label));
  const isLatin = /^\d/.test(pages[firstArabic]?.label ?? '');
  const arabic = isLatin
    ? [firstArabic, { S: 'D' }]
    : pages
        .slice(firstArabic)
        .flatMap(({ label }, index) => [firstArabic + index, { P: PDFHexString.fromText(label) }]);
  const ranges = firstArabic > 0 ? [0, { S: 'r' }, ...arabic] : arabic;
  document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: ranges }));
}

/** The outline tree (ISO 32000-1, 12.3.3), the first level open. */
function addBookmarks(document: PDFDocument, bookmarks: ReadonlyArray<Bookmark>, targets: Targets): void {
  if (bookmarks.length === 0) return;
  const { context } = document;
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);
  const { first, last } = outlineItems(context, bookmarks, rootRef, targets);
  root.set(PDFName.of('First'), first);
  root.set(PDFName.of('Last'), last);
  root.set(PDFName.of('Count'), context.obj(bookmarks.length));
  document.catalog.set(PDFName.of('Outlines'), rootRef);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function outlineItems(
  context: PDFContext,
  bookmarks: ReadonlyArray<Bookmark>,
  parent: PDFRef,
  targets: Targets,
): { readonly first: PDFRef; readonly last: PDFRef } {
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach((bookmark, index) => {
    const item = context.obj({ Title: PDFHexString.fromText(bookmark.title), Parent: parent });
    const target = targets.get(bookmark.id);
    if (target !== undefined) item.set(PDFName.of('Dest'), target);
    const previous = refs[index - 1];
    const next = refs[index + 1];
    if (previous !== undefined) item.set(PDFName.of('Prev'), previous);
    if (next !== undefined) item.set(PDFName.of('Next'), next);
    const ref = refs[index] as PDFRef;
    if (bookmark.children.length > 0) {
      const inner = outlineItems(context, bookmark.children, ref, targets);
      item.set(PDFName.of('First'), inner.first);
      item.set(PDFName.of('Last'), inner.last);
      item.set(PDFName.of('Count'), context.obj(-bookmark.children.length));
    }
    context.assign(ref, item);
  });
  return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef };
}

/** What PDF/UA asks of the packet (ISO 14289-1, clause 5). */
const accessible: Conformance = {
  namespaces: { pdfuaid: 'http://www.aiim.org/pdfua/ns/id/' },
  properties: property('pdfuaid:part', '1'),
};
