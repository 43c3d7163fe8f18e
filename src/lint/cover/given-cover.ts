import { wrapSize, type CoverSize, type CoverSource } from '../../book/cover.ts';
import { inMillimetres, pointsIn, sizeInMillimetres } from '../../book/lengths.ts';
import { report } from '../../book/messages/messages.ts';
import { measureCover, type Extent } from './measure-cover.ts';

/** How far a cover may be off, in points: half a millimetre. */
const tolerance = 0.5 * pointsIn.mm;

/** Books are not thicker. */
const mostPages = 3000;

/**
 * Reports a finished cover that does not fit the book as it is: the page of the file, less the bleed
 * where it states no trimmed page, against the pages, the paper and the printer.
 *
 * @param source the cover that book.yaml brings along
 * @param size the size a cover of the book has
 * @param spineOf the width of a spine by the number of pages, in points
 * @returns whether it fits
 */
export async function checkGivenCover(
  { file, places, given }: CoverSource,
  size: CoverSize,
  spineOf: (pages: number) => number,
): Promise<boolean> {
  if (given === undefined) return true;
  const name = `The cover "${given.path}"`;
  const measured = await measureCover(given.bytes);
  if (measured.fault !== undefined) {
    report(file, 'cover-file', `${name} ${measured.fault}`, places.file);
    return false;
  }
  const wanted = wrapSize(size);
  const { bleed } = size;
  const { sheet, trim = { width: sheet.width - 2 * bleed, height: sheet.height - 2 * bleed } } = measured;
  if (equal(trim, wanted)) return true;
  if (bleed > tolerance && measured.trim === undefined && equal(sheet, wanted)) {
    report(file, 'cover-size', `${name} has no bleed`, places.file, {
      hint: `Make it larger by ${inMillimetres(bleed)} on every side: ${sizeInMillimetres(withBleed(wanted, bleed))}.`,
    });
    return false;
  }
  const reason =
    `${name} is ${sizeInMillimetres(trim)} without bleed, but ${size.pages} pages on ${size.paper} paper ` +
    `ask for ${sizeInMillimetres(wanted)}: a spine of ${inMillimetres(size.spine)}`;
  report(file, 'cover-size', reason, places.file, { hint: whatChanged(trim, size, spineOf) });
  return false;
}

function whatChanged(trim: Extent, size: CoverSize, spineOf: (pages: number) => number): string {
  const anew = `make the cover anew in ${sizeInMillimetres(withBleed(wrapSize(size), size.bleed))} with bleed, or take \`file\` out to have one made.`;
  const spine = trim.width - 2 * size.trim.width;
  if (Math.abs(trim.height - size.trim.height) > tolerance || spine < 0) {
    return `One side of the book is ${sizeInMillimetres(size.trim)}, the bleed ${inMillimetres(size.bleed)} on every side; ${anew}`;
  }
  const pages = pagesOf(spine, spineOf);
  const fits = pages === undefined ? 'fits no number of pages' : `is that of ${pages} pages`;
  return `Its spine of ${inMillimetres(spine)} ${fits} with ${size.printer}; ${anew}`;
}

/** The number of pages, even as all are, whose spine comes nearest. */
function pagesOf(spine: number, spineOf: (pages: number) => number): number | undefined {
  let best: number | undefined;
  let least = tolerance;
  for (let pages = 2; pages <= mostPages; pages += 2) {
    const difference = Math.abs(spineOf(pages) - spine);
    if (difference < least) [best, least] = [pages, difference];
  }
  return best;
}

function equal(a: Extent, b: Extent): boolean {
  return Math.abs(a.width - b.width) <= tolerance && Math.abs(a.height - b.height) <= tolerance;
}

function withBleed({ width, height }: Extent, bleed: number): Extent {
  return { width: width + 2 * bleed, height: height + 2 * bleed };
}
