import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { common, createLowlight } from 'lowlight';
import { visit } from 'unist-util-visit';
import { classesOf } from './element.ts';

/** The tokens of code in a language, or nothing when the language is unknown. */
export type Highlight = (language: string, code: string) => ElementContent[] | undefined;

/** A highlighter for the common languages; its grammars are only built once code turns up. */
export function createHighlighter(): Highlight {
  let lowlight: ReturnType<typeof createLowlight> | undefined;
  return (language, code) => {
    lowlight ??= createLowlight(common);
    if (!lowlight.registered(language)) return undefined;
    return lowlight.highlight(language, code).children as ElementContent[];
  };
}

/**
 * Marks up the tokens of fenced code with `hljs-*` classes; code in an unknown language stays plain.
 *
 * @param options.highlight the highlighter
 */
export function rehypeHighlight(options: { readonly highlight: Highlight }) {
  return (tree: Root): void => {
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return;
      const language = languageOf(node);
      const tokens = language ? options.highlight(language, toString(node)) : undefined;
      if (!tokens) return;
      node.properties['className'] = [...classesOf(node), 'hljs'];
      node.children = tokens;
    });
  };
}

function languageOf(code: Element): string | undefined {
  const prefix = 'language-';
  return classesOf(code)
    .find((name) => name.startsWith(prefix))
    ?.slice(prefix.length)
    .toLowerCase();
}
