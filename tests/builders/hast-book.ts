import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { VFile } from 'vfile';
import type { Book, Hast, Section } from '../../src/book/book.ts';
import type { Metadata, PrintSettings } from '../../src/book/metadata.ts';
import { untitledRoles } from '../../src/book/roles.ts';
import { embeddedFonts } from '../../src/emit/fonts.ts';
import type { Looks } from '../../src/emit/pdf/printable.ts';
import { readTheme } from '../../src/read/templates/theme.ts';
import { sixByNine } from './metadata.ts';

/** What a chapter of a test may say about itself besides its text. */
type Traits = Partial<Omit<Section<Hast>, 'id' | 'tree' | 'titleTree' | 'file'>>;

/** Metadata of the usual print settings but for some. */
export function makePrint(print: Partial<PrintSettings>): Pick<Metadata, 'print'> {
  return { print: { ...sixByNine, ...print } };
}

/**
 * A section with its opening, as the HTML step makes it.
 *
 * @param html the text below the title; its positions are those of the section's file
 */
export function makeSection(id: string, html: string, traits: Traits = {}): Section<Hast> {
  const { role = 'chapter', title = id, number, language } = traits;
  const untitled = traits.untitled ?? untitledRoles.has(role);
  const content = fromHtml(html, { fragment: true }).children as ElementContent[];
  const heading = element('h1', { id: `${id}--title`, className: ['title'] }, [text(title)]);
  const numbering = number === undefined ? [] : [element('p', { className: ['number'] }, [text(number)])];
  const opening = untitled ? [] : [element('header', { className: ['opening'] }, [...numbering, heading])];
  const properties = { id, className: [role], role: `doc-${role}`, 'epub:type': role };
  const lang = language === undefined ? {} : { lang: language };
  return {
    numbered: number !== undefined,
    toc: !untitled,
    headings: [],
    ...traits,
    id,
    role,
    title,
    untitled,
    titleTree: root([text(title)]),
    tree: root([element('section', { ...properties, ...lang }, [...opening, ...content])]),
    file: new VFile({ path: `${id}.md`, value: html }),
  };
}

/** A contents page: a line with a link and a place for the page number for each id. */
export function makeContents(titles: Readonly<Record<string, string>>): Section<Hast> {
  const entries = Object.entries(titles).map(
    ([id, title]) =>
      `<li><p class="entry"><a href="#${id}">${title}</a> <span class="page" data-page-of="${id}"></span></p></li>`,
  );
  const list = `<ol class="contents">${entries.join('')}</ol>`;
  return makeSection('contents', list, { role: 'toc', title: 'Contents', toc: false });
}

/** Paragraphs of plain prose, each told apart by its number. */
export function makeProse(paragraphs: number, sentence = prose): string {
  return Array.from({ length: paragraphs }, (_, index) => `<p>Paragraph ${index + 1}. ${sentence}</p>`).join(
    '\n',
  );
}

const prose = (
  'It was a clear steel-blue day, and the firmaments of air and sea were hardly separable in that ' +
  'all-pervading azure; only the pensive air was transparently pure and soft. '
).repeat(3);

/** A theme, by default the literary one, its fonts cut down to the book. */
export async function makeLooks(book: Book<Hast>, name = 'literary'): Promise<Looks> {
  const theme = await readTheme(name);
  const { fonts } = await embeddedFonts(book, theme.fonts, `${book.metadata.title} 0123456789ivxlcdm-‐`);
  return { fonts, stylesheets: [theme.stylesheets.print] };
}

/** Every element of a tree that a test asks for, in document order. */
export function elementsOf(tree: Root | Element, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (wanted(child)) found.push(child);
      visit(child);
    }
  };
  visit(tree);
  return found;
}

function root(children: ElementContent[]): Root {
  return { type: 'root', children };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
