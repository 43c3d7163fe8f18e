import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import { SKIP, visitParents, type VisitorResult } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import type { Book } from '../book/book.ts';
import { limits } from '../book/limits.ts';
import { pointIn } from '../book/messages/point-in.ts';
import { report } from '../book/messages/messages.ts';
import { inDigits } from '../language/digits.ts';
import type { Context } from './context.ts';
import { EndlessFormula, formulaMarkup } from './formula-markup.ts';
import { classesOf, element, text } from './element.ts';
import { ruleBars } from './rule-bars.ts';

const deepest = limits['text-depth'].most;
const longest = limits['formula-length'].most;
const endless = `The formula takes more than ${limits['formula-time'].most / 1000} seconds: what it defines is repeated too often`;

/**
 * Sets TeX formulas in MathML (MathML Core), with the TeX as annotation and alternative text.
 * A formula TeX cannot read is reported at the place of the mistake and stays as typed. Equations that TeX
 * numbers have the number of their section before their own: (3.2).
 *
 * @param context the section the text belongs to, and its book
 */
export function rehypeMath({ number, book }: Pick<Context, 'number' | 'book'>) {
  const { language } = book.metadata;
  let equations = 0;
  const nextNumber = (): string => {
    equations += 1;
    return `(${number === undefined ? '' : `${number}.`}${inDigits(equations, language)})`;
  };
  return (tree: Root, file: VFile): void => {
    visitParents(tree, 'element', (node, ancestors): VisitorResult => {
      if (node.tagName !== 'code' || !classesOf(node).includes('language-math')) return undefined;
      const parent = ancestors.at(-1);
      const display = parent?.type === 'element' && parent.tagName === 'pre';
      const host = display ? ancestors.at(-2) : parent;
      const place = display ? parent : node;
      const index = (host?.children as ElementContent[] | undefined)?.indexOf(place) ?? -1;
      const math = mathOf(toString(node).trim(), display, place, { book, file });
      if (!math || !host || index === -1) return undefined;
      numberEquations(math, nextNumber);
      styleByName(math);
      if (display) keepColumnsApart(math);
      host.children[index] = display ? element('div', { className: ['math'] }, [math], place.position) : math;
      return SKIP;
    });
  };
}

function mathOf(
  tex: string,
  display: boolean,
  place: Element,
  { book, file }: { readonly book: Book; readonly file: VFile },
): Element | undefined {
  if (tex.length > longest) {
    const reason = `The formula has ${tex.length} characters, more than the ${longest} that are read`;
    report(file, 'too-dense', reason, place, { hint: 'Divide the formula.' });
    return undefined;
  }
  let markup: string;
  try {
    markup = formulaMarkup(tex, display, book);
  } catch (error) {
    if (error instanceof EndlessFormula) {
      report(file, 'too-dense', endless, place, { hint: 'Write out what it defines.' });
      return undefined;
    }
    const { reason, offset } = explain(error);
    report(file, 'math-syntax', `TeX cannot read the formula: ${reason}`, placeOf(place, tex, offset, file));
    return undefined;
  }
  const [math] = fromHtml(markup, { fragment: true }).children;
  if (math?.type !== 'element') return undefined;
  if (depthOf(math) > deepest) {
    report(file, 'too-deep', `The formula is nested more than ${deepest} levels deep`, place);
    return undefined;
  }
  holdSomething(math);
  ruleBars(math);
  delete math.properties.style; // says what display="block" says already
  math.properties['alttext'] = tex.replace(/\s+/g, ' ');
  removePositions(math);
  if (place.position) math.position = place.position;
  return math;
}

/** What is empty, or but a comment, is an empty row: a note of what was typed annotates something (MathML 3, 5.1.3). */
function holdSomething(math: Element): void {
  const [semantics] = math.children;
  if (semantics?.type !== 'element' || semantics.tagName !== 'semantics') return;
  const [first] = semantics.children;
  if (first?.type === 'element' && first.tagName === 'annotation')
    semantics.children.unshift(element('mrow', {}, []));
}

/** Puts numbers, at the edge, where Temml leaves them to counters of CSS, which not every reader has. */
function numberEquations(math: Element, nextNumber: () => string): void {
  visit(math, { tagName: 'mtd' }, (cell) => {
    const [label] = cell.children;
    if (label?.type !== 'element' || label.tagName !== 'mtext') return;
    const [mark] = label.children;
    if (mark?.type === 'element' && classesOf(mark).includes('tml-eqn')) {
      label.properties['className'] = ['tml-tag'];
      label.children = [text(nextNumber())];
    }
    if (classesOf(label).includes('tml-tag')) cell.properties['className'] = ['tml-right'];
  });
}

/** EPUB knows levels and display style of `mstyle` alone, where Temml has them on rows (`\boxed`) and text (`\hbox`) too. */
function styleByName(math: Element): void {
  visit(math, 'element', (inner, index, parent) => {
    const { tagName, properties } = inner;
    if (/^(?:math|mstyle|mtable)$/.test(tagName)) return;
    const { scriptlevel, displaystyle, ...others } = properties;
    if (scriptlevel === undefined && displaystyle === undefined) return;
    if (tagName === 'mrow') inner.tagName = 'mstyle';
    else if (parent !== undefined && index !== undefined) {
      inner.properties = others;
      const style = {
        ...(scriptlevel !== undefined && { scriptlevel }),
        ...(displaystyle !== undefined && { displaystyle }),
      };
      parent.children[index] = element('mstyle', style, [inner]);
    }
  });
}

/** Browsers push the columns of a formula over one another where there is no room; it is to be as wide as it is. */
function keepColumnsApart(math: Element): void {
  const [first] = math.children;
  const [outer] = first?.type === 'element' && first.tagName === 'semantics' ? first.children : [first];
  if (outer?.type !== 'element' || outer.tagName !== 'mtable') return;
  const { style = '' } = outer.properties;
  outer.properties['style'] = `${style}min-width:min-content;`;
}

/** What Temml objects to, without its own way of pointing at it, and where in the formula. */
function explain(error: unknown): { reason: string; offset: number } {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message
    .replace(/^(?:Temml|KaTeX)? ?parse error: /i, '')
    .replace(/ at position \d+:[\s\S]*$|:? at end of input:[\s\S]*$/, '')
    .replace(/[.\s]+$/, '')
    .trim();
  const offset = (error as { position?: unknown }).position;
  return { reason, offset: typeof offset === 'number' ? offset : 0 };
}

/** The place of a character of a formula in the file, where the formula stands there as it is. */
function placeOf(place: Element, tex: string, offset: number, file: VFile): Point | undefined {
  const start = place.position?.start;
  if (start?.offset === undefined) return start;
  const source = String(file).slice(start.offset, place.position?.end.offset);
  const at = source.indexOf(tex);
  return at === -1 ? start : pointIn(file, start.offset + at + offset);
}

/** Levels of elements, itself among them. */
function depthOf(node: ElementContent): number {
  if (node.type !== 'element') return 0;
  return 1 + node.children.reduce((most, child) => Math.max(most, depthOf(child)), 0);
}

function removePositions(node: ElementContent): void {
  delete node.position;
  if (node.type === 'element') for (const child of node.children) removePositions(child);
}
