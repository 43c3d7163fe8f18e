import type { BuildNews, EndedBuild } from './builds/build-news.ts';
import { BookFiles } from './book-files.ts';
import { editorOf } from './editor.ts';
import type { ChapterPrint } from './chapter/chapter-printer.ts';
import { withChapter } from './composed-pages.ts';
import type { ChapterDocument } from './chapter/chapter-document.ts';
import type { BookEdit, PreviewState, PrintFacts, Status } from './protocol.ts';
import type { Answer } from './server/server.ts';

/** How many e-books and covers, and facts of prints, are kept for pages that have not yet asked for the last one. */
const kept = 2;

/**
 * What a preview has to show, build after build. What a build did not make, since the manuscript has errors or
 * the machine failed, stays as the last one made it.
 */
export class Session {
  #state: PreviewState;
  readonly #files = new Map<string, Answer>();
  readonly #books = new Map<number, BookFiles>();
  readonly #onChange: () => void;
  #numbers = 0;
  #facts: PrintFacts | undefined;
  /** Chapters printed by themselves after the print of the whole, in order, with their files. */
  readonly #chapters: Array<{ readonly chapter: ChapterPrint; readonly file: string }> = [];
  /** How many of these the build at work has read. */
  #read = 0;
  /** Documents of the e-book that were written since, by path, and how many builds had begun before. */
  readonly #documents = new Map<string, { readonly text: string; readonly builds: number }>();
  #builds = 0;

  /**
   * @param folder absolute path of the manuscript
   * @param onChange called when there is something new
   */
  constructor(folder: string, onChange: () => void) {
    this.#onChange = onChange;
    this.#state = {
      title: '',
      folder,
      editor: editorOf(process.env),
      status: { kind: 'building', text: 'Starting', changed: [] },
      messages: [],
      facts: [],
    };
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** A file that the state names. */
  file(path: string): Answer | undefined | Promise<Answer | undefined> {
    const [, number, name] = /^book\/(\d+)\/(.+)$/.exec(path) ?? [];
    if (number === undefined || name === undefined) return this.#files.get(path);
    return this.#books.get(Number(number))?.answer(decodeURIComponent(name));
  }

  /** Files were changed, of which the next build makes something. */
  changed(files: ReadonlyArray<string>): void {
    this.#status({ kind: 'building', text: 'Building', changed: files });
  }

  /** A build begins, which reads the manuscript as it is now. */
  begin(): void {
    this.#read = this.#chapters.length;
    this.#builds++;
  }

  /** A chapter has been printed by itself. */
  takeChapter(chapter: ChapterPrint): void {
    const file = this.#keep('pages', 'pdf', chapter.pdf, 'application/pdf');
    this.#chapters.push({ chapter, file });
    if (this.#facts !== undefined) this.#show(withChapter(this.#facts, chapter, file), file);
  }

  /** A chapter has been made for the e-book by itself. */
  takeDocument({ path, text }: ChapterDocument): void {
    this.#documents.set(path, { text, builds: this.#builds });
    const before = this.#state.book ?? 0;
    const book = this.#books.get(before);
    if (book !== undefined) this.#showBook(book.with(path, text), { before, path });
  }

  /** Something of a build is known. */
  take(news: BuildNews): void {
    switch (news.kind) {
      case 'step':
        return this.#status({ ...this.#state.status, kind: 'building', text: news.name });
      case 'printed': {
        const file = this.#keep('pages', 'pdf', news.pdf, 'application/pdf');
        // What was written after the build had begun is newer than its print.
        this.#chapters.splice(0, this.#read);
        this.#read = 0;
        const whole = { ...news.facts, pages: news.facts.pages.map((page) => ({ ...page, file })) };
        const facts = this.#chapters.reduce<PrintFacts>(
          (composed, later) => withChapter(composed, later.chapter, later.file),
          whole,
        );
        return this.#show(facts, file);
      }
      case 'ended':
        return this.#takeEnd(news);
      case 'failed': {
        const { reason, hint } = news.fault;
        return this.#status({ ...this.#state.status, kind: 'failed', text: `${reason}. ${hint}`.trim() });
      }
      case 'note':
    }
  }

  /** The e-book of a build that has ended, with the chapters that were written since it began. */
  async takeBook(epub: Uint8Array): Promise<void> {
    for (const [path, { builds }] of this.#documents) if (builds < this.#builds) this.#documents.delete(path);
    const whole = await BookFiles.of(epub);
    this.#showBook([...this.#documents].reduce((book, [path, { text }]) => book.with(path, text), whole));
  }

  #showBook(book: BookFiles, edit?: BookEdit): void {
    const number = ++this.#numbers;
    this.#books.set(number, book);
    for (const old of [...this.#books.keys()].slice(0, -kept)) this.#books.delete(old);
    const { bookEdit: _, ...rest } = this.#state;
    this.#state = rest;
    this.#set({ book: number, ...(edit && { bookEdit: edit }) });
  }

  #takeEnd({ title, ok, messages, facts, took, cover }: EndedBuild): void {
    const text = ok ? `Built in ${(took / 1000).toFixed(1)} s` : 'The manuscript has errors';
    this.#set({
      title,
      messages,
      ...(facts.length > 0 && { facts }),
      ...(cover && { cover: this.#numberOf(this.#keep('cover', 'pdf', cover, 'application/pdf')) }),
      status: { ...this.#state.status, kind: ok ? 'built' : 'errors', text },
    });
  }

  /** Shows pages, and lets go of the files of those before the last. */
  #show(facts: PrintFacts, file: string): void {
    const used = [this.#facts, facts].flatMap((each) => each?.pages.map((page) => page.file) ?? []);
    const later = this.#chapters.map((each) => each.file);
    this.#facts = facts;
    const needed = new Set([...used, ...later]);
    for (const path of this.#files.keys())
      if (path.startsWith('pages/') && !needed.has(path)) this.#files.delete(path);
    const shown = JSON.stringify({ ...facts, blocks: [] });
    const number = this.#numberOf(this.#keep('print', 'json', shown, 'application/json'));
    this.#files.set(`places/${number}.json`, {
      body: () => JSON.stringify(facts.blocks),
      mediaType: 'application/json',
    });
    for (const path of this.#files.keys())
      if (path.startsWith('places/') && !this.#files.has(path.replace('places', 'print')))
        this.#files.delete(path);
    this.#set({ print: { number, file } });
  }

  /** Keeps a file, and lets go of the oldest of its kind but pages; its path. */
  #keep(kind: string, suffix: string, body: Uint8Array | string, mediaType: string): string {
    const path = `${kind}/${++this.#numbers}.${suffix}`;
    this.#files.set(path, { body, mediaType });
    const all = [...this.#files.keys()].filter((each) => each.startsWith(`${kind}/`));
    if (kind !== 'pages') for (const old of all.slice(0, -kept)) this.#files.delete(old);
    return path;
  }

  #numberOf(path: string): number {
    return Number.parseInt(path.slice(path.indexOf('/') + 1));
  }

  #status(status: Status): void {
    this.#set({ status });
  }

  #set(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }
}
