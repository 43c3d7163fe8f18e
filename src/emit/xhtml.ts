import type { Nodes } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { xmlText } from './xml-text.ts';
import { dictionary } from '../book/dictionary.ts';

type Xast = ReturnType<typeof toXast>;
type Attributes = Extract<Xast, { type: 'element' }>['attributes'];

const namespaces = dictionary<string>({
  html: 'http://www.w3.org/1999/xhtml',
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
});

/** HTML elements that never have content, and so no end tag in HTML (HTML, 13.1.2). */
const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * The tree as XHTML that XML parsers and HTML parsers read alike: only void and foreign
 * elements close themselves (HTML, 14.2; EPUB 3.3, 6.1). Nothing is added, nothing but comments
 * and characters XML cannot hold is lost.
 *
 * @param tree a fragment, to stand where XHTML is the namespace in force and `epub` declared
 */
export function toXhtml(tree: Nodes): string {
  return serialize(toXast(tree), 'html');
}

function serialize(node: Xast, space: string): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type === 'root') return node.children.map((child) => serialize(child, space)).join('');
  if (node.type !== 'element') return '';
  const { name } = node;
  const inner = name in namespaces ? name : space;
  // Content of foreignObject or annotation-xml would need its own; no step lets those through.
  const declared = inner === space ? {} : { xmlns: namespaces[inner] };
  const { xmlns: _fromTree, ...own } = node.attributes;
  const attributes = Object.entries({ ...declared, ...withLanguage(own) })
    .map(([key, value]) => ` ${key}="${escapeAttribute(value ?? '')}"`)
    .join('');
  const content = node.children.map((child) => serialize(child, inner)).join('');
  const selfClosing = content === '' && (inner === 'html' ? voidElements.has(name) : true);
  return selfClosing ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

/** XML tools read `xml:lang`, browsers `lang`; both must agree (EPUB 3.3, 6.1.3). */
function withLanguage(attributes: Attributes): Attributes {
  const lang = attributes['lang'];
  return lang === undefined ? attributes : { ...attributes, 'xml:lang': lang };
}

function escapeText(value: string): string {
  return xmlText(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`);
}
