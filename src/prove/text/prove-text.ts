import type { TextCount } from '../../book/conservation.ts';
import type { ExpectedPassage, ExpectedSection } from './expected-text.ts';
import { findPassages } from './find-passages.ts';
import type { Folding } from './folding.ts';
import type { Shown } from './reading-order.ts';
import { lossOf, type Loss } from './loss.ts';

/** A passage that an edition does not have as it was written. */
export interface TextLoss {
  readonly passage: ExpectedPassage;
  readonly loss: Loss;
}

/** What an edition has of the text. */
export interface TextProof {
  readonly count: TextCount;
  /** One for each block, in reading order. */
  readonly losses: ReadonlyArray<TextLoss>;
}

/**
 * Holds what an edition shows to what was written: every passage must be there, in order within its
 * block.
 *
 * @param sections the sections that the edition must have
 * @param shown what it shows of a section, run by run; nothing where it lacks the section
 * @param folding how texts are written so that they agree
 * @param fromRight whether the edition may be read from right to left
 */
export function proveText(
  sections: ReadonlyArray<ExpectedSection>,
  shown: (section: ExpectedSection) => ReadonlyArray<Shown>,
  folding: Folding,
  fromRight = false,
): TextProof {
  const losses: TextLoss[] = [];
  let words = 0;
  let found = 0;
  for (const section of sections) {
    const { passages } = section;
    const wanted = passages.map(({ text, loose }) => ({ letters: folding.fold(text), loose }));
    const findings = findPassages(wanted, shown(section), fromRight);
    for (const [index, passage] of passages.entries()) {
      const finding = findings[index]!;
      words += passage.words;
      if (finding.found) found += passage.words;
      else if (!isSameBlock(passage, losses.at(-1)?.passage))
        losses.push({ passage, loss: lossOf(passage, finding.letters, (text) => folding.fold(text)) });
    }
  }
  return { count: { words, found }, losses };
}

function isSameBlock(passage: ExpectedPassage, other: ExpectedPassage | undefined): boolean {
  return passage.position !== undefined && passage.position === other?.position;
}
