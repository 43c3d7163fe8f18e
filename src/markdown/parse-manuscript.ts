import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Book, Note, Section } from '../book/book.ts';
import { authorId } from '../book/ids.ts';
import type { Manuscript, Source } from '../book/manuscript.ts';
import { arrange } from './arrange.ts';
import type { Draft } from './draft.ts';
import { asciiSlug, createAllocator, sectionStem, type Allocate } from './ids.ts';
import { parsePageTemplate } from './page-template.ts';
import { parseFile } from './parse-file.ts';
import { createProcessor } from './processor.ts';
import { resolveLinks, type LinkedFile } from './resolve-links.ts';
import { createPart, createSection } from './section.ts';

/**
 * The book a manuscript holds: every source a section in front, body or back, its notes
 * lifted out, its ids unique, its links resolved. Nothing is numbered yet.
 *
 * @param manuscript the folder as read; its files collect the messages
 */
export function parseManuscript(manuscript: Manuscript): Book {
  const { metadata, labels } = manuscript;
  const allocate = createAllocator();
  const processorFor = createProcessors();
  const sections: Section[] = [];
  const notes: Note[] = [];
  const links: LinkedFile[] = [];
  let part: Section | undefined;

  for (const source of manuscript.sources) {
    if (source.kind === 'part') {
      const id = allocateSection(`part-${asciiSlug(source.title) || 'x'}`, allocate);
      part = createPart(id, source.title, metadata.language, source.file);
      sections.push(part);
      continue;
    }
    const draft = createDraft(source, metadata.language, allocate);
    const processor = processorFor(draft.language, /https?:|www\./i.test(String(source.file)));
    source.file.data.draft = draft;
    const tree = parseFile(source.file, processor);
    nameAnchors(tree, draft);
    const section = createSection(source.file, draft, tree, manuscript, partOf(source, part));
    if (section.role === 'part') part = section;
    sections.push(section);
    notes.push(...draft.notes);
    links.push({
      file: source.file,
      id: draft.id,
      anchors: draft.anchors,
      roots: [section.titleTree, tree, ...draft.notes.map((note) => note.tree)],
    });
  }

  resolveLinks(links);
  return {
    metadata,
    labels,
    ...arrange(sections),
    notes,
    rights: manuscript.rights,
    copyrightTemplate: parsePageTemplate(manuscript.copyrightTemplate),
  };
}

/** One processor for every kind of file, made when the first of its kind comes. */
function createProcessors(): typeof createProcessor {
  const processors = new Map<string, ReturnType<typeof createProcessor>>();
  return (language, web) => {
    const kind = `${language} ${web}`;
    const processor = processors.get(kind) ?? createProcessor(language, web);
    processors.set(kind, processor);
    return processor;
  };
}

type FileSource = Extract<Source, { kind: 'file' }>;

function createDraft(source: FileSource, language: string, allocate: Allocate): Draft {
  const id = allocateSection(sectionStem(source.file.path ?? ''), allocate);
  return {
    id,
    frontMatter: source.frontMatter,
    language: source.frontMatter.language ?? language,
    allocate,
    anchors: new Map([[id, id]]),
    notes: [],
  };
}

/** The id of a section, with the ids of its printed title and its own list of notes reserved beside it. */
function allocateSection(wanted: string, allocate: Allocate): string {
  const id = allocate(wanted);
  for (const name of ['title', 'notes', 'notes-title']) allocate(`${id}--${name}`);
  return id;
}

/**
 * The part a file belongs to: the one `contents:` puts it in; where a file of role `part`
 * opens the part, every chapter after it.
 */
function partOf(source: FileSource, part: Section | undefined): string | undefined {
  if (!part) return undefined;
  const role = source.frontMatter.role ?? 'chapter';
  const named = source.part !== undefined;
  const openedByFile = part.file.extname === '.md';
  return role !== 'part' && (named || (openedByFile && role === 'chapter')) ? part.id : undefined;
}

/** Lets links name the anchors the author wrote in raw HTML. */
function nameAnchors(tree: Root, draft: Draft): void {
  visit(tree, 'html', (node) => {
    for (const match of node.value.matchAll(/<[a-z][^>]*\sid\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi)) {
      const id = match[1] ?? match[2] ?? match[3] ?? '';
      if (!draft.anchors.has(id)) draft.anchors.set(id, authorId(draft.id, id));
    }
  });
}
