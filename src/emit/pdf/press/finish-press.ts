import { PDFDict, PDFName, PDFNumber, type PDFDocument } from 'pdf-lib';
import { directionOf } from '../../../language/direction.ts';
import type { Bytes } from '../../../book/bytes.ts';
import type { Labels } from '../../../book/labels.ts';
import type { Metadata } from '../../../book/metadata.ts';
import type { PressProfiles } from '../../../book/profile.ts';
import { noShelf, type Shelf } from '../../../book/shelf.ts';
import type { Geometry } from '../page/geometry.ts';
import type { PaginationResult } from '../page/pagination.ts';
import { addMarks, type Slug } from './add-marks.ts';
import { pressBoxes, setBoxes, type PressBoxes } from './boxes.ts';
import { hasColour, isColouredPage, type Coloured } from './coloured-pages.ts';
import { rewritePainting } from './rewrite-painting.ts';
import { markRoom } from './crop-marks.ts';
import { describeForPress } from '../description/describe-press.ts';
import { greyImages, type DecodeJpeg } from './images.ts';
import { addOutputIntent } from './output-intent.ts';
import { overprintText } from './overprint.ts';
import type { Ink } from './ink.ts';
import type { Separator } from './separate.ts';
import { greyShadings, separateShadings } from './shadings.ts';
import { openPrint } from '../file/open-print.ts';
import { serialize } from '../file/serialize.ts';
import type { Originals } from '../stand-ins/stand-ins.ts';
import { dropPages } from '../page/drop-pages.ts';
import type { OutlineSetter } from './slug-line.ts';
import { defineSource } from './source-space.ts';
import { dropUnreachable, stripForPress } from './strip.ts';

/** What the press edition is made with besides the print. */
export interface PressMaterial {
  readonly profiles: PressProfiles;
  readonly decode: DecodeJpeg;
  /** The font of the slug line. */
  readonly face: Uint8Array | undefined;
  /** In what it is printed: by default what the book says of its interior. */
  readonly ink?: Ink;
  /** The folder for what would fill the memory; without one all stays in memory. */
  readonly scratch?: string;
  /** What an earlier build made of what paints. */
  readonly painted?: Shelf;
}

/** What a file for the press shows and says. */
export interface PressSheet {
  readonly metadata: Metadata;
  readonly labels: Labels;
  /** The photographs of the book, where the print has stand-ins. */
  readonly originals?: Originals | undefined;
  /** Whether text may have shadows, which are painted as text. */
  readonly hasShadows?: boolean;
  /** How many pages of the print belong to it; absent: all. */
  readonly pages?: number;
  /** The boxes of a page by its index. */
  readonly boxesOf: (index: number) => PressBoxes;
  /** What stands above the page, between crop marks; without it there are neither. */
  readonly slug?: Slug | undefined;
}

/**
 * Turns Chrome's PDF into the interior for the press, with crop marks and a slug line where
 * `print.marks` asks for them.
 *
 * @param pdf what Chrome printed
 * @returns as {@link pressFile} does
 */
export async function finishForPress(
  pdf: Bytes,
  book: Pick<PressSheet, 'metadata' | 'labels' | 'originals' | 'hasShadows'>,
  { pages }: Pick<PaginationResult, 'pages'>,
  geometry: Geometry,
  material: PressMaterial,
): Promise<Bytes> {
  const { metadata, labels, originals, hasShadows = false } = book;
  const isMarked = metadata.print.marks === true;
  const slug = { text: `${metadata.title}  interior  `, labels: pages.map(({ label }) => label) };
  const boxesOf = interiorBoxes(metadata, geometry, isMarked ? markRoom : 0);
  const sheet = {
    metadata,
    labels,
    originals,
    hasShadows,
    boxesOf,
    slug: isMarked ? slug : undefined,
    pages: pages.length,
  };
  return pressFile(pdf, sheet, material);
}

/** A book opens at its first page, which is a right-hand one, or a left-hand one where it is read leftwards. */
function interiorBoxes(
  { print, language }: Metadata,
  geometry: Geometry,
  surround: number,
): (index: number) => PressBoxes {
  if (print.bleedSides !== 'outside') {
    const boxes = pressBoxes(geometry, surround);
    return () => boxes;
  }
  const [left, right] = [pressBoxes(geometry, surround, 'left'), pressBoxes(geometry, surround, 'right')];
  const first = directionOf(language) === 'rtl' ? right : left;
  const second = first === left ? right : left;
  return (index) => (index % 2 === 0 ? first : second);
}

/**
 * Turns Chrome's PDF into PDF/X-4 (ISO 15930-7), or into the older standard that the profiles state: with its boxes,
 * in the colours of the press, greys in black ink alone, and without all that serves screens.
 *
 * @param pdf what Chrome printed
 * @param material `profiles.output` is that of the press; `ink`, by default that of the interior
 * @returns PDF 1.6 with object streams, or PDF 1.3; equal bytes for equal input
 */
export async function pressFile(
  pdf: Bytes,
  { metadata, labels, boxesOf, slug, pages, originals, hasShadows = false }: PressSheet,
  { profiles, decode, face, ink = metadata.print.ink ?? 'colour', scratch, painted = noShelf }: PressMaterial,
): Promise<Bytes> {
  const document = await openPrint(pdf, stripForPress, originals);
  const { context } = document;
  if (pages !== undefined) dropPages(document, pages);

  const separator = await separatorFor(profiles);
  const images = await greyImages(context, ink, { decode, scratch });
  const coloured: Coloured = {
    shadings: greyShadings(context, ink),
    streams: new Set([
      ...images,
      ...(await rewritePainting(document, { ink, hasShadows, separator }, painted)),
    ]),
  };
  if (separator !== undefined) {
    const { separateImages } = await import('./separate-images.ts');
    await separateImages(context, images, { decode, scratch }, separator);
    separateShadings(context, coloured.shadings, separator);
  }
  if (hasColour(coloured)) {
    await overprintText(document, (page) => isColouredPage(context, page, coloured));
    if (separator === undefined) await defineSource(document, profiles.source, coloured.shadings);
  }
  mendCapHeights(document);

  setBoxes(document, boxesOf);
  if (slug !== undefined) addMarks(document, boxesOf, slug, face && (await setterWith(face)));
  addOutputIntent(document, profiles.output);
  if (separator !== undefined) await (await import('./flatten.ts')).flatten(document, scratch);
  dropUnreachable(document);
  const standard = profiles.separated?.standard ?? 'PDF/X-4';
  describeForPress(document, metadata, labels, standard);
  return serialize(document, { version: standard === 'PDF/X-4' ? '1.6' : '1.3', scratch });
}

/** What makes inks of colours, where the printer takes no others. */
async function separatorFor(profiles: PressProfiles): Promise<Separator | undefined> {
  if (profiles.separated === undefined) return undefined;
  const { Separator } = await import('./separate.ts');
  return new Separator(profiles, profiles.separated.mostInk);
}

/** What sets the slug line: it reads all of a font, and few files have one. */
async function setterWith(face: Uint8Array): Promise<OutlineSetter> {
  const { outlineSetter } = await import('./slug-line.ts');
  return outlineSetter(face);
}

/** Chrome gives the height of capitals below the baseline. */
function mendCapHeights({ context }: PDFDocument): void {
  const key = PDFName.of('CapHeight');
  for (const [, object] of context.enumerateIndirectObjects()) {
    const height = object instanceof PDFDict ? object.lookup(key) : undefined;
    if (object instanceof PDFDict && height instanceof PDFNumber && height.asNumber() < 0)
      object.set(key, context.obj(-height.asNumber()));
  }
}
