import type { Element, Nodes, Root as HastRoot } from 'hast';
import { defaultHandlers, toMdast, type Handle } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { FootnoteDefinition, FootnoteReference, Html, PhrasingContent, Root, Text } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import type { InlineMath, Math } from 'mdast-util-math';
import { propertyOf } from './property-of.ts';
import { headingName } from './settle-anchors.ts';
import { limitSpans } from './limit-spans.ts';
import { tidyBlocks } from './tidy-blocks.ts';
import { noteDefinition, noteReference } from './notes/note-elements.ts';

/** The text of a page or document as mdast: its notes are those that `markLinkedNotes` has marked. */
export function htmlToMdast(tree: HastRoot): Root {
  limitSpans(tree);
  const made = toMdast(tree, {
    document: true,
    handlers: {
      [noteReference]: (_state, element): FootnoteReference => ({
        type: 'footnoteReference',
        ...named(element),
      }),
      [noteDefinition]: (state, element): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        ...named(element),
        children: state.toFlow(state.all(element)),
      }),
      [headingName]: (_state, { properties }): Html => ({
        type: 'html',
        value: ` {#${String(properties['id'])}}`,
      }),
      sub: asWritten,
      sup: asWritten,
      u: asWritten,
      mark: asWritten,
      span: smallCapitals,
      img: picture,
      figure,
      table,
      math,
      // What no page of a book can show.
      script: nothing,
      style: nothing,
      iframe: nothing,
      object: nothing,
      input: nothing,
      button: nothing,
    },
  });
  const root: Root = made.type === 'root' ? made : { type: 'root', children: [made] };
  tidyBlocks(root);
  return root;
}

function named(element: Element): Readonly<{ identifier: string; label: string }> {
  const label = propertyOf(element, 'label');
  return { identifier: label, label };
}

const nothing: Handle = () => undefined;

/** Elements that Markdown has no sign for and Colophon reads as HTML: H<sub>2</sub>O. */
const asWritten: Handle = (state, element) => {
  const inside = state.all(element) as PhrasingContent[];
  if (inside.length === 0) return undefined;
  const tag = (value: string): Html => ({ type: 'html', value });
  return [tag(`<${element.tagName}>`), ...inside, tag(`</${element.tagName}>`)];
};

/** Small capitals, as the documents of word processors have them, are a directive; other spans are what stands in them. */
const smallCapitals: Handle = (state, element) => {
  const inside = state.all(element);
  if (inside.length === 0 || !listOf(element.properties['className']).includes('smallcaps')) return inside;
  return {
    type: 'textDirective',
    name: 'smallcaps',
    attributes: {},
    children: inside as PhrasingContent[],
  } satisfies TextDirective;
};

const listOf = (names: unknown): ReadonlyArray<unknown> => (Array.isArray(names) ? names : []);

/** A picture without an address was none; its alternative text is told apart from a title. */
const picture: Handle = (state, element) =>
  typeof element.properties['src'] === 'string' && element.properties['src'] !== ''
    ? defaultHandlers.img(state, element)
    : undefined;

/** A picture with a caption is a figure, a table with one is that; neither is numbered, as it was not. */
const figure: Handle = (state, element) => {
  const captions = element.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  const content = state.toFlow(
    state.all({ ...element, children: element.children.filter((child) => !captions.includes(child)) }),
  );
  const words = state.toFlow(
    captions.flatMap((caption) => (caption.type === 'element' ? state.all(caption) : [])),
  );
  const hasTable = content.some(({ type }) => type === 'table');
  const hasPicture = content.some(
    (node) => node.type === 'paragraph' && node.children.some(({ type }) => type === 'image'),
  );
  if (words.length === 0 || !(hasTable || hasPicture)) return [...content, ...words];
  return {
    type: 'containerDirective',
    name: hasTable ? 'table' : 'figure',
    attributes: { unnumbered: '' },
    children: [...content, ...words] as ContainerDirective['children'],
  } satisfies ContainerDirective;
};

/** Tables whose cells hold one paragraph are those of Markdown; layout tables are what stands in them. */
const table: Handle = (state, element) => {
  if (isLayout(element)) return state.all(element);
  const [caption] = elements(element, 'caption');
  if (caption === undefined) return defaultHandlers.table(state, withHead(element));
  const bare = { ...element, children: element.children.filter((child) => child !== caption) };
  return figure(
    state,
    { ...element, tagName: 'figure', children: [bare, { ...caption, tagName: 'figcaption' }] },
    undefined,
  );
};

/** A formula by the TeX that it was made from, else by its letters. */
const math: Handle = (_state, element): InlineMath | Math | Text => {
  const [source] = elements(element, 'annotation');
  const isDisplay = element.properties['display'] === 'block';
  if (source === undefined || !/tex/i.test(String(source.properties['encoding'])))
    return { type: 'text', value: toString(element).replace(/\s+/g, ' ') };
  return { type: isDisplay ? 'math' : 'inlineMath', value: toString(source).trim() };
};

/** Tables of Markdown have a head: where none is said to be one, it is the first row. */
function withHead(element: Element): Element {
  if (elements(element, 'th').length > 0) return element;
  const copy = structuredClone(element);
  const [first] = elements(copy, 'tr');
  for (const cell of first === undefined ? [] : elements(first, 'td')) cell.tagName = 'th';
  return copy;
}

/** Whether a table has one cell, or one column without a head: a box, and no table. */
function isLayout(element: Element): boolean {
  const rows = elements(element, 'tr');
  const widest = Math.max(0, ...rows.map((row) => elements(row, 'td').length + elements(row, 'th').length));
  return widest <= 1 && elements(element, 'th').length === 0 && toString(element).trim() !== '';
}

function elements(within: Nodes, tagName: string): Element[] {
  if (!('children' in within)) return [];
  return within.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : [...(child.tagName === tagName ? [child] : []), ...elements(child, tagName)],
  );
}
