import type { Element, ElementContent } from 'hast';

/** Words by BCP 47 language. */
export type WordsByLanguage = Readonly<Record<string, ReadonlySet<string>>>;

/** What texts stand in whose lines are set. */
const texts = new Set(['p', 'li', 'dd', 'dt', 'summary']);

/**
 * The words of the texts of a document that a line may end within: those of five letters and
 * more, soft hyphens apart. They come element by element of the body, so that a long document can be gone through
 * with pauses.
 *
 * @param language of what says nothing of its own
 */
export function* longWords(
  body: ReadonlyArray<ElementContent>,
  language: string,
): Generator<WordsByLanguage, void> {
  for (const node of body) {
    if (node.type !== 'element') continue;
    const words: Record<string, Set<string>> = {};
    take(node, language, false, words);
    yield words;
  }
}

function take(element: Element, outer: string, inside: boolean, words: Record<string, Set<string>>): void {
  const { lang } = element.properties;
  const language = typeof lang === 'string' ? lang : outer;
  const inText = inside || texts.has(element.tagName);
  // Texts side by side are one in the page.
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += child.value;
    if (child.type !== 'element') continue;
    if (inText) takeWords(text, (words[language] ??= new Set()));
    text = '';
    take(child, language, inText, words);
  }
  if (inText) takeWords(text, (words[language] ??= new Set()));
}

function takeWords(text: string, words: Set<string>): void {
  for (const [word] of text.replaceAll('\u00AD', '').matchAll(/[\p{L}\p{M}]{5,}/gu)) words.add(word);
}
