import type { Heading, Link, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Mdast, type Note, type Section } from '../../book/book.ts';
import type { CrossReference } from '../../book/nodes.ts';
import { keptTogether } from './kept-together.ts';
import { element, text } from '../element.ts';
import { inlineTitle } from '../inline-title.ts';
import { referenceNames, type ReferenceName } from './reference-names.ts';
import { withReplaced } from '../with-replaced.ts';
import { fillNodes } from '../wording/wording.ts';

/** Where a page is named: the editions that have pages, and the e-book, if those of the print are marked in it. */
const paged = { dataProduct: 'epub pdf print', dataPages: 'printed' };

/** What the e-book has in its place where none are marked. */
const unpaged = { dataProduct: 'epub', dataPages: 'none' };

/**
 * The book with its cross-references in words: links that name what they lead to, by kind and
 * number, in the language of the book. Where a page is asked for, an empty span with
 * `data-page-of` waits for it in the editions that have pages, and in the e-book that marks those of the print; without
 * them the e-book goes without, or has the name where the page alone is asked for. Titles and headings, which are repeated elsewhere, name
 * no pages. Inside a link a reference leaves its words alone.
 *
 * @param book the book, everything in it numbered
 */
export function resolveCrossReferences(book: Book): Book {
  if (!hasReferences(book)) return book;
  const nameOf = referenceNames(book);
  const resolve =
    (context: Context) =>
    (node: Node): Node | undefined => {
      if (node.type === 'crossReference') return linkOf(node as CrossReference, context);
      if (node.type === 'heading' && !context.bare)
        return withReplaced(node, resolve({ ...context, bare: true }));
      if (node.type === 'link') return withReplaced(node, resolve({ ...context, linked: true }));
      return undefined;
    };
  const resolveSection = (section: Section): Section => {
    const { language } = section;
    const foreign = language === undefined ? undefined : book.metadata.language;
    const context: Context = { book, nameOf, foreign, bare: false, linked: false };
    const tree = withReplaced(section.tree, resolve(context));
    const titleTree = withReplaced(section.titleTree, resolve({ ...context, bare: true }));
    if (tree === section.tree && titleTree === section.titleTree) return section;
    return {
      ...section,
      tree,
      titleTree,
      ...(titleTree !== section.titleTree && { title: wordsOf(titleTree) }),
      headings: renamed(section, tree),
    };
  };
  const resolveNote = (note: Note): Note => {
    const context: Context = { book, nameOf, foreign: note.language, bare: false, linked: false };
    const tree = withReplaced(note.tree, resolve(context));
    return tree === note.tree ? note : { ...note, tree };
  };
  return {
    ...book,
    front: book.front.map(resolveSection),
    body: book.body.map(resolveSection),
    back: book.back.map(resolveSection),
    notes: book.notes.map(resolveNote),
  };
}

interface Context {
  readonly book: Book;
  readonly nameOf: (id: string) => ReferenceName | undefined;
  /** BCP 47 of the words, where the text around is in another language. */
  readonly foreign: string | undefined;
  readonly bare: boolean;
  readonly linked: boolean;
}

function hasReferences(book: Book): boolean {
  const roots = [
    ...sections(book).flatMap(({ titleTree, tree }) => [titleTree, tree]),
    ...book.notes.map(({ tree }) => tree),
  ];
  return roots.some((root) => {
    let found = false;
    visit(root, 'crossReference', () => {
      found = true;
      return false;
    });
    return found;
  });
}

function linkOf(reference: CrossReference, context: Context): Node {
  const { book, nameOf, foreign, bare, linked } = context;
  const { targetId = '', position, capital } = reference;
  const { references } = book.labels;
  const shows = bare && reference.shows !== 'number' ? 'name' : reference.shows;
  const name = reference.text === undefined ? wordsFor(nameOf(targetId), context) : [text(reference.text)];
  const words = capital ? capitalised(name, book.metadata.language) : name;
  const page = element('span', { className: ['page-number'], dataPageOf: targetId }, []);
  const inPages = (wording: string): PhrasingContent =>
    element('span', paged, fillNodes(keptTogether(wording), { page: [page] }));
  const elsewhere = element('span', unpaged, words);
  const children: Record<CrossReference['shows'], PhrasingContent[]> = {
    name: words,
    number: numberOf(nameOf(targetId)) ?? words,
    'name-and-page': [...words, inPages(references.withPage)],
    page: [inPages(references.page), elsewhere],
    'page-number': [inPages('{page}'), elsewhere],
  };
  const hProperties = { className: ['ref'], ...(foreign === undefined ? {} : { lang: foreign }) };
  if (linked) return element('span', hProperties, children[shows]);
  return {
    type: 'link',
    url: `#${targetId}`,
    children: children[shows],
    data: { hProperties },
    ...(position && { position }),
  } satisfies Link as Node;
}

/** Its number alone; the title of what has none. */
function numberOf(name: ReferenceName | undefined): PhrasingContent[] | undefined {
  if (name === undefined) return undefined;
  return name.number === undefined ? name.title : [text(name.number)];
}

function wordsFor(name: ReferenceName | undefined, { book }: Context): PhrasingContent[] {
  if (name === undefined) return [];
  const number = name.number === undefined ? [] : [text(name.number)];
  return fillNodes(keptTogether(book.labels.references[name.kind]), { number, title: name.title });
}

/** The words with a capital at their beginning. */
function capitalised(words: PhrasingContent[], language: string): PhrasingContent[] {
  const [first, ...rest] = words;
  if (first?.type !== 'text') return words;
  const [letter = '', ...letters] = first.value;
  return [{ ...first, value: `${letter.toLocaleUpperCase(language)}${letters.join('')}` }, ...rest];
}

/** The headings, those whose words were not known before read anew. */
function renamed({ headings }: Section, tree: Mdast): Section['headings'] {
  const titles = new Map<string, Root>();
  visit(tree, 'heading', (node: Heading) => {
    const id = node.data?.hProperties?.['id'];
    if (typeof id !== 'string' || !node.children.some(isReference)) return;
    titles.set(id, { type: 'root', children: node.children });
  });
  return headings.map((heading) => {
    const titleTree = titles.get(heading.id);
    if (titleTree === undefined) return heading;
    return { ...heading, text: wordsOf(titleTree), ...(heading.titleTree && { titleTree }) };
  });
}

function isReference(node: RootContent): boolean {
  const classes = node.type === 'link' ? node.data?.hProperties?.['className'] : undefined;
  return Array.isArray(classes) && classes.includes('ref');
}

function wordsOf(tree: Root): string {
  const children = inlineTitle(tree).filter(({ type }) => type !== 'html');
  return toString({ type: 'root', children }).replace(/\s+/g, ' ').trim();
}
