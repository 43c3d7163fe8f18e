import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Draft } from '../draft.ts';
import { attributesAt, type Attributes } from '../../book/attributes.ts';
import { takeHeadingAttributes } from '../blocks/heading-attributes.ts';
import { noteDropped } from '../unread/note-place.ts';
import { blockNameOf, callout } from './block-name.ts';
import { boxKindOf } from './box-kinds.ts';
import { titleLine, usualTitle } from './box-title.ts';
import { inlineContent } from './inline-content.ts';

/** Colons, a name or none, and braces, other than `:::name{…}`, which is read already. */
const divLine = /^:{3,}(?!\w[\w-]*\{)[ \t]*[\p{L}\p{N}_.-]*[ \t]*(?=\{)/u;

/** What blocks read themselves. */
const read: ReadonlySet<string> = new Set(['dir', 'lang', 'numbers', 'short', 'source', 'start']);

/**
 * Gives blocks that are written as in other dialects the names, titles and attributes that ours have:
 * `::: {.callout-tip title="…" #id}` is `:::tip[…]{#id}`. A box of Quarto has its first heading as its
 * title, else a word in the language of the book. Use before the directives get their elements.
 */
export function remarkDivAttributes() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    visit(tree, 'containerDirective', (node) => {
      const braces = bracesOf(node, file);
      if (braces !== undefined) applyBraces(node, braces, file);
      const typed = node.name;
      const name = blockNameOf(typed);
      if (name === undefined) return;
      node.name = name;
      if (name === 'aside' || boxKindOf(name) !== undefined) titleBox(node, typed.startsWith(callout), draft);
    });
  };
}

function bracesOf({ position }: ContainerDirective, file: VFile): Attributes | undefined {
  const source = String(file);
  const start = position?.start.offset ?? source.length;
  const end = source.indexOf('\n', start);
  const line = source.slice(start, end === -1 ? undefined : end);
  const before = divLine.exec(line)?.[0];
  return before === undefined ? undefined : attributesAt(line.slice(before.length))?.attributes;
}

/** The first class that is a block names it where nothing else does. */
function applyBraces(node: ContainerDirective, { id, classes, values }: Attributes, file: VFile): void {
  const naming =
    node.name === '' ? (classes.find((name) => blockNameOf(name) !== undefined) ?? classes[0]) : '';
  const others = classes.filter((name) => name !== naming);
  if (naming) node.name = naming;
  const title = values.get('title');
  if (title) node.children.unshift(titleLine(inlineContent(title, node.position?.start), undefined));
  node.attributes = {
    ...(id !== undefined && { id }),
    ...(others.length > 0 && { class: others.join(' ') }),
    ...Object.fromEntries([...values].filter(([key]) => read.has(key))),
  };
  const lost = [...values].filter(([key]) => key !== 'title' && !read.has(key));
  // A block without a name of ours is told of as such.
  if (lost.length === 0 || blockNameOf(node.name) === undefined) return;
  const written = lost.map(([key, value]) => `${key}=${value}`).join(' ');
  noteDropped(file, 'block-attribute', written, node.position?.start);
}

/** Puts a title over a box: that of its attributes, in a box of Quarto its first heading or the usual word. */
function titleBox(box: ContainerDirective, isCallout: boolean, draft: Draft): void {
  const { title, ...attributes } = box.attributes ?? {};
  const [first, ...rest] = box.children;
  if (first?.type === 'paragraph' && first.data?.directiveLabel) return;
  if (title) {
    box.attributes = attributes;
    box.children.unshift(titleLine(inlineContent(title, box.position?.start), undefined));
  } else if (isCallout && first?.type === 'heading') {
    const { id } = takeHeadingAttributes(first);
    box.attributes = { ...(id !== undefined && { id }), ...attributes };
    box.children = [titleLine(first.children, first.position), ...rest];
  } else if (isCallout) {
    const kind = boxKindOf(box.name);
    if (kind !== undefined) box.children.unshift(usualTitle(kind, draft, box.position?.start));
  }
}
