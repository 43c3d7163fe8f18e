import type { CoverPart, CoverSource } from '../../book/cover.ts';
import { report } from '../../book/messages/messages.ts';
import { nameCharacters } from '../name-characters.ts';

const sentences: Readonly<Partial<Record<CoverPart, string>>> = {
  title: 'The title does not fit on the front of the cover',
  back: 'The text does not fit on the back of the cover, even in the smallest type',
  spine: 'The words do not fit on the spine of the cover, even in the smallest type',
};

const hints: Readonly<Partial<Record<CoverPart, string>>> = {
  back: 'Shorten it, or give the cover a shorter text of its own under `cover: { back: … }`.',
  spine: 'Give the spine shorter words under `cover: { spine: … }`.',
};

/**
 * Reports what a cover set in type cannot show: words without room, characters without a font.
 *
 * @param source where book.yaml speaks of the cover
 * @param cover what its making found
 */
export function checkCoverWords(
  { file, places }: CoverSource,
  cover: { readonly overflowing: ReadonlyArray<CoverPart>; readonly missing: ReadonlySet<string> },
): void {
  for (const part of cover.overflowing) {
    const hint = hints[part];
    report(file, 'cover-text', sentences[part] ?? '', places[part], hint === undefined ? {} : { hint });
  }
  if (cover.missing.size === 0) return;
  report(file, 'glyph-missing', `No font of the cover has ${nameCharacters(cover.missing)}`, places.title, {
    hint: 'Choose another `design` for the cover, or bring an image for its front.',
  });
}
