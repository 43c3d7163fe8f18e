import type { RootContent } from 'hast';
import { directionOf } from '../language/direction.ts';

/**
 * Says of every element in a language which way it is written, where that is not the way of what is
 * around it: `dir`, which no reading system infers from `lang` (HTML, 3.2.6.4).
 *
 * @param nodes what is changed, in place
 * @param around the way of the text around them
 */
export function stateDirections(nodes: ReadonlyArray<RootContent>, around: 'ltr' | 'rtl'): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { lang, dir } = node.properties;
    const own = typeof lang === 'string' ? directionOf(lang) : around;
    if (own !== around && dir === undefined) node.properties['dir'] = own;
    stateDirections(node.children, dir === 'ltr' || dir === 'rtl' ? dir : own);
  }
}
