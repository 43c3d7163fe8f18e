import type { PhrasingContent } from 'mdast';
import type { DeclaredPart } from '../../book/rights.ts';
import { element, text } from '../element.ts';
import { separatorsOf } from '../../language/separators.ts';
import { link } from './wording.ts';

/**
 * The phrases one after the other, a comma in the manner of the language between them.
 *
 * @param phrases what is said
 * @param language BCP 47
 */
export function enumerated(phrases: ReadonlyArray<PhrasingContent[]>, language: string): PhrasingContent[] {
  return phrases.flatMap((phrase, index) =>
    index === 0 ? phrase : [text(separatorsOf(language).comma), ...phrase],
  );
}

/**
 * Who made a borrowed part and what it is called, the title linked to where it can be found. Where
 * neither is declared, the credit line, the holder or the address stand in.
 *
 * @param part what is declared of it
 * @param language BCP 47
 * @returns nothing where nothing names the part
 */
export function sourceLine(part: DeclaredPart, language: string): PhrasingContent[] | undefined {
  const { creator, title, url } = part;
  if (title !== undefined) {
    const name = element('cite', {}, [text(title)]);
    const linked: PhrasingContent = url === undefined ? name : { type: 'link', url, children: [name] };
    return enumerated([...(creator === undefined ? [] : [[text(creator)]]), [linked]], language);
  }
  const named = creator ?? part.credit ?? part.holder ?? url;
  if (named === undefined) return undefined;
  return [url === undefined ? text(named) : link(url, named)];
}
