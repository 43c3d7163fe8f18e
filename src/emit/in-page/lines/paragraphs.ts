import type { Face } from './face.ts';
import { runsOf, withoutSoftHyphens, type Run } from './runs.ts';

/** A justified text: a paragraph, an item or another block that begins with text. Lengths in CSS pixels. */
export interface Paragraph {
  readonly element: HTMLElement;
  readonly runs: ReadonlyArray<Run>;
  readonly face: Face;
  /** How wide it is expected to be on the page. */
  readonly width: number;
  /** Of its paddings and borders beside the text. */
  readonly edges: number;
  /** Whether blocks follow the text inside the element. */
  readonly goesOn: boolean;
  readonly indent: number;
  readonly size: number;
  readonly lineHeight: number;
}

/** What may be a text by itself. */
const blocks = 'p, li, dd, dt, summary';

/** No shorter text fills a line. */
const fewestCharacters = 20;

/**
 * The justified texts whose lines can be foretold. Their soft hyphens are taken out.
 *
 * @param textWidth of the text area in CSS pixels
 */
export function justifiedParagraphs(textWidth: number): Paragraph[] {
  const widths = new Map<Element | null, number>();
  return [...document.querySelectorAll<HTMLElement>(blocks)].flatMap((element): Paragraph[] => {
    const style = getComputedStyle(element);
    if (!isForetold(element, style)) return [];
    const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
    const text = runsOf(element, style, language);
    if (text === undefined) return [];
    const parent = element.parentElement;
    const usual = element.className === '';
    const width = (usual ? widths.get(parent) : undefined) ?? expectedWidth(element, textWidth);
    if (usual) widths.set(parent, width);
    return [
      {
        element,
        runs: text.runs.map(withoutSoftHyphens),
        face: text.face,
        width,
        edges: edgesOf(style),
        goesOn: text.goesOn,
        indent: Number.parseFloat(style.textIndent),
        size: Number.parseFloat(style.fontSize),
        lineHeight: Number.parseFloat(style.lineHeight),
      },
    ];
  });
}

function isForetold(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  return (
    style.textAlign === 'justify' &&
    style.direction === 'ltr' &&
    style.textTransform === 'none' &&
    (element.textContent ?? '').length >= fewestCharacters &&
    !hasSpecialStart(element, style)
  );
}

/** Dropped initials and first lines in small capitals change what fits into a line. */
function hasSpecialStart(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.className === '' && element.previousElementSibling?.tagName === element.tagName) return false;
  const letter = getComputedStyle(element, '::first-letter');
  const line = getComputedStyle(element, '::first-line');
  return (
    letter.float !== 'none' ||
    letter.fontSize !== style.fontSize ||
    letter.getPropertyValue('initial-letter') !== 'normal' ||
    line.fontVariantCaps !== style.fontVariantCaps ||
    line.textTransform !== style.textTransform ||
    line.letterSpacing !== style.letterSpacing ||
    element.previousElementSibling?.matches('.drop-cap, .initial') === true
  );
}

/** What the width of a paragraph will be on the page, if nothing but margins and paddings narrows it. */
function expectedWidth(element: Element, textWidth: number): number {
  let width = textWidth;
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    width -= Number.parseFloat(style.marginLeft) + Number.parseFloat(style.marginRight) + edgesOf(style);
  }
  return width;
}

function edgesOf(style: CSSStyleDeclaration): number {
  const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = style;
  return [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].reduce(
    (sum, length) => sum + Number.parseFloat(length),
    0,
  );
}
