import { faceOf, type Face } from './face.ts';
import { runsOf, withoutSoftHyphens, type Run } from './runs.ts';

/** A justified paragraph of nothing but text. Lengths in CSS pixels. */
export interface Paragraph {
  readonly element: HTMLElement;
  readonly runs: ReadonlyArray<Run>;
  readonly face: Face;
  /** How wide it is expected to be on the page. */
  readonly width: number;
  readonly indent: number;
  readonly size: number;
  readonly lineHeight: number;
}

/**
 * The justified paragraphs whose lines can be foretold. Their soft hyphens are taken out.
 *
 * @param textWidth of the text area in CSS pixels
 */
export function justifiedParagraphs(textWidth: number): Paragraph[] {
  const widths = new Map<Element | null, number>();
  return [...document.querySelectorAll('p')].flatMap((element): Paragraph[] => {
    const style = getComputedStyle(element);
    if (!isForetold(element, style)) return [];
    const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
    const runs = runsOf(element, style, language);
    if (runs === undefined || runs.length === 0) return [];
    const parent = element.parentElement;
    const usual = element.className === '';
    const width = (usual ? widths.get(parent) : undefined) ?? expectedWidth(element, textWidth);
    if (usual) widths.set(parent, width);
    return [
      {
        element,
        runs: runs.map(withoutSoftHyphens),
        face: faceOf(style),
        width,
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
    (element.textContent ?? '').length >= 60 &&
    !hasSpecialStart(element, style)
  );
}

/** Dropped initials and first lines in small capitals change what fits into a line. */
function hasSpecialStart(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.className === '' && element.previousElementSibling?.tagName === 'P') return false;
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
    for (const side of ['Left', 'Right'] as const) {
      width -=
        Number.parseFloat(style[`margin${side}`]) +
        Number.parseFloat(style[`padding${side}`]) +
        Number.parseFloat(style[`border${side}Width`]);
    }
  }
  return width;
}
