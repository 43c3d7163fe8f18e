import type { ElementContent, Root as Hast } from 'hast';
import type { Root as Mdast } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { sections, type AssetReference, type Book, type Note, type Section } from '../book/book.ts';
import type { NoteItem } from '../book/nodes.ts';
import { withBackLinks } from './back-links.ts';
import type { Context } from './context.ts';
import { createProcessor } from './processor.ts';
import { createHighlighter } from './rehype-highlight.ts';
import { sectionElement } from './section-element.ts';

/**
 * The book in HTML, as trees, and the files it asks for: every section one `<section>` with
 * its opening, formulas in MathML, code highlighted, raw HTML cleaned, images by their path
 * in the manuscript folder.
 *
 * @param book the complete book, its notes placed and numbered
 */
export function bookToHast(book: Book): { book: Book<Hast>; references: AssetReference[] } {
  const references: AssetReference[] = [];
  const highlight = createHighlighter();
  const around = { book, references, highlight };

  const items = noteItems(book);
  const texts = new Map<string, ElementContent[]>();
  const notes = book.notes.map((note): Note<Hast> => {
    const item = items.get(note.id);
    const source: Mdast = { ...note.tree, children: item?.children ?? note.tree.children };
    const tree = convert(source, note.file, { ...around, section: note.section ?? note.id, notes: new Map() });
    const content = structuredClone(tree.children) as ElementContent[];
    texts.set(note.id, item ? withBackLinks(content, item, book.labels) : content);
    return { ...note, tree };
  });

  const toHast = (section: Section): Section<Hast> => {
    const context = { ...around, section: section.id, notes: texts };
    const title = convertTitle(section, context);
    const content = convert(section.tree, section.file, context);
    return {
      ...section,
      titleTree: { type: 'root', children: structuredClone(title) },
      tree: { type: 'root', children: [sectionElement(section, title, content)] },
    };
  };

  return {
    book: {
      ...book,
      front: book.front.map(toHast),
      body: book.body.map(toHast),
      back: book.back.map(toHast),
      notes,
    },
    references,
  };
}

function convert(tree: Mdast, file: VFile, context: Context): Hast {
  return createProcessor(context).runSync(tree, file);
}

/** The title, as the content of the paragraph it would be. */
function convertTitle({ titleTree, file }: Section, context: Context): ElementContent[] {
  if (titleTree.children.length === 0) return [];
  const children = titleTree.children as ElementContent[] & Mdast['children'];
  const paragraph = { type: 'paragraph', children } as Mdast['children'][number];
  const { children: blocks } = convert({ type: 'root', children: [paragraph] }, file, context);
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
