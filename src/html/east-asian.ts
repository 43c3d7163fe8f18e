import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { faceScriptOf } from '../language/scripts.ts';
import { classesOf } from './element.ts';

/** The scripts without slanted letters: their emphasis is a dot beside each character. */
const dotted: ReadonlySet<string | undefined> = new Set(['Hans', 'Hant', 'Jpan', 'Kore']);

/** The scripts whose paragraphs authors indent by typing spaces as wide as a character. */
const typedIndents: ReadonlySet<string | undefined> = new Set(['Hans', 'Hant', 'Jpan']);

/** A letter or figure of the East. */
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/**
 * Fits an element in Chinese, Japanese or Korean to what stylesheets do with it: emphasis of Western words
 * gets the class `western`, and the spaces that authors type to indent a paragraph are taken out, since the
 * stylesheets indent it.
 *
 * @param node what is changed, in place
 * @param language of its text (BCP 47)
 */
export function fitEastAsian(node: Element, language: string): void {
  const script = faceScriptOf(language);
  if (node.tagName === 'em' && dotted.has(script) && !eastern.test(toString(node)))
    node.properties['className'] = [...classesOf(node), 'western'];
  if (node.tagName === 'p' && typedIndents.has(script)) takeOutIndent(node);
}

function takeOutIndent({ children }: Element): void {
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.replace(/^\s*\u3000+/, '');
}
