import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import type { Position } from 'unist';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { sections, type Book, type Hast } from '../../../book/book.ts';
import { directionOf } from '../../../book/direction.ts';
import { breakable } from './break-addresses.ts';
import { hasClass } from './has-class.ts';
import { addressOf, linkedId } from './internal-links.ts';
import { targetOf, type PrintLink } from '../screen/link-names.ts';
import { withNoteNumbers } from './note-numbers.ts';
import { softHyphenator } from './soft-hyphens.ts';
import { cellContent, tagAids } from './tag-aids.ts';

/** The assembled book as one HTML document, ready for Chrome. */
export interface PrintDocument {
  readonly html: string;
  /** Where the element with `data-block="<index>"` comes from. */
  readonly blocks: ReadonlyArray<{ readonly file: VFile; readonly position?: Position }>;
  /** Every language the book uses, as BCP 47 tags. */
  readonly languages: ReadonlySet<string>;
  readonly links: ReadonlyArray<PrintLink>;
}

/** Elements that carry text, stand by themselves or hold such: where an overflow can be told of. */
const blockNames = new Set(
  'section aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre table figure figcaption img svg blockquote math details'.split(
    ' ',
  ),
);

/** Elements whose words are not hyphenated. */
const unbroken = new Set('code pre kbd samp math h1 h2 h3 h4 h5 h6'.split(' '));

/**
 * The book as one HTML document: sections one after another, every id as it is, links inside
 * the book as addresses that become links again in the finished PDF.
 *
 * Chrome's tags go astray over DPUB-ARIA roles (links lose their content, lists their items),
 * so those stay in the EPUB; a figure needs the role `group` to be tagged with its caption.
 *
 * @param stylesheets paths of stylesheets, in the order of the cascade
 * @param softHyphens whether to put soft hyphens into words, for a browser without dictionaries
 */
export function printDocument(
  book: Book<Hast>,
  stylesheets: ReadonlyArray<string>,
  softHyphens: boolean,
): PrintDocument {
  const blocks: Array<{ file: VFile; position?: Position }> = [];
  const languages = new Set([book.metadata.language]);
  const links: PrintLink[] = [];

  const ids = idsOf(book);
  const hyphenate = softHyphens ? softHyphenator() : (text: string): string => text;

  /** `language` is undefined inside elements whose words stay whole. */
  const forPrint = (node: RootContent, file: VFile, language: string | undefined): ElementContent[] => {
    if (node.type === 'text') {
      return language === undefined ? [node] : breakable({ ...node, value: hyphenate(node.value, language) });
    }
    if (node.type !== 'element') return [];
    const { role, 'epub:type': semantics, ...properties } = node.properties;
    const copy: Element = { ...node, properties: { ...properties, ...tagAids(node) }, children: [] };
    if (typeof role === 'string' && !role.startsWith('doc-')) copy.properties['role'] = role;
    const target = node.tagName === 'a' ? linkedId(properties['href']) : undefined;
    // What leads nowhere is no link.
    if (target !== undefined) copy.properties['href'] = ids.has(target) ? addressOf(target) : undefined;
    if (node.tagName === 'figure') copy.properties['role'] = 'group';
    if (typeof properties['lang'] === 'string') {
      languages.add(properties['lang']);
      copy.properties['dir'] ??= directionOf(properties['lang']);
    }
    const whole = language === undefined || unbroken.has(node.tagName);
    const inner = whole ? undefined : (properties['lang'] ?? language);
    if (blockNames.has(node.tagName)) {
      copy.properties['dataBlock'] = String(blocks.length);
      blocks.push({ file, ...(node.position && { position: node.position }) });
    }
    if (node.tagName === 'a' && typeof copy.properties['href'] === 'string') {
      const isMark = semantics === 'noteref' && typeof properties['id'] === 'string';
      const mark = isMark ? { mark: String(properties['id']) } : {};
      links.push({ target: targetOf(copy.properties['href']), element: copy, ...mark });
    }
    const children = hasClass(node, 'notes') ? withNoteNumbers(node).children : cellContent(node);
    copy.children = children.flatMap((child) => forPrint(child, file, inner));
    return [copy];
  };

  const body = sections(book).flatMap((section) =>
    section.tree.children.flatMap((child) => forPrint(child, section.file, book.metadata.language)),
  );
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', rootProperties(book), [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
          element('title', {}, [{ type: 'text', value: book.metadata.title }]),
          ...stylesheets.map((href) => element('link', { rel: ['stylesheet'], href })),
        ]),
        element('body', {}, body),
      ]),
    ],
  };
  return { html: unified().use(rehypeStringify).stringify(root), blocks, languages, links };
}

function rootProperties({ metadata: { language, print } }: Book<Hast>): Properties {
  const classes = print.largePrint === true ? { className: ['large-print'] } : {};
  return { lang: language, dir: directionOf(language), ...classes };
}

function idsOf(book: Book<Hast>): Set<string> {
  const ids = new Set<string>();
  for (const { tree } of sections(book)) {
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id']);
    });
  }
  return ids;
}

/** No script, nothing from elsewhere: our own code enters through the debugging protocol. */
const policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'";

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
