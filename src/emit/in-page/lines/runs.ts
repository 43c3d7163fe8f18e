import { faceOf, type Face } from './face.ts';

/** Text of one face. */
export interface Run {
  readonly node: Text;
  readonly face: Face;
  /** Whose patterns divide its words: empty for those of nobody, absent where words stay whole. */
  readonly language?: string;
  /** Where soft hyphens stood: they count in words that patterns do not divide. */
  readonly points: ReadonlyArray<number>;
  /** Whether a line may end behind it inside a word. */
  readonly mayEndLine?: boolean;
}

/** Characters whose breaks and widths are the same in every browser; scripts of other kinds are left to Chrome. */
const plain =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{Nd}\s.,;:!?'"’‘‚“”„«»‹›()[\]\-\u2010\u2011–—⸺⸻…&*§†‡%$£€#+=/\\|<>{}`@^_~¶‖°′″©®™¡¿¼½¾×÷±−→←•·ªº¹²³⁰-⁹₀-₉\u00AD\u2060]*$/u;

/** The text that an element begins with, and whether blocks follow it. */
export interface LeadingText {
  readonly runs: Run[];
  /** That of the element itself. */
  readonly face: Face;
  readonly goesOn: boolean;
}

/**
 * The text that an element begins with, by runs of one face and language; undefined where it begins with
 * something else, or more text follows behind blocks.
 */
export function runsOf(
  parent: Element,
  style: CSSStyleDeclaration,
  language: string,
): LeadingText | undefined {
  const nodes = [...parent.childNodes];
  const firstBlock = nodes.findIndex(isBlock);
  const text = firstBlock === -1 ? nodes : nodes.slice(0, firstBlock);
  const rest = nodes.slice(text.length);
  if (!rest.every((node) => isBlock(node) || node.textContent?.trim() === '')) return undefined;
  const runs: Run[] = [];
  const face = faceOf(style, language);
  if (!collect(text, { style, language, face }, runs) || runs.every(({ node }) => node.data.trim() === ''))
    return undefined;
  return { runs, face, goesOn: rest.length > 0 };
}

/** Elements of which a text may be followed: what stands in an item below its first line. */
function isBlock(node: Node): boolean {
  return node instanceof Element && /^(?:p|ul|ol|dl|pre|blockquote|table|figure|div)$/i.test(node.tagName);
}

/** How an element sets its text. */
interface Look {
  readonly style: CSSStyleDeclaration;
  readonly language: string;
  readonly face: Face;
}

/** Whether there is nothing but text. */
function collect(nodes: Iterable<Node>, { style, language, face }: Look, runs: Run[]): boolean {
  for (const child of nodes) {
    if (child instanceof Text) {
      if (!plain.test(child.data)) return false;
      const hyphenated = style.hyphens === 'auto' || style.hyphens === 'manual';
      runs.push({
        node: child,
        face,
        points: [],
        ...(hyphenated && { language: style.hyphens === 'auto' ? language : '' }),
      });
    } else if (child instanceof Element && child.tagName === 'WBR') {
      const before = runs.at(-1);
      if (before !== undefined) runs[runs.length - 1] = { ...before, mayEndLine: true };
    } else if (child instanceof Element) {
      const inner = getComputedStyle(child);
      if (!isPlainInline(child, inner)) return false;
      const own = child.getAttribute('lang') ?? language;
      const look = { style: inner, language: own, face: faceOf(inner, own) };
      if (!collect(child.childNodes, look, runs)) return false;
    }
  }
  return true;
}

/** Whether an inline element is no more than the text in it. */
function isPlainInline(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'inline' &&
    !/^(?:br|img|svg|math|input|ruby)$/i.test(element.tagName) &&
    !element.hasAttribute('data-page-of') &&
    style.float === 'none' &&
    style.textTransform === 'none' &&
    isZero(style.paddingLeft) &&
    isZero(style.paddingRight) &&
    isZero(style.marginLeft) &&
    isZero(style.marginRight) &&
    isZero(style.borderLeftWidth) &&
    isZero(style.borderRightWidth) &&
    ['::before', '::after'].every((pseudo) =>
      /^(?:none|normal)$/.test(getComputedStyle(element, pseudo).content),
    )
  );
}

function isZero(length: string): boolean {
  return Number.parseFloat(length) === 0;
}

/** The run without its soft hyphens, of which only those that end a line will come back. */
export function withoutSoftHyphens(run: Run): Run {
  const [first = '', ...rest] = run.node.data.split('\u00AD');
  if (rest.length === 0) return run;
  const points: number[] = [];
  let text = first;
  for (const part of rest) {
    points.push(text.length);
    text += part;
  }
  run.node.data = text;
  return { ...run, points };
}
