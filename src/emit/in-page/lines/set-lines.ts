import type { Hyphenation } from '../../pdf/page/pagination-script.ts';
import { paragraphEditor, type ParagraphEditor } from './edits.ts';
import { lineEdits } from './line-edits.ts';
import { textMeasurer } from './measure-text.ts';
import { optimumBreaks } from './optimum-breaks.ts';
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
  /** Whether all they are made of is named in the tags of the print. */
  readonly tagged: () => boolean;
}

interface SetParagraph extends Paragraph {
  /** Pieces not to end a line with. */
  readonly forbidden: Set<number>;
  /** Whether its words are no longer divided, and it is still to be set so. */
  whole: 'no' | 'to be' | 'yes';
  setWidth: number;
  breaks: ReadonlyArray<number>;
  /** Those of the breaks that are hyphens. */
  hyphens: ReadonlySet<number>;
  readonly put: PutHyphens;
  readonly editor: ParagraphEditor;
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
  const cut = paragraphCutter(wordWidths(textMeasurer()), hyphenation);
  const all = paragraphs.map((paragraph): SetParagraph => {
    const put = putHyphens(paragraph.lineHeight);
    return {
      ...paragraph,
      forbidden: new Set(),
      whole: 'no',
      setWidth: paragraph.width,
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
    settled: () => settled,
    tagged: supply.allKnown,
  };
}

/** The pieces are cut anew each time: those of all words of a long book would fill the memory. */
function set(paragraph: SetParagraph, cut: CutParagraph): void {
  const { element, editor, indent, setWidth, forbidden, size } = paragraph;
  editor.takeBack();
  element.classList.remove('set-lines');
  element.style.wordSpacing = '';
  const pieces = cut(paragraph);
  if (paragraph.whole === 'to be') paragraph.whole = 'yes';
  if (paragraph.whole === 'yes')
    pieces.forEach(({ end }, index) => {
      if (end === 'hyphen') forbidden.add(index);
    });
  paragraph.breaks = optimumBreaks({ pieces, indent, runt: 1.6 * size }, setWidth, forbidden) ?? [];
  paragraph.hyphens = new Set(paragraph.breaks.filter((at) => pieces[at]?.end === 'hyphen'));
  if (paragraph.breaks.length === 0) return;
  const { edits, spacing } = lineEdits({ ...paragraph, pieces });
  // What fits one line as it is needs nothing.
  if (paragraph.breaks.length === 1 && spacing === 0) return;
  editor.apply(edits);
  element.classList.add('set-lines');
  element.style.wordSpacing = `${spacing.toFixed(3)}px`;
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
