import type { AssetReference, Book } from '../../book/book.ts';
import { reportFindings } from './finding.ts';
import { judgeCredits, judgePermissions } from './judge-declarations.ts';
import { judgeLicences, judgeShareAlike } from './judge-licences.ts';
import { judgeExtracts, judgeLinks, judgeSources } from './judge-quotations.ts';
import { quotationsOf } from './quotations.ts';
import { usedParts } from './used-part.ts';

/**
 * Reports what the book does with borrowed images and quotations against what is declared of them:
 * licences, credits, permissions, the limits of extracts, links to the sources. Severities are those
 * the book sets under `rights:`. What is declared but not shown is not judged.
 *
 * @param book the book as written, its notes not yet in their list
 * @param images every place that asks for an image, the cover among them
 */
export function checkRights(book: Book, images: ReadonlyArray<AssetReference>): void {
  const { metadata } = book;
  const quotations = quotationsOf(book);
  const parts = usedParts(book, images, quotations);
  const findings = [
    ...judgeSources(quotations, book),
    ...judgeLicences(parts, metadata),
    ...judgeShareAlike(parts, metadata),
    ...judgeCredits(parts),
    ...judgePermissions(parts, metadata),
    ...judgeExtracts(quotations, book),
    ...judgeLinks(quotations, book),
  ];
  reportFindings(findings, metadata.rights);
}
