import type { Bytes } from '../../book/bytes.ts';
import type { Labels } from '../../book/labels.ts';
import { noShelf } from '../../book/shelf.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Page } from '../../book/page-map.ts';
import { textAreaOf, type Geometry } from '../../emit/pdf/page/geometry.ts';
import { finishForPress, type PressMaterial } from '../../emit/pdf/press/finish-press.ts';
import type { DecodeJpeg } from '../../emit/pdf/press/images.ts';
import type { Originals } from '../../emit/pdf/stand-ins/stand-ins.ts';
import { FileShelf } from '../../machine/cache/file-shelf.ts';
import { checkNotesInPress } from '../../prove/notes/press-notes.ts';
import { provePdfText, type PrintedPlace } from '../../prove/text/pdf-text.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
import type { Conservation, Expected } from './conservation.ts';

/** Chrome's print of the book, and what is known of its pages. */
export interface PressPrint {
  readonly pdf: Bytes;
  readonly metadata: Metadata;
  readonly labels: Labels;
  readonly originals: Originals;
  readonly hasShadows: boolean;
  readonly pages: ReadonlyArray<Page>;
  readonly geometry: Geometry;
}

/** Paths of the files where something of its pages is kept; undefined where nothing is. */
interface PressShelves {
  readonly pages: string | undefined;
  readonly text: string | undefined;
}

/**
 * The PDF for the press of a print, and what it has of the notes and of the text.
 *
 * @param decode asks Chrome for the pixels of a photograph
 * @param shelfFiles where what an earlier build made of its pages is, and later ones will find it
 */
export async function finishPress(
  { pdf, geometry, pages, metadata, labels, originals, hasShadows }: PressPrint,
  material: Omit<PressMaterial, 'decode'>,
  decode: DecodeJpeg,
  { notes, text }: Expected,
  place: PrintedPlace,
  shelfFiles: PressShelves,
): Promise<{ readonly bytes: Bytes; readonly proof: Conservation }> {
  const painted = FileShelf.at(shelfFiles.pages);
  const read = FileShelf.at(shelfFiles.text);
  const press = { ...material, decode, painted: painted ?? noShelf };
  const bytes = await finishForPress(
    pdf,
    { metadata, labels, originals, hasShadows },
    { pages },
    geometry,
    press,
  );
  // Nothing in it is marked as furniture of the page.
  const textArea = textAreaOf(geometry);
  const { count, losses } = provePdfText(bytes, 'print', text, { ...place, textArea }, read ?? noShelf);
  const proof = {
    notes: checkNotesInPress(notes, { anchors: place.anchors, losses }),
    text: { count, messages: textLosses('press PDF', losses) },
  };
  await Promise.all([painted?.save(), read?.save()]);
  return { bytes, proof };
}
