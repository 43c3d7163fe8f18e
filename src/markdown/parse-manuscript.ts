import type { PluggableList } from 'unified';
import { append } from '../book/long-lists.ts';
import type { Book, Note, Section } from '../book/book.ts';
import type { Concordance } from '../book/concordance.ts';
import type { Manuscript, Source } from '../book/manuscript.ts';
import { noShelf, type Shelf } from '../book/shelf.ts';
import type { Orthography } from '../language/punctuation.ts';
import type { Ahead } from './ahead/files-ahead.ts';
import { arrange } from './arrange.ts';
import { claimHtmlIds } from './claim-html-ids.ts';
import { createDraft, type BookIds, type Draft } from './draft.ts';
import { GivenIds } from './given-ids.ts';
import { givenOf, sectionId, wordingOf } from './given-of-source.ts';
import { createAllocator, type Allocate } from './ids.ts';
import { JoinedFiles } from './joined-files.ts';
import { LinkTargets, type LinkedFile } from './links/link-targets.ts';
import { markOccurrences, smartConcordance } from './index/mark-occurrences.ts';
import { smartMetadata } from './metadata/smart-metadata.ts';
import { smartRights } from './metadata/smart-rights.ts';
import { OpenParts } from './open-parts.ts';
import { parsePageTemplate } from './page-template.ts';
import { createReading, parseFile, type Before, type Reading } from './parse-file.ts';
import { resolveCrossReferences } from './links/resolve-cross-references.ts';
import { resolveLinks } from './links/resolve-links.ts';
import { createPart, createSection } from './section.ts';
import { parseSharedNotes, type SharedNotes } from './notes/shared-notes.ts';
import { reportUnread } from './unread/report-unread.ts';
import { reportUncited } from './notes/uncited-notes.ts';
import { reportUnresolved, type DraftedFile } from './notes/unresolved-marks.ts';

/** How the files of a manuscript are parsed. */
interface Parsing {
  /** What an earlier build of the book left of its files. */
  readonly parsed?: Shelf;
  /** Called before each file is parsed. */
  readonly before?: Before;
  /** Plugins of remark, of the caller's own. */
  readonly plugins?: PluggableList | undefined;
  /** The files that another thread parses meanwhile. */
  readonly ahead?: Ahead | undefined;
}

/**
 * The book a manuscript holds whose sources can be read (`judgeSources`): every source a section in front, body or back, its notes
 * lifted out, its ids unique, its links resolved. Nothing is numbered yet.
 *
 * @param manuscript the folder as read; its files collect the messages
 * @param parsing how
 */
export function parseManuscript(manuscript: Manuscript, parsing: Parsing = {}): Book {
  const { labels } = manuscript;
  const told = smartMetadata(manuscript.metadata);
  const { metadata } = told;
  const ids: BookIds = { ...createAllocator(), given: new GivenIds() };
  const reading = readingOf(manuscript, parsing);
  const wording = wordingOf({ labels, metadata });
  const sections: Section[] = [];
  const notes: Note[] = [];
  const links: LinkedFile[] = [];
  const shared = parseSharedNotes(manuscript, ids, reading);
  const drafted: DraftedFile[] = shared ? [shared] : [];
  const [parts, joined] = [new OpenParts(), new JoinedFiles()];

  for (const [index, source] of manuscript.sources.entries()) {
    if (source.kind === 'part') {
      const around = parts.around(source);
      const opened = openPart(source, wording, ids.allocate, around);
      parts.open(opened, source);
      sections.push(opened);
      continue;
    }
    const draft = draftOf(source, wording, ids, shared?.draft);
    const tree = parseFile(source.file, draft, metadata.notes.style, reading);
    drafted.push({ file: source.file, draft });
    const chapter = sections.at(-1);
    if (source.below !== undefined && chapter !== undefined) {
      const titleTree = joined.add(chapter.id, source.file, draft, tree, source.below);
      for (const note of draft.notes) notes.push({ ...note, section: chapter.id });
      links.push(linkedFile({ file: source.file, titleTree, tree }, draft, shared));
      continue;
    }
    const role = source.frontMatter.role ?? 'chapter';
    const part = role === 'part' ? parts.around(source) : parts.of(source, role);
    const goesOn = isBelow(manuscript.sources[index + 1]);
    const section = createSection(source.file, draft, tree, { metadata, labels }, part, goesOn);
    if (role === 'part') parts.open(section, source);
    sections.push(section);
    append(notes, draft.notes);
    links.push(linkedFile(section, draft, shared));
  }

  if (shared) addShared(shared, notes, links);
  const sought = reportUnresolved(drafted);
  for (const { draft } of drafted) reportUncited(draft, sought);
  reportUnread(drafted);
  resolveAddresses(links, sections, joined);
  const concordance = concordanceOf(manuscript, wording);
  if (concordance) markOccurrences(concordance, sections, notes, ids.allocate);
  return {
    ...told,
    labels,
    ...arrange(sections),
    notes,
    rights: smartRights(manuscript.rights, wording),
    ...(concordance && { concordance }),
    copyrightTemplate: parsePageTemplate(manuscript.copyrightTemplate),
    copyrightTemplateFile: manuscript.copyrightTemplate,
  };
}

