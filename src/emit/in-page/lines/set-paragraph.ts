import { paragraphEditor, type ParagraphEditor } from './edits.ts';
import { loosestSpaces } from './line-spacing.ts';
import { hyphenatedLines, othersThan, type Lengths } from './lengths.ts';
import { lineEdits } from './line-edits.ts';
import { materialOf } from './material.ts';
import { canHave, countedBreaks, optimumBreaks } from './optimum-breaks.ts';
import { lineAtPageEnd, type Misfit } from './page-end-hyphen.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Piece } from './piece.ts';
import type { CutParagraph } from './pieces.ts';
import { putHyphens, type PutHyphens } from './put-hyphens.ts';
import type { TextSupply } from './text-supply.ts';

/** The least length of a last line, in em. */
const shortest = 3;
/** How wide the spaces of a line may become, in em, so that its page does not end in a hyphen. */
const loosest = 0.4;
/** Differences between measured and laid out widths that are reckoned with, one after the other, in pixels. */
const slacks = [0.3, 1, 2.5];
/** So many hyphens in succession are kept from the end of a page. */
const mostHyphens = 4;

/** The lines of a justified paragraph, which can be set again and again. */
export class SetParagraph {
  #paragraph: Paragraph;
  readonly #cut: CutParagraph;
  readonly #put: PutHyphens;
  readonly #editor: ParagraphEditor;
  /** Pieces not to end a line with. */
  readonly #forbidden = new Set<number>();
  /** Whether its words are no longer divided, and it is still to be set so. */
  #whole: 'no' | 'to be' | 'yes' = 'no';
  #width: number;
  /** How many lines it has more than when it looks best, or fewer, so that pages are full. */
  #more = 0;
  /** How many it has when it looks best, hyphens at the end of pages apart. */
  #usual: number | undefined;
  #breaks: ReadonlyArray<number> = [];
  /** Those of the breaks that are hyphens which should not end a page. */
  #hyphens: ReadonlySet<number> = new Set();
  /** Those of its lines, counted from one, that end in a hyphen. */
  #hyphenated: ReadonlyArray<number> = [];
  /** What it was last set from, if it might have another number of lines. */
  #pieces: ReadonlyArray<Piece> | undefined;
  /** Hyphens that may end a page: without them lines would be too loose. */
  readonly #accepted = new Set<number>();
  /** How wide the spaces of its loosest line are, in em. */
  #loosest = 1;
  /** How often it was set and Chrome broke its lines elsewhere. */
  #failures = 0;
  /** Whether it was set since its hyphens were looked at. */
  #isFresh = false;

  /** @param range what is measured with, for all paragraphs */
  constructor(paragraph: Paragraph, cut: CutParagraph, supply: TextSupply, range: Range) {
    this.#paragraph = paragraph;
    this.#cut = cut;
    this.#put = putHyphens(paragraph.lineHeight, range);
    this.#editor = paragraphEditor(paragraph, supply, this.#put);
    this.#width = paragraph.width;
  }

  get element(): HTMLElement {
    return this.#paragraph.element;
  }

