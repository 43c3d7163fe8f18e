import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';
import type { Geometry } from '../page/geometry.ts';

/** A link annotation, its rectangle in points from the lower left corner of the sheet. */
interface Link {
  readonly ref: PDFRef;
  readonly annotation: PDFDict;
  /** Where it leads, as written in the file. */
  readonly target: string;
  readonly bottom: number;
  readonly top: number;
  readonly width: number;
  /** Target and rectangle. */
  readonly key: string;
}

/**
 * Leaves of every link one annotation a line.
 *
 * In a paragraph that goes on over the page Chrome writes the links twice, and those of a line
 * at the break a third time: as the sliver by which their letters stick out into the other page.
 * The structure tree loses its references to what is deleted (ISO 32000-1, 14.7.4.3).
 */
export function tidyLinks(document: PDFDocument, geometry: Geometry): void {
  const pages = document.getPages().map((page) => linksOf(page.node.Annots(), document));
  const superfluous = [...pages.flatMap(duplicates), ...slivers(pages, geometry)];
  if (superfluous.length === 0) return;
  const deleted = new Set(superfluous.map(({ ref }) => ref));
  for (const { node } of document.getPages()) {
    const annotations = node.Annots()?.asArray() ?? [];
    const kept = annotations.filter((entry) => !deleted.has(entry as PDFRef));
    if (kept.length < annotations.length) node.set(PDFName.of('Annots'), document.context.obj(kept));
  }
  untag(document, superfluous, deleted);
  for (const ref of deleted) document.context.delete(ref);
}

function linksOf(annotations: PDFArray | undefined, { context }: PDFDocument): Link[] {
  return (annotations?.asArray() ?? []).flatMap((ref): Link[] => {
    if (!(ref instanceof PDFRef)) return [];
    const annotation = context.lookup(ref, PDFDict);
    const rectangle = annotation.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (rectangle === undefined) return [];
    const { x, y, width, height } = rectangle;
    const target = String(
      annotation.get(PDFName.of('Dest')) ??
        annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.get(PDFName.of('URI')),
    );
    const key = JSON.stringify([target, x, y, width, height]);
    return [{ ref, annotation, target, bottom: y, top: y + height, width, key }];
  });
}

function duplicates(links: ReadonlyArray<Link>): Link[] {
  const seen = new Set<string>();
  return links.filter(({ key }) => {
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

/** What is left of a link beyond the break: Chrome cuts both parts off at the edge of the text area. */
function slivers(pages: ReadonlyArray<ReadonlyArray<Link>>, geometry: Geometry): Link[] {
  const { sheet, trim, bleed, margins, lineHeight } = geometry;
  const upperEdge = sheet.height - bleed - margins.top - 1;
  const lowerEdge = sheet.height - bleed - trim.height + margins.bottom + 1;
  const height = ({ top, bottom }: Link): number => top - bottom;
  return pages.flatMap((links, index) => {
    const next = (pages[index + 1] ?? []).filter(({ top }) => top >= upperEdge);
    const last = links.filter(({ bottom }) => bottom <= lowerEdge);
    return last.flatMap((before) =>
      next.flatMap((after): Link[] => {
        if (before.target !== after.target || Math.abs(before.width - after.width) > 0.5) return [];
        const smaller = height(before) < height(after) ? before : after;
        return height(smaller) < lineHeight / 3 ? [smaller] : [];
      }),
    );
  });
}

/** Their entries in the parent tree say which elements refer to them. */
function untag(document: PDFDocument, links: ReadonlyArray<Link>, deleted: ReadonlySet<PDFRef>): void {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  const numbers = tree?.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray();
  if (tree === undefined || numbers === undefined) return;
  const gone = new Set(links.map(({ annotation }) => String(annotation.get(PDFName.of('StructParent')))));
  const kept = numbers.flatMap((number, index) => {
    const parent = numbers[index + 1];
    if (index % 2 === 1 || parent === undefined) return [];
    if (!gone.has(String(number))) return [number, parent];
    const element = document.context.lookup(parent, PDFDict);
    const kids = element.lookupMaybe(PDFName.of('K'), PDFArray)?.asArray() ?? [];
    const others = kids.filter(
      (kid) => !(kid instanceof PDFDict) || !deleted.has(kid.get(PDFName.of('Obj')) as PDFRef),
    );
    element.set(PDFName.of('K'), document.context.obj(others));
    return [];
  });
  tree.set(PDFName.of('Nums'), document.context.obj(kept));
}
