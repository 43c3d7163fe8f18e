import type { Element, ElementContent, Properties, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { sections, type Book, type Hast } from '../../../book/book.ts';
import { directionOf } from '../../../language/direction.ts';
import type { PrintLink } from '../screen/link-names.ts';
import { Copier } from './copier.ts';
import type { PrintedBlock } from './printed-block.ts';
import { setTexts, type TextsByLanguage } from './long-words.ts';
import { softHyphenator } from './soft-hyphens.ts';

/** The assembled book as one HTML document, ready for Chrome. */
export interface PrintDocument {
  readonly html: string;
  /** Where the element with `data-block="<index>"` comes from, by its index. */
  readonly blocks: ReadonlyArray<PrintedBlock>;
  /** Every language the book uses, as BCP 47 tags. */
  readonly languages: ReadonlySet<string>;
  readonly links: ReadonlyArray<PrintLink>;
  /** The texts whose lines are set: found when they are asked for. */
  readonly texts: () => TextsByLanguage;
}

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
  const copier = new Copier(book, softHyphens ? softHyphenator() : undefined);
  const body = sections(book).flatMap((section) =>
    section.tree.children.flatMap((child) => copier.copy(child, section.file, book.metadata.language)),
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
  const { blocks, languages, links } = copier;
  const texts = (): TextsByLanguage => setTexts(body, book.metadata.language);
  return { html: unified().use(rehypeStringify).stringify(root), blocks, languages, links, texts };
}

function rootProperties({ metadata: { language, print } }: Book<Hast>): Properties {
  const classes = print.largePrint === true ? { className: ['large-print'] } : {};
  return { lang: language, dir: directionOf(language), ...classes };
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
