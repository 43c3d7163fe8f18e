import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { backArrow } from '../../book/back-arrow.ts';
import { sections, type Book, type Section } from '../../book/book.ts';
import type { Citations } from '../../book/citations.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { fill } from '../../book/labels.ts';
import { inDigits } from '../../language/digits.ts';
import { primaryLanguage } from '../../language/tag.ts';
import { element, text } from '../element.ts';
import { freeId, takenIds } from '../free-id.ts';
import { generatedSection } from '../generated-section.ts';
import type { Entries } from './entries.ts';
import { isUnprinted } from './processor.ts';
import { richText } from './rich-text.ts';
import type { Role } from '../../book/roles.ts';

/** What the bibliography stands before. */
const closing: ReadonlySet<Role> = new Set<Role>(['index', 'colophon']);

/**
 * The book with its bibliographies: where the author wants it, in a chapter of role `bibliography` after its text,
 * at the end of the chapters, or as a section of the back matter.
 *
 * @param book its citations words already
 * @param lists that of the book, or those of its chapters
 * @param citations what they are made from
 */
export function attachBibliography(book: Book, lists: ReadonlyArray<Entries>, citations: Citations): Book {
  const printed = lists.filter(({ list }) => (list?.entries.length ?? 0) > 0);
  let result = book;
  for (const entries of printed) result = placed(result, entries, citations);
  return withoutPlaces(result);
}

function placed(book: Book, entries: Entries, { settings, works }: Citations): Book {
  const { labels, metadata, back } = book;
  const title = settings.title ?? labels.bibliography;
  const listIn = (section: Section | undefined): ElementNode => {
    const language = section?.language ?? metadata.language;
    return listOf(entries, book, language, (key) => works.get(key)?.item['language']);
  };
  const own = sections(book).find(
    ({ id, tree }) => (entries.section === undefined || entries.section === id) && hasPlace(tree),
  );
  if (own !== undefined) return replaced(book, own, { ...own, tree: atPlace(own.tree, listIn(own)) });
  if (entries.section !== undefined) {
    const section = sections(book).find(({ id }) => id === entries.section);
    if (section === undefined) return book;
    const block = blockOf(section, title, listIn(section), book);
    return replaced(book, section, withBlock(section, block));
  }
  const chapter = back.find(({ role }) => role === 'bibliography');
  if (chapter !== undefined) return replaced(book, chapter, withBlock(chapter, listIn(chapter)));
  const section = {
    ...generatedSection(book, 'bibliography', 'bibliography', title, [listIn(undefined)]),
    toc: true,
  };
  const end = back.findIndex(({ role }) => closing.has(role));
  return { ...book, back: back.toSpliced(end === -1 ? back.length : end, 0, section) };
}

function replaced(book: Book, before: Section, after: Section): Book {
  const swap = (group: ReadonlyArray<Section>): Section[] =>
    group.map((section) => (section === before ? after : section));
  return { ...book, front: swap(book.front), body: swap(book.body), back: swap(book.back) };
}

function withBlock(section: Section, block: RootContent): Section {
  return { ...section, tree: { ...section.tree, children: [...section.tree.children, block] } };
}

/** The list of a chapter below a heading of its own. */
function blockOf({ id }: Section, title: string, list: ElementNode, book: Book): ElementNode {
  const own = freeId(`${id}--bibliography`, takenIds(book));
  const titleId = `${own}-title`;
  const { language } = book.metadata;
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: [text(title)],
    data: { hProperties: { id: titleId, lang: language } },
  };
  const properties = {
    id: own,
    className: ['section-bibliography'],
    'epub:type': 'bibliography',
    role: 'doc-bibliography',
    ariaLabelledBy: [titleId],
  };
  return element('section', properties, [heading, list]);
}

function hasPlace(tree: Root): boolean {
  let found = false;
  visit(tree, 'bibliographyPlace', () => {
    found = true;
  });
  return found;
}

function atPlace(tree: Root, list: ElementNode): Root {
  let isPlaced = false;
  visit(tree, 'bibliographyPlace', (_, index, parent) => {
    if (isPlaced || parent === undefined || index === undefined) return;
    (parent.children as RootContent[])[index] = list;
    isPlaced = true;
  });
  return tree;
}

/** Places that no bibliography came to are nothing. */
function withoutPlaces(book: Book): Book {
  for (const { tree } of sections(book))
    visit(tree, 'bibliographyPlace', (_, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
  return book;
}

/** The entries as a list, each in the language of its work. */
function listOf(
  entries: Entries,
  { labels, metadata }: Book,
  around: string,
  languageOf: (key: string) => unknown,
): ElementNode {
  const { list } = entries;
  const items = (list?.entries ?? []).flatMap(({ key, html }) => {
    const id = entries.entryOf(key);
    if (id === undefined || isUnprinted(html)) return [];
    const language = languageOf(key);
    const isForeign =
      typeof language === 'string' &&
      /^[a-z]{2,3}(?:-|$)/i.test(language) &&
      primaryLanguage(language) !== primaryLanguage(around);
    const [first, ...others] = entries.citing(key);
    const content = backTo(first, richText(html));
    const arrows = others.map((anchor, index) =>
      backLink(anchor, fill(labels.backToCitation, { index: inDigits(index + 2, metadata.language) })),
    );
    return [
      element('li', { id, ...(isForeign && { lang: language }), 'epub:type': 'biblioentry' }, [
        ...content,
        ...arrows,
      ]),
    ];
  });
  const labelled = list?.labelled ?? 0;
  const layout = labelled > 4 ? ['labelled', 'wide-labels'] : labelled > 0 ? ['labelled'] : [];
  const isFlush = labelled === 0 && list?.isHanging !== true;
  const className = ['references', ...layout, ...(isFlush ? ['flush'] : [])];
  return element('ul', { className, role: 'list' }, items);
}

/** The first words of an entry, or its label, lead back to where its work is cited first. */
function backTo(anchor: string | undefined, content: PhrasingContent[]): PhrasingContent[] {
  if (anchor === undefined) return content;
  const [first, ...others] = content;
  if (first === undefined) return content;
  if (first.type === 'text') {
    const [words = ''] = /^[^\p{L}\p{N}]*[\p{L}\p{N}][^.,:;(]*/u.exec(first.value) ?? [];
    const rest = first.value.slice(words.length);
    if (words === '') return content;
    return [linkBack(anchor, [text(words)]), ...(rest === '' ? [] : [text(rest)]), ...others];
  }
  if (first.type === 'element') {
    const inner = backTo(anchor, first.children as PhrasingContent[]);
    return [{ ...first, children: inner }, ...others];
  }
  return first.type === 'link' ? content : [linkBack(anchor, [first]), ...others];
}

function linkBack(anchor: string, children: PhrasingContent[]): PhrasingContent {
  const hProperties = { className: ['backlink'], role: 'doc-backlink' };
  return { type: 'link', url: `#${anchor}`, children, data: { hProperties } };
}

/** An arrow that leads to a further place, in e-books. */
function backLink(anchor: string, name: string): ElementNode {
  const properties = {
    className: ['backlink'],
    href: `#${anchor}`,
    role: 'doc-backlink',
    ariaLabel: name,
  };
  return element('span', { dataProduct: 'epub' }, [text(' '), element('a', properties, [text(backArrow)])]);
}
