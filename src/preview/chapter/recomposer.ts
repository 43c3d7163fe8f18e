import { VFile } from 'vfile';
import { sections, type Book, type Hast, type Note, type Section } from '../../book/book.ts';
import type { Limits } from '../../book/limits.ts';
import type { Manuscript, Source } from '../../book/manuscript.ts';
import { noShelf, type Shelf } from '../../book/shelf.ts';
import { bookToHast } from '../../html/book-to-hast.ts';
import { ownLocales } from '../../language/own-locales.ts';
import { BuildCache } from '../../machine/cache/build-cache.ts';
import { parseManuscript } from '../../markdown/parse-manuscript.ts';
import { attachMatter } from '../../matter/attach-matter.ts';
import { readFrontMatter } from '../../read/chapters/front-matter.ts';
import { readText } from '../../read/files/text-file.ts';
import { readManuscript, rootOf } from '../../read/manuscript.ts';
import { version } from '../../version.ts';
import { withoutProse } from './without-prose.ts';

type FileSource = Extract<Source, { kind: 'file' }>;

/** How the manuscript is read. */
interface Reading {
  readonly limits: Limits;
  readonly themes: ReadonlyArray<string>;
}

/** What says that a file refers to others, which are not there when it is parsed alone. */
const aboutOthers: ReadonlySet<unknown> = new Set(['link-target', 'reference-unknown', 'note-undefined']);

/**
 * Composes a chapter that was just written, in a book that is otherwise as it was: its notes and figures are numbered
 * and its references say what they do in the whole.
 */
export class Recomposer {
  readonly #root: string;
  readonly #limits: Limits;
  /** What author and caller say of languages. */
  readonly locales = ownLocales();
  readonly #manuscript: Manuscript;
  readonly #parsed: Shelf;
  #written: Book;
  readonly #lean = new WeakMap<Section, Section>();

  private constructor(root: string, limits: Limits, manuscript: Manuscript, parsed: Shelf, written: Book) {
    this.#root = root;
    this.#limits = limits;
    this.#manuscript = manuscript;
    this.#parsed = parsed;
    this.#written = written;
  }

  /**
   * Reads a whole manuscript, in the scope of what is said of languages.
   *
   * @param reading the limits, and the names of themes of the caller's own
   * @param isKept whether builds leave what they have parsed
   * @returns nothing where it has errors
   */
  static async of(folder: string, reading: Reading, isKept: boolean): Promise<Recomposer | undefined> {
    const root = await rootOf(folder);
    const manuscript = await readManuscript(root, reading);
    if (manuscript.sources.length === 0) return undefined;
    const cache = isKept ? await BuildCache.of(manuscript.metadata.slug) : undefined;
    const kept = cache?.shelf('parsed files') ?? noShelf;
    // What is parsed while one writes is of no use later.
    const parsed: Shelf = { slot: (key) => ({ bytes: kept.slot(key).bytes, fill: () => undefined }) };
    const written = parseManuscript(manuscript, { parsed });
    if (manuscript.files.some(hasErrors)) return undefined;
    return new Recomposer(root, reading.limits, manuscript, parsed, written);
  }

