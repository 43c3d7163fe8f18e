import { createHash } from 'node:crypto';
import type { Element, ElementData, Parents, Properties, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { toXast } from 'hast-util-to-xast';
import { visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import { contentModels } from './content-models.ts';
import { element } from '../element.ts';

declare module 'hast' {
  interface ElementData {
    /** The source of the drawing that an image stands for, which is written in the text. */
    drawing?: string;
  }
}

/** Digits of a name: as many as no two drawings of a book share by chance. */
const digits = 16;

/**
 * An image that stands for a drawing in raw HTML. The drawing itself becomes a file named by its content, so
 * that the same one is in the book once; its name and what it shows are the text alternative.
 *
 * @param svg an `<svg>` element as the HTML parser gives it
 */
export function drawingPicture(svg: Element): Element {
  const source = sourceOf(svg);
  const name = createHash('sha256').update(source).digest('hex').slice(0, digits);
  const { className, id, lang, xmlLang, dir, ariaDetails, width, height } = svg.properties;
  const language = lang ?? xmlLang;
  const alt = alternativeOf(svg);
  const properties: Properties = {
    src: `drawing-${name}.svg`,
    ...(alt !== undefined && { alt }),
    ...(className !== undefined && { className }),
    ...(id !== undefined && { id }),
    ...(language !== undefined && { lang: language }),
    ...(dir !== undefined && { dir }),
    ...(ariaDetails !== undefined && { ariaDetails }),
    // Other lengths than pixels are in the drawing itself.
    ...(isPixels(width) && { width }),
    ...(isPixels(height) && { height }),
  };
  const picture = element('img', properties, [], svg.position);
  picture.data = { drawing: source } as ElementData;
  return picture;
}

/** The drawing that is all an element holds: it is no sign in a line of text. */
export function drawingAlone({ children }: Element): Element | undefined {
  const others = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first] = others;
  return others.length === 1 && first?.type === 'element' && first.tagName === 'svg' ? first : undefined;
}

/** Elements of text in which a drawing between blocks is a figure. */
const framing: ReadonlySet<string> = new Set([
  'article',
  'aside',
  'blockquote',
  'dd',
  'div',
  'li',
  'section',
]);

/**
 * The picture of a drawing in its place: a figure where it stands between blocks, not in a line of text.
 *
 * @param parent what holds the drawing
 */
export function framed(picture: RootContent[], parent: Parents): RootContent[] {
  const isBlock = parent.type === 'root' || framing.has(parent.tagName);
  if (!isBlock || !(parent.children as RootContent[]).every(isApart)) return picture;
  return [element('figure', {}, picture as Element[], picture[0]?.position)];
}

function isApart(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type !== 'element' || node.tagName === 'svg') return true;
  return contentModels.get(node.tagName)?.stands !== 'phrasing';
}

function isPixels(length: Properties[string]): boolean {
  return /^\d+$/.test(String(length));
}

/** The drawing as a document of its own, with the namespaces that HTML does not ask for. */
function sourceOf(svg: Element): string {
  const links = new Set<string>();
  visit(svg, 'element', ({ properties }) => {
    for (const name in properties) if (name.startsWith('xLink')) links.add(name);
  });
  const properties = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...(links.size > 0 && { xmlnsXLink: 'http://www.w3.org/1999/xlink' }),
    ...svg.properties,
  };
  return toXml(toXast({ ...svg, properties }, { space: 'svg' }));
}

const decorative: ReadonlySet<string> = new Set(['none', 'presentation']);

/** What the drawing is for those who cannot see it; nothing at all for one that only decorates. */
function alternativeOf(svg: Element): string | undefined {
  const { ariaHidden, ariaLabel, ariaLabelledBy, role } = svg.properties;
  if (ariaHidden === 'true' || [role].flat().some((each) => decorative.has(String(each)))) return '';
  const children = svg.children.filter((child) => child.type === 'element');
  const told = [
    typeof ariaLabel === 'string' ? ariaLabel : '',
    textsOf(svg, new Set([ariaLabelledBy ?? []].flat().map(String))),
    ['title', 'desc']
      .flatMap((name) => children.filter(({ tagName }) => tagName === name).slice(0, 1))
      .map(wordsOf)
      .filter((words) => words !== '')
      .join(': '),
  ];
  return told.map((words) => words.trim()).find((words) => words !== '');
}

/** What the elements with these ids say, in their order. */
function textsOf(svg: Element, ids: ReadonlySet<string>): string {
  const texts: string[] = [];
  visit(svg, 'element', (node) => {
    if (ids.has(String(node.properties['id']))) texts.push(wordsOf(node));
  });
  return texts.join(' ');
}

function wordsOf(node: Element): string {
  return toString(node).replaceAll(/\s+/g, ' ').trim();
}
