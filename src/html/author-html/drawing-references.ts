import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const address = /url\(\s*["']?#([^"')\s]+)/g;

/**
 * What a drawing uses that stands elsewhere, by id: as a file of its own it cannot see it.
 *
 * @param svg an `<svg>` element as the HTML parser gives it
 */
export function foreignParts(svg: Element): string[] {
  const own = new Set<string>();
  const used = new Set<string>();
  visit(svg, 'element', (node) => {
    const { id, href, xLinkHref } = node.properties;
    if (typeof id === 'string') own.add(id);
    for (const link of [href, xLinkHref])
      if (typeof link === 'string' && link.startsWith('#')) used.add(link.slice(1));
    const styles = node.tagName === 'style' ? [toString(node)] : Object.values(node.properties);
    for (const style of styles)
      if (typeof style === 'string') for (const [, target = ''] of style.matchAll(address)) used.add(target);
  });
  return [...used].filter((id) => !own.has(id));
}
