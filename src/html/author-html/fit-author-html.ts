import type { Element, Parents, Root, RootContent } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { bareTime, contentModels, groupOfTerms, type Content, type ContentModel } from './content-models.ts';
import { withParagraphs } from './with-paragraphs.ts';

/**
 * Takes away, in place, every element of the author's that stands or holds what HTML does not allow,
 * and reports it; its content stays. What is left passes EPUBCheck's schema.
 *
 * @param tree the tree, clean already
 * @param own the elements that are ours
 * @param file where to report
 */
export function fitAuthorHtml(tree: Root, own: ReadonlySet<Element>, file: VFile): void {
  new Fitter(own, file).fit(tree, { name: '', model: anything, holds: 'flow', banned: new Map() });
}

const anything: ContentModel = { stands: 'flow', holds: 'flow' };

/** What is around an element. */
interface Place {
  readonly name: string;
  readonly model: ContentModel;
  /** What may stand here; never `transparent`. */
  readonly holds: Content;
  /** Elements that may not, and the element around them that forbids it. */
  readonly banned: ReadonlyMap<string, string>;
}

/** Goes through the elements from the outside in. */
class Fitter {
  readonly #own: ReadonlySet<Element>;
  readonly #file: VFile;
  /** Elements whose place went with the element around them: that has been told. */
  readonly #homeless = new WeakSet<Element>();

  constructor(own: ReadonlySet<Element>, file: VFile) {
    this.#own = own;
    this.#file = file;
  }

  fit(parent: Parents, place: Place): void {
    (parent.children as RootContent[]) = parent.children.flatMap((child) => this.#fitted(child, place));
  }

  /** What stands in the place of a node. */
  #fitted(node: RootContent, place: Place): RootContent[] {
    if (node.type !== 'element') return [node];
    const inside = placeIn(node, place);
    if (this.#own.has(node)) {
      this.fit(node, inside);
      return [node];
    }
    const fault = misplacement(node, place) ?? this.#misfit(node, inside);
    if (fault !== undefined) return this.#opened(node, place, fault);
    this.fit(node, inside);
    if (node.tagName === 'table') node.children = node.children.toSorted(byPart);
    const { order, asks } = inside.model;
    if (order === undefined || order.test(namesIn(node, inside.model))) return [node];
    return this.#opened(node, place, `The element <${node.tagName}> needs ${asks}`);
  }

  /** The content of an element that goes. */
  #opened(node: Element, place: Place, fault: string): RootContent[] {
    if (!this.#homeless.has(node)) report(this.#file, 'html-misplaced', `${fault}; its content stays`, node);
    for (const child of node.children) if (isStructural(child)) this.#homeless.add(child);
    const content = node.children.flatMap((child) => this.#fitted(child, place));
    if (contentModels.get(node.tagName)?.stands === 'phrasing') return content;
    // What stood apart stays apart.
    if (place.holds === 'flow') return withParagraphs(content);
    return [...content, { type: 'text', value: '\n' }];
  }

  /** Why an element cannot hold what stands in it, where that cannot go in its stead. */
  #misfit(node: Element, inside: Place): string | undefined {
    const { tagName, children } = node;
    const foreign = children.some((child) => !takes(inside, child));
    if (foreign && typeof inside.holds !== 'string')
      return `The element <${tagName}> holds more than <${inside.holds.join('>, <')}>`;
    if (foreign && inside.holds !== 'flow' && inside.model.stands === 'phrasing')
      return `The element <${tagName}> stands around ${inside.holds === 'text' ? 'elements' : 'whole blocks'}`;
    const ours = children.find((child) => this.#isOwn(child) && !takes(inside, child));
    if (ours?.type === 'element') return `The element <${tagName}> stands around <${ours.tagName}>`;
    const forbidden = this.#ownWithin(node, inside.model.never ?? []);
    return forbidden === undefined ? undefined : `The element <${tagName}> stands around <${forbidden}>`;
  }

  #isOwn(node: RootContent): boolean {
    return node.type === 'element' && this.#own.has(node);
  }

  /** The name of the first element of ours anywhere inside another that is one of these. */
  #ownWithin(node: Element, names: ReadonlyArray<string>): string | undefined {
    if (names.length === 0) return undefined;
    let found: string | undefined;
    visit({ type: 'root', children: node.children }, 'element', (each) => {
      if (!names.includes(each.tagName) || !this.#own.has(each)) return undefined;
      found = each.tagName;
      return EXIT;
    });
    return found;
  }
}

function placeIn(node: Element, around: Place): Place {
  const model = modelOf(node, around);
  const banned = new Map(around.banned);
  for (const name of model.never ?? []) banned.set(name, node.tagName);
  const holds = model.holds === 'transparent' ? around.holds : model.holds;
  return { name: node.tagName, model, holds, banned };
}

function modelOf({ tagName, properties }: Element, around: Place): ContentModel {
  if (tagName === 'div' && around.name === 'dl') return groupOfTerms;
  if (tagName === 'time' && properties['dateTime'] === undefined) return bareTime;
  return contentModels.get(tagName) ?? anything;
}

/** Why an element cannot stand where it does. */
function misplacement(node: Element, place: Place): string | undefined {
  const { tagName, properties } = node;
  const forbidding = place.banned.get(tagName);
  if (forbidding !== undefined) return `The element <${tagName}> stands inside <${forbidding}>`;
  if (!takes(place, node)) {
    const { stands } = modelOf(node, place);
    return typeof stands === 'string'
      ? `The element <${tagName}> cannot stand in <${place.name}>`
      : `The element <${tagName}> stands outside <${stands.join('> or <')}>`;
  }
  return tagName === 'bdo' && properties['dir'] === undefined ? 'The element <bdo> has no dir' : undefined;
}

/** Whether a node may stand in a place. */
function takes({ holds: content, model }: Place, node: RootContent): boolean {
  if (node.type === 'text') return typeof content === 'string' ? content !== 'nothing' : isBlank(node.value);
  if (node.type !== 'element') return true;
  if (typeof content !== 'string') return content.includes(node.tagName);
  if (model.beside?.includes(node.tagName) === true) return true;
  const stands = contentModels.get(node.tagName)?.stands ?? 'flow';
  return stands === 'phrasing' ? content === 'flow' || content === 'phrasing' : stands === content;
}

function namesIn({ children }: Element, { holds: content, beside }: ContentModel): string {
  const named = new Set([...(typeof content === 'string' ? [] : content), ...(beside ?? [])]);
  let names = '';
  for (const child of children) {
    if (child.type === 'element' && named.has(child.tagName)) names += `${child.tagName} `;
    else if (child.type === 'element' || (child.type === 'text' && !isBlank(child.value))) names += 'x ';
  }
  return names;
}

const parts = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'];

/** The parts of a table as it is shown: HTML 4 had the foot before the body. */
function byPart(a: RootContent, b: RootContent): number {
  const rank = (node: RootContent): number =>
    node.type === 'element' && node.tagName !== 'tr' ? parts.indexOf(node.tagName) : parts.indexOf('tbody');
  return rank(a) - rank(b);
}

/** Whether a node is an element that means something only inside another. */
function isStructural(node: RootContent): node is Element {
  return node.type === 'element' && typeof contentModels.get(node.tagName)?.stands === 'object';
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n\f]*$/.test(text);
}
