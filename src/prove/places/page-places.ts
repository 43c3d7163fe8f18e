import type { Message } from '../../book/messages/messages.ts';
import { reasonWithPlace } from '../../book/messages/told-elsewhere.ts';
import type { WrittenBook, WrittenPicture, WrittenPlace } from '../../book/written.ts';

/**
 * Findings on pages of a PDF of the book, told where what stands there was written: at the picture they are
 * about, where no other there can be meant, otherwise where the text of the page begins, as far as the page
 * map knows. Those about pages nobody wrote, or about the whole file, stay as they are.
 */
export function placedOnPages(findings: ReadonlyArray<Message>, written: WrittenBook): Message[] {
  if (findings.every(({ page }) => page === undefined)) return [...findings];
  const places = [...written.values()]
    .flat()
    .filter(({ page, picture }) => page !== undefined || picture !== undefined);
  return findings.map((finding) => {
    const place = placeOf(finding, places);
    if (place === undefined) return finding;
    const { page: _, ...rest } = finding;
    const { file, line, column } = place;
    return { ...rest, file, line, column, reason: reasonWithPlace(finding) };
  });
}

function placeOf(
  { page, rule, reason }: Message,
  places: ReadonlyArray<WrittenPlace>,
): WrittenPlace | undefined {
  if (page === undefined) return undefined;
  const index = page - 1;
  const before = places.findLastIndex((place) => place.page !== undefined && place.page < index);
  const after = places.findIndex(
    (place, at) => at > before && place.page !== undefined && place.page > index,
  );
  const there = places.slice(Math.max(before, 0), after === -1 ? undefined : after + 1);
  const [picture, ...others] = there.filter((place) => canBeAbout(rule, reason, place.picture));
  if (picture !== undefined && others.every((other) => other.picture?.path === picture.picture?.path))
    return picture;
  return there.find((place) => place.page === index) ?? places[before];
}

/** Whether a finding can be about a picture: one of its size, or a drawing where it is about lines. */
function canBeAbout(rule: string, reason: string, picture: WrittenPicture | undefined): boolean {
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