  /** Whether a file is a section of the book. */
  hasChapter(path: string): boolean {
    return sections(this.#written).some(({ file }) => file.path === path);
  }

  /** A chapter of the book: its path in the manuscript folder. */
  get someChapter(): string | undefined {
    return sections(this.#written).find(({ role, file }) => role === 'chapter' && file.path !== '')?.file
      .path;
  }

  /**
   * The book as HTML with nothing but the section of a file, as it is on disk.
   *
   * @param path in the manuscript folder
   * @returns nothing where the file is no chapter, has errors, or has changed in what the rest of the book depends on
   */
  async compose(path: string): Promise<Book<Hast> | undefined> {
    const source = this.#manuscript.sources.find(
      (each): each is FileSource => each.kind === 'file' && each.file.path === path,
    );
    const before = sections(this.#written).find(({ file }) => file.path === path);
    if (source === undefined || before === undefined) return undefined;
    const { file, fault } = await readText(this.#root, path, this.#limits['chapter-size']);
    if (fault !== undefined) return undefined;
    const { frontMatter } = readFrontMatter(file, this.#manuscript.metadata.language);
    const parsed = this.#parse({ ...source, file, frontMatter }, before);
    if (parsed === undefined || parsed.section.role !== before.role) return undefined;
    this.#written = withSection(this.#written, parsed.section, parsed.notes);
    const cited = await this.#cited(parsed);
    if (cited === undefined) return undefined;
    const isExcerpt = this.#written.body.some(({ id }) => id === before.id);
    const complete = attachMatter(cited, { version, isExcerpt });
    const section = sections(complete).find(({ id }) => id === before.id);
    if (section === undefined) return undefined;
    const notes = complete.notes.filter((note) => note.section === section.id);
    const { book } = bookToHast({ ...complete, front: [], body: [section], back: [], notes });
    return hasErrors(file) ? undefined : book;
  }

  /** The book with its citations as words; nothing where the chapter cites a work that has not been read. */
  async #cited({ section, notes }: { section: Section; notes: Note[] }): Promise<Book | undefined> {
    const { citations } = this.#manuscript;
    const written = this.#around(section);
    if (citations === undefined) return written;
    const { citeBook } = await import('../../matter/citations/cite-book.ts');
    const { citedIn } = await import('../../matter/citations/citation-places.ts');
    const trees = [section.titleTree, section.tree, ...notes.map(({ tree }) => tree)];
    return trees.flatMap(citedIn).every((key) => citations.works.has(key))
      ? citeBook(written, citations)
      : undefined;
  }

  /** The book, in which all sections but one have no more than what that one may depend on. */
  #around({ id }: Section): Book {
    const lean = (section: Section): Section => {
      if (section.id === id) return section;
      const known = this.#lean.get(section) ?? withoutProse(section);
      this.#lean.set(section, known);
      return known;
    };
    const { front, body, back } = this.#written;
    return { ...this.#written, front: front.map(lean), body: body.map(lean), back: back.map(lean) };
  }

  /** Parses a file: alone, or, where it refers to others, with them. */
  #parse(source: FileSource, before: Section): { section: Section; notes: Note[] } | undefined {
    for (const sources of [[source], this.#with(source)]) {
      const file = renewed(source.file);
      const fresh = sources.map((each) => (each === source ? { ...source, file } : each));
      const book = parseManuscript(this.#fresh(fresh), { parsed: this.#parsed });
      const section = sections(book).find((each) => each.file === file);
      const isWhole = sources.length > 1 || !file.messages.some(({ ruleId }) => aboutOthers.has(ruleId));
      if (section?.id !== before.id || !isWhole) continue;
      if (hasErrors(file)) return undefined;
      const { part: _, ...rest } = section;
      return {
        section: { ...rest, ...(before.part !== undefined && { part: before.part }) },
        notes: book.notes.filter((note) => note.section === section.id),
      };
    }
    return undefined;
  }

  #with(source: FileSource): Source[] {
    return this.#manuscript.sources.map((each) =>
      each.kind === 'file' && each.file.path === source.file.path
        ? source
        : { ...each, file: renewed(each.file) },
    );
  }

  #fresh(sources: ReadonlyArray<Source>): Manuscript {
    const { sharedNotes, copyrightTemplate } = this.#manuscript;
    return {
      ...this.#manuscript,
      sources,
      copyrightTemplate: renewed(copyrightTemplate),
      ...(sharedNotes && { sharedNotes: renewed(sharedNotes) }),
    };
  }
}

/** A file without what was said of it and done to it. */
function renewed(file: VFile): VFile {
  return new VFile({ path: file.path, value: String(file) });
}

function hasErrors({ messages }: VFile): boolean {
  return messages.some(({ fatal }) => fatal === true);
}

function withSection(book: Book, section: Section, notes: ReadonlyArray<Note>): Book {
  const replace = (group: ReadonlyArray<Section>): Section[] =>
    group.map((each) => (each.id === section.id ? section : each));
  return {
    ...book,
    front: replace(book.front),
    body: replace(book.body),
    back: replace(book.back),
    notes: [...book.notes.filter((note) => note.section !== section.id), ...notes],
  };
}
