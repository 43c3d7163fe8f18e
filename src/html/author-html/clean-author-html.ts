import type { Element, Parents, Properties, Root, RootContent } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { append } from '../../book/long-lists.ts';
import { authorId } from '../../book/ids.ts';
import { report } from '../../book/messages/messages.ts';
import { resolveAuthorLink } from './author-links.ts';
import { drawingAlone, drawingPicture, framed } from './drawing-picture.ts';
import { foreignParts } from './drawing-references.ts';
import { openDrawing } from './join-drawings.ts';
import { judgeAddress } from '../../book/addresses/web-address.ts';
import { authorSchema, stripped } from './author-schema.ts';
import { takeShareOfLine } from './image-share.ts';
import { fitAuthorHtml } from './fit-author-html.ts';
import type { Context } from '../context.ts';

/**
 * Cleans the elements an author wrote as HTML, in place: what is not in the schema, or stands where
 * it cannot, is taken away and reported, once an element; ids and links are made those of the book.
 *
 * @param tree the parsed tree
 * @param own the elements that are ours and stay as they are
 * @param file where to report
 * @param context the book around the text
 */
export function cleanAuthorHtml(tree: Root, own: ReadonlySet<Element>, file: VFile, context: Context): void {
  nameByIds(tree, own);
  new Cleaner(own, authorAnchors(tree, own), file, context).clean(tree);
  fitAuthorHtml(tree, own, file);
}

/** Old anchors, `<a name="x">`, have an id instead. */
function nameByIds(tree: Root, own: ReadonlySet<Element>): void {
  visit(tree, 'element', (node) => {
    const { id, name } = node.properties;
    if (node.tagName !== 'a' || own.has(node) || typeof name !== 'string') return;
    if (id !== undefined && id !== name) return;
    delete node.properties['name'];
    node.properties['id'] = name;
  });
}

const sanitize = rehypeSanitize(authorSchema);

/** Goes through the elements from the outside in. */
class Cleaner {
  readonly #own: ReadonlySet<Element>;
  readonly #anchors: ReadonlySet<string>;
  readonly #file: VFile;
  readonly #context: Context;
  /** The ids that elements have already. */
  readonly #given: Set<string>;

  constructor(own: ReadonlySet<Element>, anchors: ReadonlySet<string>, file: VFile, context: Context) {
    this.#own = own;
    this.#anchors = anchors;
    this.#given = idsOf(own);
    this.#file = file;
    this.#context = context;
  }

