import type { PhrasingContent, RootContent } from 'mdast';
import { withoutReferences } from '../../book/character-references.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { element, text } from '../element.ts';
import { boundTag } from './processor.ts';

interface Open {
  readonly tag: string;
  readonly attributes: string;
  readonly children: RootContent[];
}

const token = /<(\/?)([a-z]+)([^<>]*)>|&(?:#\d+|amp|lt|gt|quot);|[^<&]+|[<&]/g;

/**
 * What the processor has set, as content of a paragraph. Where it marks the bounds of a work there is an element
 * of the name `bound` with its key.
 *
 * @param html of citeproc-js, which knows a few elements and no others
 */
export function richText(html: string): PhrasingContent[] {
  const root: Open = { tag: '', attributes: '', children: [] };
  const open: Open[] = [root];
  for (const [whole, slash, tag = '', attributes = ''] of html.matchAll(token)) {
    const around = open.at(-1) ?? root;
    if (slash === undefined) {
      say(around.children, withoutReferences(whole).replace(/\s*\n\s*/g, ' '));
    } else if (slash === '') open.push({ tag, attributes, children: [] });
    else if (open.length > 1 && around.tag === tag) {
      open.pop();
      (open.at(-1) ?? root).children.push(...closed(around));
    }
  }
  while (open.length > 1) {
    const last = open.pop();
    if (last !== undefined) (open.at(-1) ?? root).children.push(...closed(last));
  }
  return trimmed(root.children) as PhrasingContent[];
}

function say(children: RootContent[], value: string): void {
  const last = children.at(-1);
  if (last?.type === 'text') last.value += value;
  else children.push(text(value));
}

function closed({ tag, attributes, children }: Open): RootContent[] {
  const inner = children as PhrasingContent[];
  switch (tag) {
    case 'i':
    case 'em':
      return [{ type: 'emphasis', children: inner }];
    case 'b':
      return [{ type: 'strong', children: inner }];
    case 'sup':
    case 'sub':
      return [element(tag, {}, children)];
    case 'a':
      return [
        {
          type: 'link',
          url: withoutReferences(/href="([^"]*)"/.exec(attributes)?.[1] ?? ''),
          children: inner,
        },
      ];
    case 'span':
      return /small-caps/.test(attributes)
        ? [element('span', { className: ['smallcaps'] }, children)]
        : /font-style:normal/.test(attributes)
          ? [element('span', { className: ['upright'] }, children)]
          : children;
    case 'div':
      if (/csl-entry/.test(attributes)) return trimmed(children);
      return [element('span', { className: [classOf(attributes)] }, trimmed(children)), text(' ')];
    case boundTag:
      return [
        element(boundTag, { key: decodeURIComponent(/key="([^"]*)"/.exec(attributes)?.[1] ?? '') }, children),
      ];
    default:
      return children;
  }
}

/** What a style puts into a column or a line of its own. */
function classOf(attributes: string): string {
  if (attributes.includes('csl-left-margin')) return 'reference-label';
  if (attributes.includes('csl-right-inline')) return 'reference-text';
  return attributes.includes('csl-block') ? 'reference-block' : 'reference-indent';
}

/** Without blanks at both ends. */
function trimmed(children: RootContent[]): RootContent[] {
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return children.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Whether a node marks the bounds of a work. */
export function isBound(node: RootContent): node is ElementNode {
  return node.type === 'element' && node.data.hName === boundTag;
}

/** The words of content. */
export function wordsOf(nodes: ReadonlyArray<RootContent>): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children) : ''))
    .join('');
}