  /** Sets its lines. */
  set(): void {
    const { element } = this;
    const editor = this.#editor;
    editor.takeBack();
    element.classList.remove('set-lines');
    element.style.wordSpacing = '';
    const cut = this.#cut(this.#paragraph, editor.textOf);
    const { pieces } = cut;
    this.#forbidDivision(pieces);
    [this.#breaks, this.#isFresh] = [this.#breaksOf(pieces), true];
    const hyphens = this.#breaks.filter((at) => pieces[at]?.end === 'hyphen');
    this.#hyphens = new Set(hyphens.filter((at) => !this.#accepted.has(at)));
    this.#hyphenated = hyphenatedLines(this.#breaks, pieces);
    if (this.#breaks.length === 0) return;
    const text = {
      ...materialOf(this.#paragraph, pieces, 0),
      starts: cut.starts,
      breaks: this.#breaks,
      setWidth: this.#width,
      slack: this.#slack,
      exactWidth: cut.exactWidth,
    };
    this.#loosest = loosestSpaces(text) * text.space;
    const { edits, spacing } = lineEdits(text);
    // What fits one line as it is needs nothing.
    if (this.#breaks.length === 1 && spacing === 0) return;
    editor.apply(edits);
    element.classList.add('set-lines');
    element.style.wordSpacing = `${spacing.toFixed(3)}px`;
  }

  /** Whether it is set anew, with more room, where Chrome broke its lines elsewhere. */
  get canGiveRoom(): boolean {
    return this.#failures < slacks.length - 1;
  }

  /** Sets it anew, its lines filled less tightly: text may be wider than it was measured. */
  setWithRoom(): void {
    this.#failures++;
    this.set();
  }

  /** Sets it anew so that a line, counted from one, does not end in a hyphen, where no line becomes too loose for it. */
  setWithoutHyphenAfter(line: number): void {
    const limit = Math.max(loosest, this.#loosest);
    for (let tries = 0; tries < mostHyphens && this.hasHyphenAfter(line); tries++) {
      const hyphen = this.#breaks[line - 1] ?? -1;
      this.#forbidden.add(hyphen);
      this.set();
      if (this.#loosest <= limit) continue;
      this.#forbidden.delete(hyphen);
      this.#accepted.add(hyphen);
      this.set();
    }
  }

  hasHyphenAfter(line: number): boolean {
    const end = this.#breaks[line - 1];
    return end !== undefined && this.#hyphens.has(end);
  }

  /** Gives it more lines than it has when it looks best, or fewer; whether they are to be set anew for that. */
  lengthen(more: number): boolean {
    const changes = this.#more !== more;
    this.#more = more;
    return changes;
  }

  /** Takes the indent that it has now for its own; whether that is another, and its lines are to be set anew. */
  followIndent(): boolean {
    const indent = Number.parseFloat(getComputedStyle(this.element).textIndent);
    if (indent === this.#paragraph.indent) return false;
    this.#paragraph = { ...this.#paragraph, indent };
    this.#usual = undefined;
    return true;
  }

  /** What lengths it could have. */
  lengths(): Lengths {
    const { element } = this;
    const usual = this.#usual ?? 0;
    // What is shorter has no choice.
    if (usual < 2) return { element, usual, hyphens: [], others: [] };
    const [hyphens, pieces] = [this.#hyphenated, this.#pieces];
    if (pieces === undefined) return { element, usual, hyphens, others: [] };
    const material = materialOf(this.#paragraph, pieces, shortest);
    const ways = countedBreaks(material, this.#width, this.#forbidden, othersThan(usual));
    const best = ways.get(usual)?.demerits ?? 0;
    return {
      element,
      usual,
      hyphens,
      others: [...ways].flatMap(([lines, { demerits, breaks }]) => {
        if (lines === usual) return [];
        const cost = Math.max(0, demerits - best) / lines;
        return [{ more: lines - usual, cost, hyphens: hyphenatedLines(breaks, pieces) }];
      }),
    };
  }

  /**
   * Whether it has another width than it was set for, or ends a page in a hyphen.
   *
   * @param hasEnds whether pages end about where they will
   * @returns undefined where it is as it should be
   */
  misfit(hasEnds: boolean): Misfit | undefined {
    const { element, edges, lineHeight, goesOn } = this.#paragraph;
    const rects = [...element.getClientRects()];
    const width = rects[0] === undefined ? this.#width : rects[0].width - edges;
    if (Math.abs(width - this.#width) > 0.05) {
      this.#width = width;
      this.#usual = undefined;
      return {};
    }
    // Notes at the foot of a page decide where it ends.
    if (!hasEnds || rects.length < 2 || goesOn || element.matches('.divided')) return undefined;
    const heights = rects.map(({ height }) => height);
    const line = lineAtPageEnd(this.#hyphens, this.#breaks, heights, lineHeight);
    return line === undefined ? undefined : { hyphenAfter: line };
  }

  /**
   * Finds hyphens that end no line, if it was set since it was last asked; the function returned takes them out.
   *
   * @returns undefined where there are none
   */
  findIdleHyphens(): (() => void) | undefined {
    if (!this.#isFresh) return undefined;
    const takeOut = this.#put.findIdle();
    // What then moves up may leave others idle.
    this.#isFresh = takeOut !== undefined;
    return takeOut;
  }

  /** Whether Chrome broke a line elsewhere whose letters are set closer, if it was set since its hyphens were looked at. */
  hasTornLine(): boolean {
    const closer = this.#isFresh ? [...this.element.querySelectorAll('.set-closer')] : [];
    return closer.some((part) => part.getClientRects().length > 1);
  }

  hasStrayHyphen(): boolean {
    return this.#put.hasStray();
  }

  /** Its words are no longer divided when it is set the next time. */
  keepWordsWhole(): void {
    this.#whole = 'to be';
  }

  get isToBeWhole(): boolean {
    return this.#whole === 'to be';
  }

  get #slack(): number {
    return slacks[this.#failures] ?? 0;
  }

  #forbidDivision(pieces: ReadonlyArray<Piece>): void {
    if (this.#whole === 'no') return;
    if (this.#whole === 'to be') this.#usual = undefined;
    this.#whole = 'yes';
    pieces.forEach(({ end }, index) => {
      if (end === 'hyphen') this.#forbidden.add(index);
    });
  }

  #breaksOf(pieces: ReadonlyArray<Piece>): ReadonlyArray<number> {
    const material = materialOf(this.#paragraph, pieces, shortest);
    const best = optimumBreaks(material, this.#width, this.#forbidden) ?? [];
    this.#usual ??= best.length;
    const mayVary = this.#usual > 1 && canHave(material, this.#width, othersThan(this.#usual));
    this.#pieces = mayVary ? pieces : undefined;
    const count = this.#usual + this.#more;
    if (count === best.length) return best;
    return countedBreaks(material, this.#width, this.#forbidden, [count, count]).get(count)?.breaks ?? best;
  }
}
