import type { Hyphenation } from '../../pdf/page/pagination-script.ts';
import { paragraphEditor, type ParagraphEditor } from './edits.ts';
import { lineEdits } from './line-edits.ts';
import { textMeasurer } from './measure-text.ts';
import { countedBreaks, optimumBreaks } from './optimum-breaks.ts';
import { hyphenAtPageEnd } from './page-end-hyphen.ts';
import type { Paragraph } from './paragraphs.ts';
import { paragraphCutter, type CutParagraph } from './pieces.ts';
import { putHyphens, type PutHyphens } from './put-hyphens.ts';
import type { TextSupply } from './text-supply.ts';
import { wordWidths } from './word-widths.ts';

/** The lines of the justified paragraphs, which are set anew where the pages ask for it. */
export interface SetLines {
  /** Finds paragraphs whose lines must be set anew; the function returned does so. */
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
  /** Gives paragraphs more lines, or fewer. */
  readonly setLengths: (lengths: Iterable<readonly [Element, number]>) => void;
  /** Whether all they are made of is named in the tags of the print. */
  readonly tagged: () => boolean;
}

/** The lengths that a paragraph can be given. */
export interface Lengths {
  readonly element: Element;
  /** How many lines it has when it looks best. */
  readonly usual: number;
  /** How many lines more it can have, or fewer, and how much worse it looks then. */
  readonly others: ReadonlyArray<{ readonly more: number; readonly cost: number }>;
}

interface SetParagraph extends Paragraph {
  /** Pieces not to end a line with. */
  readonly forbidden: Set<number>;
  /** Whether its words are no longer divided, and it is still to be set so. */
  whole: 'no' | 'to be' | 'yes';
  setWidth: number;
  /** How many lines it has more than when it looks best, or fewer, so that pages are full. */
  more: number;
  /** How many it has when it looks best. */
  usual: number;
  breaks: ReadonlyArray<number>;
  /** Those of the breaks that are hyphens. */
  hyphens: ReadonlySet<number>;
  readonly put: PutHyphens;
  readonly editor: ParagraphEditor;
}

const mostTries = 4;
/** The least length of a last line, in em, and of one in a paragraph that is given another number of lines. */
const [shortest, shortestChosen] = [1.6, 3];

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
  const cut = paragraphCutter(wordWidths(textMeasurer()), hyphenation);
  const all = paragraphs.map((paragraph): SetParagraph => {
    const put = putHyphens(paragraph.lineHeight);
    return {
      ...paragraph,
      forbidden: new Set(),
      whole: 'no',
      setWidth: paragraph.width,
      more: 0,
      usual: 0,
      breaks: [],
      hyphens: new Set(),
      put,
      editor: paragraphEditor(paragraph, supply, put),
    };
  });
  for (const paragraph of all) set(paragraph, cut);
  let tries = 0;
  let settled = true;
  return {
    findMisfits: () => {
      const misfits = all.filter(
        (paragraph) => paragraph.whole === 'to be' || (tries < mostTries && noteMisfit(paragraph)),
      );
      if (misfits.length > 0) tries++;
      settled = misfits.length === 0;
      return () => {
        for (const { element } of misfits) release(element);
        for (const paragraph of misfits) set(paragraph, cut);
      };
    },
    settleHyphens: () => {
      // Everything is measured before anything is written.
      for (const takeOut of all.map(({ put }) => put.findIdle())) takeOut();
      return () => {
        const astray = all.filter(({ put }) => put.hasStray());
        for (const paragraph of astray) paragraph.whole = 'to be';
        return astray.length === 0;
      };
    },
    ...lengthsIn(all, cut, release),
    settled: () => settled,
    tagged: supply.allKnown,
  };
}

/** What gives paragraphs other numbers of lines. */
function lengthsIn(
  all: ReadonlyArray<SetParagraph>,
  cut: CutParagraph,
  release: (paragraph: Element) => void,
): Pick<SetLines, 'findLengths' | 'setLengths'> {
  const byElement = new Map<Element, SetParagraph>(all.map((each) => [each.element, each]));
  return {
    findLengths: (elements) =>
      [...elements].flatMap((element) => {
        const paragraph = byElement.get(element);
        return paragraph === undefined ? [] : [lengthsOf(paragraph, cut)];
      }),
    setLengths: (lengths) => {
      for (const [element, more] of lengths) {
        const paragraph = byElement.get(element);
        if (paragraph === undefined || paragraph.more === more) continue;
        paragraph.more = more;
        release(element);
        set(paragraph, cut);
      }
    },
  };
}

/** The pieces are cut anew each time: those of all words of a long book would fill the memory. */
function set(paragraph: SetParagraph, cut: CutParagraph): void {
  const { element, editor, indent, setWidth, forbidden, size } = paragraph;
  editor.takeBack();
  element.classList.remove('set-lines');
  element.style.wordSpacing = '';
  const pieces = cut(paragraph, editor.textOf);
  if (paragraph.whole === 'to be') paragraph.whole = 'yes';
  if (paragraph.whole === 'yes')
    pieces.forEach(({ end }, index) => {
      if (end === 'hyphen') forbidden.add(index);
    });
  const material = { pieces, indent, runt: shortest * size };
  const best = optimumBreaks(material, setWidth, forbidden) ?? [];
  paragraph.usual = best.length;
  const count = best.length + paragraph.more;
  paragraph.breaks =
    paragraph.more === 0
      ? best
      : (countedBreaks({ ...material, runt: shortestChosen * size }, setWidth, forbidden, [count, count]).get(
          count,
        )?.breaks ?? best);
  paragraph.hyphens = new Set(paragraph.breaks.filter((at) => pieces[at]?.end === 'hyphen'));
  if (paragraph.breaks.length === 0) return;
  const { edits, spacing } = lineEdits({ ...paragraph, pieces });
  // What fits one line as it is needs nothing.
  if (paragraph.breaks.length === 1 && spacing === 0) return;
  editor.apply(edits);
  element.classList.add('set-lines');
  element.style.wordSpacing = `${spacing.toFixed(3)}px`;
}

function lengthsOf(paragraph: SetParagraph, cut: CutParagraph): Lengths {
  const { element, editor, usual, indent, setWidth, forbidden, size } = paragraph;
  // What is shorter has no choice.
  if (usual < 2) return { element, usual, others: [] };
  const material = { pieces: cut(paragraph, editor.textOf), indent, runt: shortestChosen * size };
  const ways = countedBreaks(material, setWidth, forbidden, [usual - 1, usual + 1]);
  const best = ways.get(usual)?.demerits ?? 0;
  return {
    element,
    usual,
    others: [...ways].flatMap(([lines, { demerits }]) =>
      lines === usual ? [] : [{ more: lines - usual, cost: Math.max(0, demerits - best) / lines }],
    ),
  };
}

/** Notes of a paragraph that it has another width than it was set for, or ends a page in a hyphen; whether so. */
function noteMisfit(paragraph: SetParagraph): boolean {
  const { element, hyphens, breaks, lineHeight, edges } = paragraph;
  const rects = [...element.getClientRects()];
  const width = rects[0] === undefined ? paragraph.setWidth : rects[0].width - edges;
  if (Math.abs(width - paragraph.setWidth) > 0.05) {
    paragraph.setWidth = width;
    return true;
  }
  // Notes at the foot of a page decide where it ends.
  if (rects.length < 2 || paragraph.goesOn || element.matches('.divided')) return false;
  const heights = rects.map(({ height }) => height);
  const end = hyphenAtPageEnd(hyphens, breaks, heights, lineHeight);
  if (end === undefined) return false;
  paragraph.forbidden.add(end);
  return true;
}
