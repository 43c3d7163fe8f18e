import type { ElementContent, Root as Hast } from 'hast';
import type { Root as Mdast } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import {
  isGenerated,
  sections,
  type AssetReference,
  type Book,
  type Note,
  type Section,
} from '../book/book.ts';
import { sharedNotesId } from '../book/ids.ts';
import type { NoteItem } from '../book/nodes.ts';
import { withBackLinks } from './back-links.ts';
import type { Context } from './context.ts';
import { withSign } from './note-sign.ts';
import { withOpening } from './opening-paragraph.ts';
import { directionOf } from '../language/direction.ts';
import { fitToLanguages } from './fit-to-languages.ts';
import { createProcessor } from './processor.ts';
import { createHighlighter } from './rehype-highlight.ts';
import { reportRemote } from './remote-images.ts';
import { sectionElement } from './section-element.ts';
import { stateDirections } from './written-direction.ts';

/**
 * The book in HTML, as trees, and the files it asks for: every section one `<section>` with
 * its opening, formulas in MathML, code highlighted, raw HTML cleaned, images by their path
 * in the manuscript folder.
 *
 * @param book the complete book, its notes placed and numbered
 * @param before called before the HTML of a file is made; what it throws ends the work
 */
export function bookToHast(
  book: Book,
  before: (path: string) => void = () => undefined,
): { book: Book<Hast>; references: AssetReference[] } {
  const references: AssetReference[] = [];
  const highlight = createHighlighter();
  const around = { book, references, highlight };

  const main = directionOf(book.metadata.language);
  const items = noteItems(book);
  const texts = new Map<string, ElementContent[]>();
  const processorFor = noteProcessors(around);
  const notes = book.notes.map((note): Note<Hast> => {
    const item = items.get(note.id);
    const source: Mdast = { ...note.tree, children: item?.children ?? note.tree.children };
    const tree = processorFor(note).runSync(source, note.file);
    const content = tree.children as ElementContent[];
    texts.set(note.id, item ? listed(content, note, item, book) : content);
    return { ...note, tree };
  });

  const { openingStyle = 'plain' } = book.metadata.print;
  const styled = (section: Section, content: Hast): Hast =>
    withOpening(content, section.role, section.opening ?? openingStyle);

  const toHast = (section: Section): Section<Hast> => {
    before(section.file.path);
    const processor = createProcessor({ ...around, ...withNumber(section), notes: texts });
    const title = convertTitle(section, processor);
    // What titles and captions have copied here is told of where they stand.
    const file = isGenerated(section) ? new VFile({ path: section.file.path }) : section.file;
    const content = processor.runSync(section.tree, file);
    const whole = sectionElement(section, title, styled(section, content));
    stateDirections([whole], main);
    fitToLanguages([whole], book.metadata.language);
    return {
      ...section,
      titleTree: { type: 'root', children: structuredClone(title) },
      tree: { type: 'root', children: [whole] },
    };
  };

  const made = {
    front: book.front.map(toHast),
    body: book.body.map(toHast),
    back: book.back.map(toHast),
  };
  reportRemote([...sections(book), ...book.notes].map(({ file }) => file));
  return { book: { ...book, ...made, notes }, references };
}

function withNumber({ id, number }: Section): Pick<Context, 'section' | 'number'> {
  return { section: id, ...(number !== undefined && { number }) };
}

type Processor = ReturnType<typeof createProcessor>;

/** The processors of notes: one for all notes of a file, made when the first of them comes. */
function noteProcessors(around: Omit<Context, 'section' | 'notes'>): (note: Note) => Processor {
  const processors = new Map<string, Processor>();
  return ({ section }) => {
    const name = section ?? sharedNotesId;
    const processor = processors.get(name) ?? createProcessor({ ...around, section: name, notes: new Map() });
    processors.set(name, processor);
    return processor;
  };
}

/** The text of a note as its list has it. */
function listed(
  content: ReadonlyArray<ElementContent>,
  { series }: Note,
  item: NoteItem,
  { labels, metadata }: Book,
): ElementContent[] {
  const text = series === 'marked' ? withSign(content, item.number) : content;
  return withBackLinks(text, item, labels, metadata.language);
}

/** The title, as the content of the paragraph it would be. */
function convertTitle({ titleTree, file }: Section, processor: Processor): ElementContent[] {
  if (titleTree.children.length === 0) return [];
  const children = titleTree.children as ElementContent[] & Mdast['children'];
  const paragraph = { type: 'paragraph', children } as Mdast['children'][number];
  const { children: blocks } = processor.runSync({ type: 'root', children: [paragraph] }, file);
  return blocks.flatMap((block) => (block.type === 'element' ? block.children : []));
}

/** The notes as they are listed, by id. */
function noteItems(book: Book): Map<string, NoteItem> {
  const items = new Map<string, NoteItem>();
  for (const { tree } of sections(book)) {
    visit(tree, 'noteItem', (node) => {
      items.set(node.noteId, node);
    });
  }
  return items;
}
