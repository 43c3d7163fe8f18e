import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { parseHTML } from 'linkedom';
import { SKIP, visit } from 'unist-util-visit';
import { UsageError } from '../../book/errors.ts';
import { documentBytes } from '../document-bytes.ts';
import { htmlToMdast } from '../html-to-mdast.ts';
import type { Imported, ImportedMetadata } from '../imported.ts';
import { judgeHtml } from '../judge-html.ts';
import { names } from '../names.ts';
import { settleAnchors } from '../settle-anchors.ts';
import { markLinkedNotes } from '../notes/linked-notes.ts';
import { rightsOf } from '../rights/rights-of.ts';
import { articleOf } from './article-of.ts';
import { encodedText } from '../encoded-text.ts';

import { metadataOf } from './page-metadata.ts';
import { takePictures } from './take-pictures.ts';
import { writeStylesAsElements } from './styles-as-elements.ts';

/**
 * A saved web page, or what a word processor exports as one: the article without what the site puts around
 * it, its title, byline and date, its notes and pictures, and what it says of the rights.
 *
 * @throws {UsageError} where there is no text in it
 */
export async function readWebPage(path: string): Promise<Imported> {
  const html = encodedText(await documentBytes(path, largestPage));
  judgeHtml(html, path);
  const page = documentOf(html);
  const metadata = metadataOf(page);
  const { rights, passages } = rightsOf(blocksOf(page.body));
  const article = articleOf(page);
  if (article === undefined) throw new UsageError(`${path} is a page without text`);
  const tree = fromHtml(article, { fragment: true });
  writeStylesAsElements(tree, page);
  dropHidden(tree);
  const words = visibleText(tree);
  const elsewhere = [...dropHead(tree, metadata), ...passages];
  dropPassages(tree, new Set(passages));
  const { pictures, absent } = await takePictures(tree, path);
  elsewhere.push(...markLinkedNotes(tree));
  settleAnchors(tree);
  return {
    metadata: { ...metadata, ...(rights !== undefined && { rights }) },
    tree: htmlToMdast(tree),
    pictures,
    words,
    elsewhere,
    remarks: absent.length > 0 ? [absentPictures(absent)] : [],
  };
}

/** A page without an element is text, or nothing but comments. */
function documentOf(html: string): Document {
  const { document } = parseHTML(html);
  return (document.documentElement as globalThis.Element | null) === null
    ? parseHTML(`<html><body>${html}</body></html>`).document
    : document;
}

/** In bytes, with the pictures that are in it. */
const largestPage = 64 * 2 ** 20;

/** The texts of the smallest blocks of a page. */
function blocksOf(body: globalThis.Element): string[] {
  return [...body.querySelectorAll('p, li, div, footer, small, span, td')]
    .filter((element) => element.querySelector('p, li, div, footer, td, ul, ol, table') === null)
    .map((element) => {
      const links = [...element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
      const licence = links.find((href) => /creativecommons\.org/.test(href));
      return [(element.textContent ?? '').replace(/\s+/g, ' ').trim(), licence ?? ''].join(' ').trim();
    });
}

function dropHidden(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const { hidden, style, ariaHidden } = element.properties;
    const classes = [element.properties['className']].flat().map(String);
    const isHidden =
      // What shows a formula once more, beside its MathML.
      classes.some((name) =>
        ['katex-html', 'MathJax_Preview', 'MathJax_SVG', 'MathJax_CHTML'].includes(name),
      ) ||
      hidden === true ||
      /display:\s*none/.test(String(style)) ||
      (ariaHidden === 'true' && toString(element) === '');
    if (!isHidden || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/**
 * Takes out what stands above the text and in book.yaml, too: the title, the byline, the date.
 *
 * @returns what it said
 */
function dropHead(
  tree: Root,
  { title = '', subtitle = '', authors = [], date = '' }: ImportedMetadata,
): string[] {
  const said = new Set(
    [title, subtitle, date, ...authors, authors.join(', ')].map(plain).filter((text) => text !== ''),
  );
  const dropped: string[] = [];
  let isAbove = true;
  visit(tree, 'element', (element, index, parent) => {
    const text = plain(toString(element));
    if (!isAbove || parent === undefined || index === undefined || text.length > longestHead) {
      // A box around the whole text is long as well: what is in it is looked at.
      isAbove = isAbove && element.tagName !== 'p';
      return undefined;
    }
    if (!(said.has(text) || said.has(names(text).join(', ')))) return undefined;
    const isOfHead = text === plain(title) || text === plain(subtitle);
    if (/^h[2-6]$/.test(element.tagName) && !isOfHead) return undefined;
    dropped.push(text);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return dropped;
}

/** No title is longer. */
const longestHead = 300;

/** What book.yaml says of the rights is not said once more in the text. */
function dropPassages(tree: Root, passages: ReadonlySet<string>): void {
  visit(tree, 'element', (element: Element, index, parent) => {
    if (parent === undefined || index === undefined || !passages.has(plain(toString(element))))
      return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function visibleText(tree: Root): string {
  const texts: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && ['script', 'style', 'iframe', 'button', 'object'].includes(node.tagName))
      return SKIP;
    if (node.type === 'text') texts.push(node.value);
    else if (node.type === 'element' && (!inline.has(node.tagName) || leadsWithin(node))) texts.push(' ');
    return undefined;
  });
  return texts.join('');
}

/** A mark of a note need not be raised to be no part of the word before it. */
function leadsWithin({ properties }: Element): boolean {
  return typeof properties['href'] === 'string' && properties['href'].startsWith('#');
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'u',
  'q',
]);

function absentPictures(absent: ReadonlyArray<string>): string {
  const one = absent.length === 1;
  return `${absent.length} ${one ? 'picture is' : 'pictures are'} not beside the page, so a link stands in ${one ? 'its' : 'their'} place: save the page with its pictures, or put ${one ? 'it' : 'them'} into images/`;
}
