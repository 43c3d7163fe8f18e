import { PDFStream, type PDFDict, type PDFDocument } from 'pdf-lib';
import { arrayOf, asDict, dictOf, entry, numbersOf, numberOf } from '../../../pdf/look-up.ts';
import { decodeStream, StreamError } from '../../../pdf/streams.ts';

/** `[left, bottom, right, top]` in points. */
export type Box = readonly [number, number, number, number];

export const boxNames = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'] as const;
export type BoxName = (typeof boxNames)[number];

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
  /** Those the page or a node above it states. */
  readonly boxes: Readonly<Partial<Record<BoxName, Box>>>;
  /** Boxes that are stated and are none. */
  readonly broken: ReadonlyArray<BoxName>;
  /** Length of a unit of the page in points (ISO 32000-1, 7.7.3.3). */
  readonly unit: number;
  /** The content, its streams joined. */
  content(): Uint8Array;
}

/** Every page in order (ISO 32000-1, 7.7.3); a node that comes twice is taken once. */
export function pagesOf(document: PDFDocument): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PDFDict>();
  const open = [dictOf(document.catalog, 'Pages')].flatMap((root) => root ?? []).map((node) => [node]);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const node = path.at(-1) as PDFDict;
    if (seen.has(node) || path.length > 64) continue;
    seen.add(node);
    const kids = arrayOf(node, 'Kids');
    if (entry(node, 'Kids') === undefined) pages.push(pageOf(path, pages.length + 1));
    // The last goes first onto the pile.
    for (const kid of kids.toReversed()) {
      const dict = asDict(kid);
      if (dict !== undefined) open.push([...path, dict]);
    }
  }
  return pages;
}

function pageOf(path: ReadonlyArray<PDFDict>, number: number): PdfPage {
  const dict = path.at(-1) as PDFDict;
  const inherited = (key: string): PDFDict | undefined =>
    path.findLast((node) => entry(node, key) !== undefined);
  const boxes: Partial<Record<BoxName, Box>> = {};
  const broken: BoxName[] = [];
  for (const name of boxNames) {
    const owner = name === 'MediaBox' || name === 'CropBox' ? inherited(name) : dict;
    if (owner === undefined || entry(owner, name) === undefined) continue;
    const box = normalBox(numbersOf(owner, name));
    if (box === undefined) broken.push(name);
    else boxes[name] = box;
  }
  return {
    number,
    dict,
    resources: dictOf(inherited('Resources'), 'Resources'),
    boxes,
    broken,
    unit: numberOf(dict, 'UserUnit') ?? 1,
    content: () => contentOf(dict),
  };
}

function normalBox(numbers: ReadonlyArray<number> | undefined): Box | undefined {
  if (numbers?.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  const [x = 0, y = 0, z = 0, w = 0] = numbers;
  const box: Box = [Math.min(x, z), Math.min(y, w), Math.max(x, z), Math.max(y, w)];
  return box[2] - box[0] > 0 && box[3] - box[1] > 0 ? box : undefined;
}

/** @throws StreamError where a stream cannot be decoded */
function contentOf(dict: PDFDict): Uint8Array {
  const contents = entry(dict, 'Contents');
  const streams = contents instanceof PDFStream ? [contents] : arrayOf(dict, 'Contents');
  const space = new Uint8Array([0x0a]);
  const parts = streams.flatMap((stream) => {
    if (!(stream instanceof PDFStream)) throw new StreamError('is no stream');
    return [decodeStream(stream).bytes, space];
  });
  return parts.length === 2 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
}

/** The box by which the page is cut: the TrimBox, or what stands in for it. */
export function trimOf({ boxes }: PdfPage): Box {
  return boxes.TrimBox ?? boxes.ArtBox ?? boxes.CropBox ?? boxes.MediaBox ?? [0, 0, 612, 792];
}

/** The box to which is printed. */
export function bleedOf(page: PdfPage): Box {
  const { boxes } = page;
  return boxes.BleedBox ?? boxes.CropBox ?? boxes.MediaBox ?? trimOf(page);
}
