import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { conformanceInWords } from '../../book/accessibility.ts';
import { sections, type Book, type Hast } from '../../book/book.ts';
import { report } from '../../book/messages/messages.ts';
import { surveyOf } from '../../book/survey.ts';

/**
 * Reports a claim of conformance that what stands in the book denies: pictures without a text alternative (WCAG
 * 1.1.1), audio and video without their words (1.2.1), video without captions (1.2.2), headings that skip a level (1.3.1).
 *
 * @param book the complete book
 * @param claim where book.yaml makes it
 */
export function checkClaims(
  book: Book<Hast>,
  claim: { readonly file: VFile; readonly place: Point } | undefined,
): void {
  const conformance = book.metadata.accessibility?.conformance;
  if (conformance === undefined || claim === undefined) return;
  const { undescribed, untold, uncaptioned, skippedLevels } = surveyOf(
    sections(book).map(({ tree }) => tree),
  );
  const denials = [
    ...(undescribed === 0 ? [] : [`${counted(undescribed, 'image has', 'images have')} no description`]),
    ...(untold === 0
      ? []
      : [`${counted(untold, 'recording or film has', 'recordings or films have')} no text`]),
    ...(uncaptioned === 0 ? [] : [`${counted(uncaptioned, 'film has', 'films have')} no captions`]),
    ...(skippedLevels === 0 ? [] : [`${counted(skippedLevels, 'heading skips', 'headings skip')} a level`]),
  ];
  if (denials.length === 0) return;
  const reason = `The book is said to conform to ${conformanceInWords(conformance)}, but ${denials.join(' and ')}`;
  report(claim.file, 'accessibility-claim', reason, claim.place);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
