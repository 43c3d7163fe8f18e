import type { Element, Parents, Properties, Root, RootContent } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { authorId } from '../../book/ids.ts';
import { report } from '../../book/messages/messages.ts';
import { resolveAuthorLink } from './author-links.ts';
import { authorSchema, blocks, parentsOf, phrasing, stripped } from './author-schema.ts';
import type { Context } from '../context.ts';

/**
 * Cleans the elements an author wrote as HTML, in place: what is not in the schema is taken
 * away and reported, once an element; ids and links are made those of the book.
 *
 * @param tree the parsed tree
 * @param own the elements that are ours and stay as they are
 * @param file where to report
 * @param context the book around the text
 */
export function cleanAuthorHtml(tree: Root, own: ReadonlySet<Element>, file: VFile, context: Context): void {
  const sanitize = rehypeSanitize(authorSchema);
  const anchors = authorAnchors(tree, own);
  const given = new Set<string>();
  walk(tree);

  function walk(parent: Parents): void {
    const children: RootContent[] = [];
    for (const child of parent.children) {
      if (child.type === 'text') children.push(child);
      else if (child.type === 'element') children.push(...cleaned(child, parent));
    }
    (parent.children as RootContent[]) = children;
  }

  function cleaned(node: Element, parent: Parents): RootContent[] {
    if (own.has(node)) {
      walk(node);
      return node.tagName === 'p' && node.children.length === 0 ? [] : [node];
    }
    if (stripped.has(node.tagName)) {
      report(file, 'html-unsafe', `The element <${node.tagName}> is removed`, node);
      return [];
    }
    walk(node);
    const clean = sanitize({ type: 'root', children: [{ ...node, children: [] }] });
    const [element] = clean.children;
    if (element?.type !== 'element') {
      report(file, 'html-unsafe', `The element <${node.tagName}> is removed, its content stays`, node);
      return node.children;
    }
    const misplaced = misplacement(node, parent);
    if (misplaced) {
      report(file, 'html-unsafe', misplaced, node, {
        hint: 'Close every element in the paragraph it begins in.',
      });
      return node.children;
    }
    reportLost(node, element.properties);
    node.properties = element.properties;
    nameElement(node);
    if (node.tagName !== 'a' || node.properties['href'] === undefined) return [node];
    const href = resolveAuthorLink(node.properties['href'], anchors, file, context);
    if (href !== undefined) {
      node.properties['href'] = href;
      return [node];
    }
    report(file, 'link-target', `The link "${node.properties['href']}" leads nowhere in the book`, node);
    return node.children;
  }

  function reportLost(node: Element, kept: Properties): void {
    const lost = Object.keys(node.properties).filter((name) => kept[name] === undefined);
    if (lost.length === 0) return;
    const names = lost.map((name) =>
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^on-/, 'on'),
    );
    const attributes = names.length === 1 ? `attribute ${names[0]} is` : `attributes ${names.join(', ')} are`;
    report(file, 'html-unsafe', `Of the element <${node.tagName}> the ${attributes} removed`, node);
  }

  /** Prefixes the author's id; the second of two elements with the same id loses it. */
  function nameElement(node: Element): void {
    const { id } = node.properties;
    if (id === undefined) return;
    delete node.properties['id'];
    if (typeof id !== 'string' || id === '' || given.has(id)) return;
    given.add(id);
    node.properties['id'] = authorId(context.section, id);
  }
}

/** Why an element cannot stand where the author put it, or left it open. */
function misplacement(node: Element, parent: Parents): string | undefined {
  const parents = parentsOf.get(node.tagName);
  if (parents && !(parent.type === 'element' && parents.has(parent.tagName))) {
    return `The element <${node.tagName}> stands outside <${[...parents].join('> or <')}>; its content stays`;
  }
  const around = node.children.some((child) => child.type === 'element' && blocks.has(child.tagName));
  return phrasing.has(node.tagName) && around
    ? `The element <${node.tagName}> stands around whole blocks; its content stays`
    : undefined;
}

function authorAnchors(tree: Root, own: ReadonlySet<Element>): Set<string> {
  const anchors = new Set<string>();
  visit(tree, 'element', (node) => {
    if (!own.has(node) && typeof node.properties['id'] === 'string') anchors.add(node.properties['id']);
  });
  return anchors;
}
