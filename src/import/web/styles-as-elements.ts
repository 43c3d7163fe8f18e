import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { propertyOf } from '../property-of.ts';

/** What a style says that elements can say. */
interface Meant {
  readonly strong: boolean;
  readonly em: boolean;
  readonly sup: boolean;
  readonly sub: boolean;
  readonly s: boolean;
}

/**
 * Puts the elements there that styles stand for: Google Docs and word processors write bold and italics as
 * `<span class="c3">` and `<span style="font-weight:700">`.
 *
 * @param page whose style sheets hold
 */
export function writeStylesAsElements(tree: Root, page: Document): void {
  const byClass = stylesOfClasses(page);
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'span') return;
    const classes = [element.properties['className']].flat().filter((name) => typeof name === 'string');
    const style = [...classes.map((name) => byClass.get(name) ?? ''), propertyOf(element, 'style')].join(';');
    const meant = meaningOf(style);
    for (const tagName of ['strong', 'em', 'sup', 'sub', 's'] as const)
      if (meant[tagName]) wrapInside(element, tagName);
  });
}

function wrapInside(element: Element, tagName: string): void {
  element.children = [{ type: 'element', tagName, properties: {}, children: element.children }];
}

function meaningOf(style: string): Meant {
  return {
    strong: /font-weight:\s*(?:bold|[6-9]00)/.test(style),
    em: /font-style:\s*(?:italic|oblique)/.test(style),
    sup: /vertical-align:\s*super/.test(style),
    sub: /vertical-align:\s*sub\b/.test(style),
    s: /text-decoration[^:;]*:[^;]*line-through/.test(style),
  };
}

/** The declarations of rules for one class alone. */
function stylesOfClasses(page: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const { sheet } of page.querySelectorAll('style')) {
    for (const { cssText } of sheet?.cssRules ?? []) {
      const [, name, block] = /^\.([\w-]+)\s*\{(.*)\}\s*$/s.exec(cssText) ?? [];
      if (name !== undefined) found.set(name, `${found.get(name) ?? ''};${block}`);
    }
  }
  return found;
}