  clean(parent: Parents): void {
    const children: RootContent[] = [];
    for (const child of parent.children) {
      if (child.type === 'text') children.push(child);
      else if (child.type === 'element') append(children, this.#cleaned(child, parent));
    }
    (parent.children as RootContent[]) = children;
  }

  /** What stands in the place of an element. */
  #cleaned(node: Element, parent: Parents): RootContent[] {
    const alone = node.tagName === 'p' ? drawingAlone(node) : undefined;
    if (alone !== undefined && this.#isWhole(alone)) node.tagName = 'figure';
    if (this.#own.has(node)) {
      this.clean(node);
      return node.tagName === 'p' && node.children.length === 0 ? [] : [node];
    }
    if (node.tagName === 'svg' && this.#isWhole(node)) return this.#drawn(node, parent);
    if (stripped.has(node.tagName)) {
      const hint = node.tagName === 'svg' ? { hint: closeDrawing } : {};
      report(this.#file, 'html-unsafe', `The element <${node.tagName}> is removed`, node, hint);
      return [];
    }
    this.clean(node);
    const width = node.tagName === 'img' ? takeShareOfLine(node) : undefined;
    const clean = sanitize({ type: 'root', children: [{ ...node, children: [] }] });
    const [element] = clean.children;
    if (element?.type !== 'element') {
      report(this.#file, 'html-unsafe', `The element <${node.tagName}> is removed, its content stays`, node);
      return node.children;
    }
    const kept = pertinent(node, element.properties, parent);
    reportLost(node, kept, this.#file);
    node.properties = { ...kept, ...(width !== undefined && { style: width }) };
    // Whoever writes an empty description says that the image only decorates.
    if (node.tagName === 'img' && kept['alt']?.trim() === '') {
      Object.assign(node.properties, { alt: '', role: 'presentation' });
    }
    this.#name(node);
    this.#describe(node);
    return this.#linked(node) ? [node] : node.children;
  }

  /** Whether a drawing is closed where it was opened, with nothing of Markdown in it. */
  #isWhole(svg: Element): boolean {
    if (openDrawing in svg.properties) return false;
    let isWhole = true;
    visit(svg, 'element', (each) => {
      isWhole &&= !this.#own.has(each);
    });
    return isWhole;
  }

  /** The picture in the place of a drawing: a figure where it stands by itself. */
  #drawn(svg: Element, parent: Parents): RootContent[] {
    for (const id of foreignParts(svg)) {
      report(this.#file, 'svg-unsafe', `The drawing uses "#${id}", which is not in it`, svg, {
        hint: 'Define it inside the same <svg>: each drawing becomes a file of its own.',
      });
    }
    return framed(this.#cleaned(drawingPicture(svg), parent), parent);
  }

  /** Prefixes the author's id; an element with an id that is given already loses it. */
  #name(node: Element): void {
    const { id } = node.properties;
    if (id === undefined) return;
    delete node.properties['id'];
    if (typeof id !== 'string' || id === '') return;
    const name = authorId(this.#context.section, id);
    // The parser repeats an inline element that is left open across blocks; others have been told of.
    if (this.#given.has(name)) return;
    this.#given.add(name);
    node.properties['id'] = name;
  }

  /** Points an image at its long description, an element of the author's in the same text. */
  #describe(node: Element): void {
    const { ariaDetails } = node.properties;
    if (typeof ariaDetails !== 'string') return;
    if (this.#anchors.has(ariaDetails)) {
      node.properties['ariaDetails'] = authorId(this.#context.section, ariaDetails);
      return;
    }
    delete node.properties['ariaDetails'];
    report(this.#file, 'link-target', `There is no description "${ariaDetails}" in this file`, node);
  }

  /** Points a link at its place in the book; false for one that leads nowhere. */
  #linked(node: Element): boolean {
    const { href } = node.properties;
    if (node.tagName !== 'a' || href === undefined) return true;
    const place = resolveAuthorLink(href, this.#anchors, this.#file, this.#context);
    if ('address' in place) {
      node.properties['href'] = place.address;
      return true;
    }
    const { hint } = place;
    report(this.#file, 'link-target', place.fault, node, hint === undefined ? {} : { hint });
    return false;
  }
}

const closeDrawing =
  'Close it in the same block, in which no line may be empty; or save it as a file, and show it as an image.';

function reportLost(node: Element, kept: Properties, file: VFile): void {
  const lost = Object.keys(node.properties).filter((name) => kept[name] === undefined);
  if (lost.length === 0) return;
  const names = lost.map((name) =>
    /^(?:aria|data)[A-Z]/.test(name)
      ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      : name.toLowerCase(),
  );
  const attributes = names.length === 1 ? `attribute ${names[0]} is` : `attributes ${names.join(', ')} are`;
  report(file, 'html-unsafe', `Of the element <${node.tagName}> the ${attributes} removed`, node);
}

/** The attributes that say something where the element stands. */
function pertinent({ tagName, children }: Element, given: Properties, parent: Parents): Properties {
  const kept = { ...given };
  // Of a group that names its columns one by one the number is nothing.
  if (tagName === 'colgroup' && children.some(({ type }) => type === 'element')) delete kept['span'];
  if (tagName === 'li' && !(parent.type === 'element' && parent.tagName === 'ol')) delete kept['value'];
  const { cite } = kept;
  if (typeof cite === 'string') {
    const judged = /^https?:/i.test(cite) ? judgeAddress(cite) : undefined;
    if (judged !== undefined && 'address' in judged) kept['cite'] = judged.address;
    else delete kept['cite'];
  }
  return kept;
}

function idsOf(elements: ReadonlySet<Element>): Set<string> {
  const ids = new Set<string>();
  for (const { properties } of elements) if (typeof properties['id'] === 'string') ids.add(properties['id']);
  return ids;
}

function authorAnchors(tree: Root, own: ReadonlySet<Element>): Set<string> {
  const anchors = new Set<string>();
  visit(tree, 'element', (node) => {
    if (!own.has(node) && typeof node.properties['id'] === 'string') anchors.add(node.properties['id']);
  });
  return anchors;
}
