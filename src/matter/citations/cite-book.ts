import type { PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { sections, type Book, type Mdast, type Section } from '../../book/book.ts';
import type { Citations } from '../../book/citations.ts';
import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { TimeIsUp, withinTime } from '../../machine/within-time.ts';
import { text } from '../element.ts';
import { orderFront } from '../front/front-order.ts';
import { attachBibliography } from './bibliography.ts';
import { CitationPlaces, type PlacedCitation } from './citation-places.ts';
import { orderCitations, type OrderedCitation } from './citation-order.ts';
import { Entries } from './entries.ts';
import { inSentence, withCapital } from './in-sentence.ts';
import { CitationProcessor, isUnprinted, type Cluster } from './processor.ts';
import { raiseMark, withSigns } from './raise-mark.ts';
import { richText, wordsOf } from './rich-text.ts';
import { linkWorks } from './work-links.ts';

/**
 * The book with its citations as words: notes of their own in a style of notes, parts of the text in others; and
 * with its bibliography. The trees given stay as they are.
 *
 * @param book as parsed, nothing numbered yet
 * @param citations its bibliography and style
 * @param milliseconds how long that may take; where it takes longer, the book stays as it is, with a message
 */
export function citeBook(
  book: Book,
  citations: Citations,
  milliseconds: number = limits['citations-time'].most,
): Book {
  try {
    return withinTime(milliseconds, () => withCitations(book, citations));
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
    const { file, point, styleName } = citations;
    const reason = `Citations in the style "${styleName}" take more than ${milliseconds / 1000} seconds to set`;
    const hint =
      'Its macros may call each other too often, or the bibliography is too large: name another style.';
    report(file, 'citation-style', reason, point, { hint });
    return book;
  }
}

function withCitations(book: Book, citations: Citations): Book {
  const first = processorFor(citations);
  if (first === undefined) return book;
  const { isNoteStyle } = first;
  const copy = copied(book);
  const places = new CitationPlaces(copy, isNoteStyle);
  const cited: Book = { ...copy, notes: [...copy.notes, ...places.notes] };
  const inOrder: Book = { ...cited, front: orderFront(cited.front) };
  const ordered = orderCitations(inOrder, places, isNoteStyle);
  const uncited = uncitedOf(citations);
  if (ordered.length === 0 && uncited.length === 0) reportUnused(book, citations);
  const { settings } = citations;
  const apart = settings.section === 'chapter';
  const lists: Entries[] = [];
  for (const { section, inScope } of scopesOf(ordered, citations, isNoteStyle)) {
    const processor = lists.length === 0 ? first : new CitationProcessor(citations);
    const listed = apart ? (lists.length === 0 ? uncited : []) : [...uncited, ...keysOf(ordered)];
    const said = processor.set(inScope.map(clusterIn(section)), [...new Set(listed)]);
    const entries =
      (apart ? undefined : lists[0]) ??
      new Entries(
        settings.section === 'none' ? undefined : processor.bibliography(),
        apart ? section : undefined,
      );
    for (const place of inScope) fill(place, said.get(place.id) ?? '', processor, entries);
    reportUnlisted(entries, [...keysOf(inScope), ...uncited], citations);
    if (!lists.includes(entries)) lists.push(entries);
  }
  return attachBibliography(cited, lists, citations);
}

/** Reports a style that cannot be used; then there is no processor. */
function processorFor(citations: Citations): CitationProcessor | undefined {
  try {
    return new CitationProcessor(citations);
  } catch (error) {
    const said =
      error instanceof RangeError
        ? 'its macros call each other too deeply'
        : ((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
    report(
      citations.file,
      'citation-style',
      `The style "${citations.styleName}" cannot be used: ${said}`,
      citations.point,
    );
    return undefined;
  }
}

/** Reports a bibliography without citations, unless all of them failed. */
function reportUnused(book: Book, { file, point, keys }: Citations): void {
  const failed = sections(book).some(({ file: { messages } }) =>
    messages.some(({ ruleId }) => ruleId === 'citation-unknown' || ruleId === 'citation-misplaced'),
  );
  if (keys.size > 0 && !failed)
    report(file, 'bibliography-unused', 'No text cites a work of the bibliography', point);
}

function uncitedOf({ settings, works }: Citations): string[] {
  return settings.uncited === 'all' ? [...works.keys()] : [...settings.uncited];
}

function keysOf(citations: ReadonlyArray<OrderedCitation>): string[] {
  return citations.flatMap(({ citation }) => citation.works.map(({ key }) => key));
}

function clusterIn(section: string) {
  return ({ id, citation, noteIndex, indexInChapter }: OrderedCitation): Cluster => ({
    id,
    works: citation.works,
    isNamed: citation.inText,
    noteIndex: section === '' ? noteIndex : indexInChapter,
  });
}

/** What is cited together: the book, or each of its chapters. */
function scopesOf(
  ordered: ReadonlyArray<OrderedCitation>,
  { settings }: Citations,
  isNoteStyle: boolean,
): Array<{ readonly section: string; readonly inScope: OrderedCitation[] }> {
  const byChapter = settings.section === 'chapter' || (isNoteStyle && settings.first === 'chapter');
  if (!byChapter || ordered.length === 0) return [{ section: '', inScope: [...ordered] }];
  const chapters = [...new Set(ordered.map(({ section }) => section))];
  return chapters.map((section) => ({
    section,
    inScope: ordered.filter((each) => each.section === section),
  }));
}

/** The book with trees of its own where they hold citations or are to hold the bibliography. */
function copied(book: Book): Book {
  const tree = (original: Mdast): Mdast => (isCiting(original) ? structuredClone(original) : original);
  const section = (original: Section): Section => ({
    ...original,
    titleTree: tree(original.titleTree),
    tree: tree(original.tree),
  });
  return {
    ...book,
    front: book.front.map(section),
    body: book.body.map(section),
    back: book.back.map(section),
    notes: book.notes.map((note) => ({ ...note, tree: tree(note.tree) })),
  };
}

function isCiting(tree: Mdast): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= node.type === 'citation' || node.type === 'bibliographyPlace';
  });
  return found;
}

