import type { Hyphenation } from '../../pdf/page/pagination-script.ts';
import type { Lengths } from './lengths.ts';
import { textMeasurer } from './measure-text.ts';
import type { Paragraph } from './paragraphs.ts';
import { paragraphCutter } from './pieces.ts';
import { SetParagraph } from './set-paragraph.ts';
import type { TextSupply } from './text-supply.ts';

/** The lines of the justified paragraphs, which are set anew where the pages ask for it. */
export interface SetLines {
  /**
   * Finds paragraphs whose lines must be set anew, and hyphens that end no line; the function returned does so and
   * takes them out.
   */
  readonly findMisfits: () => () => void;
  /**
   * Takes out the hyphens that end no line.
   *
   * @returns what has paragraphs with a hyphen inside a line, in the layout that then is, set without hyphens of
   *   ours in the next print; whether there are none
   */
  readonly settleHyphens: () => () => boolean;
  /** Whether the last search found none. */
  readonly settled: () => boolean;
  /** How many more lines, or fewer, paragraphs could be given, and how much worse each then looks. */
  readonly findLengths: (elements: Iterable<Element>) => ReadonlyArray<Lengths>;
  /** Gives paragraphs more lines, or fewer, and has no page end in a hyphen where that can be; whether any were set anew. */
  readonly setLengths: (lengths: Iterable<ChosenLength>) => boolean;
  /** Sets a text anew that has another indent now. */
  readonly followIndent: (element: Element) => void;
  /** Whether all they are made of is named in the tags of the print. */
  readonly tagged: () => boolean;
}

/** How a paragraph is to stand. */
export interface ChosenLength {
  readonly element: Element;
  /** How many lines more it has than when it looks best, or fewer. */
  readonly more: number;
  /** After how many of its lines a page ends, if one does. */
  readonly pageEnd?: number | undefined;
}

const mostTries = 4;

/**
 * Sets the lines of justified paragraphs, as wide as they are expected to become.
 *
 * Chrome fills one line after the other and only widens spaces. Here the lines are chosen
 * first, all of a paragraph together; then the paragraph is edited so that Chrome breaks them there.
 * All widening is left to Chrome, but for the last line: that keeps the spaces of its face, unless
 * it is as full as the others.
 */
export function setLines(
  paragraphs: ReadonlyArray<Paragraph>,
  hyphenation: Hyphenation,
  supply: TextSupply,
  release: (paragraph: Element) => void = () => undefined,
): SetLines {
  const cut = paragraphCutter(textMeasurer(), hyphenation);
  const range = document.createRange();
  const all = paragraphs.map((paragraph) => new SetParagraph(paragraph, cut, supply, range));
  for (const paragraph of all) paragraph.set();
  const misfits = misfitFinder(all, release);
  return {
    findMisfits: misfits.find,
    settleHyphens: () => {
      // Everything is measured before anything is written.
      for (const { takeOut } of idleIn(all)) takeOut();
      return () => {
        const astray = all.filter((paragraph) => paragraph.hasStrayHyphen());
        for (const paragraph of astray) paragraph.keepWordsWhole();
        return astray.length === 0;
      };
    },
    ...lengthsIn(all, release),
    settled: misfits.settled,
    tagged: supply.allKnown,
  };
}

/** What finds lines that must be set anew: a few times, since some never come to rest. */
function misfitFinder(
  all: ReadonlyArray<SetParagraph>,
  release: (paragraph: Element) => void,
): { readonly find: SetLines['findMisfits']; readonly settled: SetLines['settled'] } {
  let looks = 0;
  let tries = 0;
  let settled = true;
  return {
    find: () => {
      looks++;
      const misfits = all.flatMap((paragraph) => {
        // At first pages end elsewhere than in the end.
        const misfit = tries < mostTries ? paragraph.misfit(looks > 1) : undefined;
        return misfit !== undefined || paragraph.isToBeWhole ? [{ paragraph, ...misfit }] : [];
      });
      const torn = all.filter((paragraph) => paragraph.hasTornLine());
      const idle = idleIn(all);
      const toSet = new Set(misfits.map(({ paragraph }) => paragraph));
      const closer = [...new Set([...idle.map(({ paragraph }) => paragraph), ...torn])].filter(
        (paragraph) => paragraph.canGiveRoom && !toSet.has(paragraph),
      );
      if (misfits.length + closer.length > 0) tries++;
      settled = misfits.length + closer.length === 0;
      return () => {
        for (const { takeOut } of idle) takeOut();
        for (const { element } of [...toSet, ...closer]) release(element);
        for (const { paragraph, hyphenAfter } of misfits)
          if (hyphenAfter === undefined || paragraph.isToBeWhole) paragraph.set();
          else paragraph.setWithoutHyphenAfter(hyphenAfter);
        for (const paragraph of closer) paragraph.setWithRoom();
      };
    },
    settled: () => settled,
  };
}

/** Paragraphs with hyphens that end no line, and what takes these out. */
function idleIn(
  paragraphs: ReadonlyArray<SetParagraph>,
): { readonly paragraph: SetParagraph; readonly takeOut: () => void }[] {
  return paragraphs.flatMap((paragraph) => {
    const takeOut = paragraph.findIdleHyphens();
    return takeOut === undefined ? [] : [{ paragraph, takeOut }];
  });
}

/** What gives paragraphs other numbers of lines. */
function lengthsIn(
  all: ReadonlyArray<SetParagraph>,
  release: (paragraph: Element) => void,
): Pick<SetLines, 'findLengths' | 'setLengths' | 'followIndent'> {
  const byElement = new Map<Element, SetParagraph>(all.map((each) => [each.element, each]));
  return {
    followIndent: (element) => {
      const paragraph = byElement.get(element);
      if (paragraph?.followIndent() !== true) return;
      release(element);
      paragraph.set();
    },
    findLengths: (elements) =>
      [...elements].flatMap((element) => {
        const paragraph = byElement.get(element);
        return paragraph === undefined ? [] : [paragraph.lengths()];
      }),
    setLengths: (lengths) => {
      let changed = false;
      for (const { element, more, pageEnd } of lengths) {
        const paragraph = byElement.get(element);
        if (paragraph === undefined) continue;
        const changes = paragraph.lengthen(more);
        if (!changes && (pageEnd === undefined || !paragraph.hasHyphenAfter(pageEnd))) continue;
        release(element);
        if (changes) paragraph.set();
        if (pageEnd !== undefined) paragraph.setWithoutHyphenAfter(pageEnd);
        changed = true;
      }
      return changed;
    },
  };
}