function readingOf({ citations }: Manuscript, { parsed = noShelf, ahead, ...parsing }: Parsing): Reading {
  const reading = createReading(parsed, parsing.before, citations?.keys, parsing.plugins);
  return ahead === undefined ? reading : { ...reading, ahead };
}

function addShared(shared: SharedNotes, notes: Note[], links: LinkedFile[]): void {
  append(notes, shared.draft.notes);
  links.push(shared.links);
}

/** Points links and references at places of the book; then chapters have what goes on with them. */
function resolveAddresses(links: readonly LinkedFile[], sections: Section[], joined: JoinedFiles): void {
  const targets = new LinkTargets(links);
  resolveLinks(links, targets);
  const partIds = sections.filter(({ role }) => role === 'part').map(({ id }) => id);
  resolveCrossReferences(links, targets, new Set(partIds));
  for (const [index, section] of sections.entries()) sections[index] = joined.join(section);
}

function concordanceOf({ concordance }: Manuscript, wording: Orthography): Concordance | undefined {
  const smart = smartConcordance(concordance ?? [], wording);
  return smart.length > 0 ? smart : undefined;
}

/** What may hold links in a file, and what they may name; its raw HTML has its ids from now on. */
function linkedFile(
  { file, titleTree, tree }: Pick<Section, 'file' | 'titleTree' | 'tree'>,
  draft: Draft,
  shared?: SharedNotes,
): LinkedFile {
  const roots = [titleTree, tree, ...draft.notes.map((note) => note.tree)];
  claimHtmlIds(roots, draft, file);
  const notes = [draft.citable, ...(shared ? [shared.draft.citable] : [])];
  return { file, id: draft.id, anchors: draft.anchors, roots, notes };
}

/** Whether a source goes on with the chapter before it. */
function isBelow(source: Source | undefined): boolean {
  return source?.kind === 'file' && source.below !== undefined;
}

type FileSource = Extract<Source, { kind: 'file' }>;
type PartSource = Extract<Source, { kind: 'part' }>;

function draftOf(source: FileSource, wording: Draft['wording'], ids: BookIds, shared?: Draft): Draft {
  return createDraft({
    ...givenOf(source, wording, ids.allocate),
    ...ids,
    ...(shared && { shared }),
  });
}

function openPart(
  source: PartSource,
  orthography: Orthography,
  allocate: Allocate,
  around: string | undefined,
): Section {
  const { title, file, numbered } = source;
  const part = createPart(sectionId(source, allocate), title, orthography, file, numbered);
  return around === undefined ? part : { ...part, part: around };
}