/** Puts the words of a citation in its place. */
function fill(place: PlacedCitation, html: string, processor: CitationProcessor, entries: Entries): void {
  const { citation, parent, node, isOwnNote, language, names } = place;
  const keys = citation.works.map(({ key }) => key);
  const [key = ''] = keys;
  const author = citation.inText ? richText(processor.names(key)) : [];
  // Punctuation that its mark was raised behind waits there.
  if (names !== undefined) names.value = withSigns(wordsOf(author), names.value, language);
  if (isUnprinted(html)) reportEmpty(place, keys);
  const said = isUnprinted(html) ? [text(keys.map((each) => `@${each}`).join('; '))] : richText(html);
  const isInNote = processor.isNoteStyle;
  const linked = linkWorks(said, keys, isInNote, entries);
  const { children } = parent;
  const index = children.indexOf(node);
  if (isOwnNote) children.splice(index, 1, ...withCapital(linked, citation));
  else if (isInNote) children.splice(index, 1, ...inSentence(linked, author, parent, index));
  else children.splice(index, 1, ...(author.length > 0 ? [...author, text('\u00A0'), ...linked] : linked));
  const [only] = linked;
  if (!isInNote && linked.length === 1 && only !== undefined && isRaised(only) && author.length === 0)
    raiseMark(parent, only, language);
}

/** Whether a citation is a number above the line. */
function isRaised(node: PhrasingContent): boolean {
  if (node.type === 'link') return node.children.length === 1 && node.children.every(isRaised);
  return node.type === 'element' && node.data.hName === 'sup';
}

function reportEmpty({ citation, file }: PlacedCitation, keys: ReadonlyArray<string>): void {
  const works = keys.map((key) => `"${key}"`).join(', ');
  report(file, 'citation-empty', `The style prints nothing for ${works}, so the key stands here`, citation);
}

/** Tells of works whose entry in the bibliography is empty. */
function reportUnlisted(entries: Entries, keys: ReadonlyArray<string>, { works }: Citations): void {
  if (entries.list === undefined) return;
  for (const key of new Set(keys)) {
    const work = works.get(key);
    if (work !== undefined && !entries.prints(key))
      report(work.file, 'citation-empty', `The style has nothing to list of "${key}"`, work.point);
  }
}
