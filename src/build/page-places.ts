import type { Nodes } from 'hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { sections, type Asset, type Assets, type Book, type Hast } from '../book/book.ts';
import type { Message } from '../book/messages/messages.ts';
import { reasonWithPlace } from '../book/messages/told-elsewhere.ts';
import type { PageMap } from '../book/page-map.ts';

/** An element that the page map knows, or a picture, and where it was written. */
interface Place {
  readonly file: VFile;
  readonly point: Point;
  /** The page it is on, as an index; of most pictures unknown. */
  readonly page: number | undefined;
  readonly picture: Asset | undefined;
}

/**
 * Findings on pages of a PDF of the book, told where what stands there was written: at the picture they are
 * about, where no other there can be meant, otherwise where the text of the page begins, as far as the page
 * map knows. Those about pages nobody wrote, or about the whole file, stay as they are.
 */
export function placedOnPages(
  findings: ReadonlyArray<Message>,
  { anchors }: Pick<PageMap, 'anchors'>,
  book: Book<Hast>,
  assets: Assets,
): Message[] {
  if (findings.every(({ page }) => page === undefined)) return [...findings];
  const places = placesIn(book, anchors, assets);
  return findings.map((finding) => {
    const place = placeOf(finding, places);
    if (place === undefined) return finding;
    const { page: _, ...rest } = finding;
    const { line, column } = place.point;
    return { ...rest, file: place.file.path ?? '', line, column, reason: reasonWithPlace(finding) };
  });
}

/** The elements with a place in the print, and the pictures among them, in reading order. */
function placesIn(book: Book<Hast>, anchors: PageMap['anchors'], assets: Assets): Place[] {
  const places: Place[] = [];
  const walk = (node: Nodes, file: VFile): void => {
    const point = node.type === 'element' ? node.position?.start : undefined;
    if (node.type === 'element' && point !== undefined) {
      const { id, src } = node.properties;
      const page = typeof id === 'string' ? anchors.get(id) : undefined;
      const picture = typeof src === 'string' ? assets.get(src) : undefined;
      if (page !== undefined || picture !== undefined) places.push({ file, point, page, picture });
    }
    if ('children' in node) for (const child of node.children) walk(child, file);
  };
  for (const { tree, file } of sections(book)) walk(tree, file);
  return places;
}

function placeOf({ page, rule, reason }: Message, places: ReadonlyArray<Place>): Place | undefined {
  if (page === undefined) return undefined;
  const index = page - 1;
  const before = places.findLastIndex((place) => place.page !== undefined && place.page < index);
  const after = places.findIndex(
    (place, at) => at > before && place.page !== undefined && place.page > index,
  );
  const there = places.slice(Math.max(before, 0), after === -1 ? undefined : after + 1);
  const [picture, ...others] = there.filter((place) => canBeAbout(rule, reason, place.picture));
  if (picture !== undefined && others.every((other) => other.picture === picture.picture)) return picture;
  return there.find((place) => place.page === index) ?? places[before];
}

/** Whether a finding can be about a picture: one of its size, or a drawing where it is about lines. */
function canBeAbout(rule: string, reason: string, picture: Asset | undefined): boolean {
  if (picture === undefined) return false;
  const isDrawing = picture.mediaType === 'image/svg+xml';
  switch (rule) {
    case 'pdf-hairline':
      return isDrawing;
    case 'pdf-image-resolution': {
      const [, width, height] = /(\d+) × (\d+) pixels/.exec(reason) ?? [];
      return !isDrawing && picture.width === Number(width) && picture.height === Number(height);
    }
    case 'pdf-ink-limit':
      return !isDrawing;
    default:
      return ['pdf-bleed', 'pdf-transparency', 'pdf-alt'].includes(rule);
  }
}
