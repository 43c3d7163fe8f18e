import type { RootContent } from 'hast';
import { fitEastAsian } from './east-asian.ts';
import { stateDigits } from './list-digits.ts';

/**
 * Fits every element to what stylesheets do with texts in its language.
 *
 * @param nodes what is changed, in place
 * @param language of the text around them (BCP 47)
 */
export function fitToLanguages(nodes: ReadonlyArray<RootContent>, language: string): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { lang } = node.properties;
    const own = typeof lang === 'string' ? lang : language;
    if (node.tagName === 'ol') stateDigits(node, own);
    else fitEastAsian(node, own);
    fitToLanguages(node.children, own);
  }
}
