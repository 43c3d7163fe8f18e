import type { Properties } from 'hast';
import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { nearest } from '../../book/nearest.ts';
import { claimId } from '../claim-id.ts';
import { containerDirectives, leafDirectives, textDirectives } from './directives.ts';
import { languageOf } from './directive-language.ts';
import { scanProse } from '../scan-prose.ts';
import { shapeDirective } from './shape-directive.ts';

type Directive = ContainerDirective | LeafDirective | TextDirective;

const tables = {
  containerDirective: containerDirectives,
  leafDirective: leafDirectives,
  textDirective: textDirectives,
};

const leftOver = {
  signs: [':'],
  // No further: behind each colon the end is looked for anew.
  pattern: /(?<![\p{L}\p{N}:\\]):([A-Za-z][\w-]*)(?:\[[^\]\n]{0,1000}\]|\{[^}\n]{0,1000}\})/gu,
};

/**
 * Gives every known directive its element and takes unknown ones apart: a container leaves
 * its content, a leaf and a text directive the characters the author typed.
 */
export function remarkDirectives() {
  return (tree: Root, file: VFile): void => {
    scanProse(tree, file, [leftOver], (_leftOver, match, point) => {
      const [written, name = ''] = match;
      const reason = textDirectives.has(name)
        ? `Nothing stands in brackets behind ":${name}"`
        : `There is no directive ":${name}"`;
      const inBraces = written.slice(name.length + 2, -1);
      const hint = textDirectives.has(name) ? { hint: `Write :${name}[${inBraces}].` } : {};
      report(file, 'directive-unknown', reason, point, hint);
    });
    visit(tree, (node, index, parent): VisitorResult => {
      if (!isDirective(node) || parent === undefined || index === undefined) return undefined;
      const element = tables[node.type].get(node.name);
      if (!element) {
        parent.children.splice(index, 1, ...takeApart(node, file));
        return [SKIP, index];
      }
      if (element.hName === 'hr') {
        parent.children[index] = { type: 'thematicBreak', ...(node.position && { position: node.position }) };
        return SKIP;
      }
      const hProperties: Properties = {
        ...element.hProperties,
        ...attributesOf(node, element.hProperties, file),
        ...shapeDirective(node, file),
      };
      node.data = { ...node.data, hName: element.hName, hProperties };
      for (const child of node.children) {
        if (child.type === 'paragraph' && child.data?.directiveLabel) {
          child.data.hProperties = { className: ['title'] };
        }
      }
      return undefined;
    });
  };
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

function takeApart(node: Directive, file: VFile): RootContent[] {
  const marks = marksOf[node.type];
  const { start, end } = node.position ?? {};
  const value = String(file).slice(start?.offset, end?.offset);
  const written = node.name === '' ? value.split('\n', 1)[0] : `${marks}${node.name}`;
  report(file, 'directive-unknown', `There is no directive "${written}"`, node, hintFor(node));
  if (node.type === 'containerDirective') return contentOf(node, file);
  const text: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value }],
    ...(node.position && { position: node.position }),
  };
  return [text];
}

const marksOf = { containerDirective: ':::', leafDirective: '::', textDirective: ':' } as const;

/** What was likely meant: the same name with other marks, or one like it. */
function hintFor({ type, name }: Directive): { readonly hint?: string } {
  const instead = /^(?:image|img|picture)$/.test(name) ? '![What it shows](images/file.jpg)' : undefined;
  if (instead !== undefined) return { hint: `Write ${instead}.` };
  const other = (['containerDirective', 'leafDirective', 'textDirective'] as const).find(
    (each) => each !== type && tables[each].has(name),
  );
  if (other !== undefined && type !== 'textDirective')
    return { hint: `Write ${marksOf[other]}${name}, with as many colons.` };
  const [near] = name.length > 3 ? nearest(name, tables[type].keys()) : [];
  return near === undefined ? {} : { hint: `Did you mean ${marksOf[type]}${near}?` };
}

/** The content of a block without a name of ours; what links name keeps its place. */
function contentOf(node: ContainerDirective, file: VFile): RootContent[] {
  const own = node.attributes?.['id'];
  const id = own ? claimId(own, node, file) : undefined;
  if (id === undefined) return node.children;
  const data = { hName: 'div', hProperties: { id } };
  return [
    { type: 'element', data, children: node.children, ...(node.position && { position: node.position }) },
  ];
}

function attributesOf(node: Directive, given: Readonly<Properties> | undefined, file: VFile): Properties {
  const attributes = node.attributes ?? {};
  const properties: Properties = {};
  const id = attributes['id'] ? claimId(attributes['id'], node, file) : undefined;
  if (id !== undefined) properties['id'] = id;
  if (attributes['class']) {
    const classes = Array.isArray(given?.['className']) ? given['className'] : [];
    properties['className'] = [...classes, ...attributes['class'].split(/\s+/)];
  }
  if (attributes['dir'] === 'rtl' || attributes['dir'] === 'ltr') properties['dir'] = attributes['dir'];
  if (attributes['title']) properties['title'] = attributes['title'];
  if (node.name === 'quote') Object.assign(properties, sourceOf(node, file));
  const language = languageOf(node, file);
  if (language) properties['lang'] = language;
  return properties;
}

const quoteAttributes = ['source', 'lang', 'dir', 'title', 'class', 'id'];

/**
 * The key of the source quoted, which the check of rights looks up, be it empty. Since a key under
 * a misspelled name would escape that check, stray attributes are reported here.
 */
function sourceOf(node: Directive, file: VFile): Properties {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (quoteAttributes.includes(name)) continue;
    report(file, 'directive-unknown', `A quotation has no attribute "${name}"`, node, {
      hint: `Accepted attributes: ${quoteAttributes.join(', ')}.`,
    });
  }
  const source = node.attributes?.['source'];
  return typeof source === 'string' ? { dataSource: source } : {};
}
