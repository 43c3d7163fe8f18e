import type { Element, ElementContent } from 'hast';

/** Texts by BCP 47 language, one after the other with a line feed in between. */
export type TextsByLanguage = Readonly<Record<string, string>>;

/** What texts stand in whose lines are set. */
const texts = new Set(['p', 'li', 'dd', 'dt', 'summary']);

/**
 * The texts of a document whose lines are set.
 *
 * @param language of what says nothing of its own
 */
export function setTexts(body: ReadonlyArray<ElementContent>, language: string): TextsByLanguage {
  const pieces = new Map<string, string[]>();
  for (const node of body) if (node.type === 'element') take(node, language, false, pieces);
  return Object.fromEntries(Array.from(pieces, ([each, all]) => [each, all.join('\n')]));
}

function take(element: Element, outer: string, inside: boolean, pieces: Map<string, string[]>): void {
  const { lang } = element.properties;
  const language = typeof lang === 'string' ? lang : outer;
  const inText = inside || texts.has(element.tagName);
  const here = pieces.get(language) ?? [];
  if (inText) pieces.set(language, here);
  // Texts side by side are one in the page.
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += child.value;
    if (child.type !== 'element') continue;
    if (inText && text !== '') here.push(text);
    text = '';
    take(child, language, inText, pieces);
  }
  if (inText && text !== '') here.push(text);
}

/** The words of a text that a line may end within, in their order: those of five letters and more, soft hyphens apart. */
export function* longWords(text: string): Generator<string, void> {
  for (const [word] of text.replaceAll('\u00AD', '').matchAll(/[\p{L}\p{M}]{5,}/gu)) yield word;
}
