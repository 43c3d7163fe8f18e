import type { Bytes } from '../../book/bytes.ts';
import type { Labels } from '../../book/labels.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Page } from '../../book/page-map.ts';
import { textAreaOf, type Geometry } from '../../emit/pdf/page/geometry.ts';
import { finishForPress, type PressMaterial } from '../../emit/pdf/press/finish-press.ts';
import type { DecodeJpeg } from '../../emit/pdf/press/images.ts';
import { checkNotesInPress } from '../../prove/notes/press-notes.ts';
import { provePdfText, type PrintedPlace } from '../../prove/text/pdf-text.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
import type { Conservation, Expected } from './conservation.ts';

/** Chrome's print of the book, and what is known of its pages. */
export interface PressPrint {
  readonly pdf: Bytes;
  readonly metadata: Metadata;
  readonly labels: Labels;
  readonly pages: ReadonlyArray<Page>;
  readonly geometry: Geometry;
}

/**
 * The PDF for the press of a print, and what it has of the notes and of the text.
 *
 * @param decode asks Chrome for the pixels of a photograph
 */
export async function finishPress(
  { pdf, geometry, pages, metadata, labels }: PressPrint,
  material: Omit<PressMaterial, 'decode'>,
  decode: DecodeJpeg,
  { notes, text }: Expected,
  place: PrintedPlace,
): Promise<{ readonly bytes: Bytes; readonly proof: Conservation }> {
  const press = { ...material, decode };
  const bytes = await finishForPress(pdf, { metadata, labels }, { pages }, geometry, press);
  // Nothing in it is marked as furniture of the page.
  const textArea = textAreaOf(geometry);
  const { count, losses } = provePdfText(bytes, 'print', text, { ...place, textArea });
  const proof = {
    notes: checkNotesInPress(notes, { anchors: place.anchors, losses }),
    text: { count, messages: textLosses('press PDF', losses) },
  };
  return { bytes, proof };
}
