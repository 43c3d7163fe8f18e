import { EPUB, type TocEntry } from 'foliate-js/epub.js';
import { Paginator } from 'foliate-js/paginator.js';
import type { BookEdit } from '../protocol.ts';
import { byId, make } from './elements.ts';
import { KeptFonts } from './kept-fonts.ts';
import { KeptFiles } from './kept-files.ts';
import { papers, screens, type Reading } from './readings.ts';

/** Where one reads: a section, and how far in it, of 1. */
interface Place {
  readonly section: string;
  readonly fraction: number;
}

/** The e-book in a reading engine, foliate-js, on a screen of some size. */
export class BookView {
  readonly #root = byId('screen');
  readonly #onContents: (entries: ReadonlyArray<TocEntry>) => void;
  #number: number | undefined;
  #files: KeptFiles | undefined;
  readonly #fonts = new KeptFonts();
  /** What is being opened, so that it is opened once. */
  #opening: Promise<void> = Promise.resolve();
  #book: EPUB | undefined;
  #engine: Paginator | undefined;
  #place: Place | undefined;
  #reading: Reading = { screen: 'phone', paper: 'light', size: 100 };

  /** @param onContents hears of the contents of the book that is shown */
  constructor(onContents: (entries: ReadonlyArray<TocEntry>) => void) {
    this.#onContents = onContents;
    new ResizeObserver(() => this.#fit()).observe(byId('book'));
  }

  /**
   * Shows a book: at the place where one reads in the one before, which stays until it is there.
   *
   * @param edit what it has otherwise than the one before, where that is known
   */
  show(number: number, edit?: BookEdit): void {
    if (number === this.#number) return;
    this.#number = number;
    this.#files =
      edit !== undefined && edit.before === this.#files?.number
        ? this.#files.without(edit.path, number)
        : new KeptFiles(number);
    this.#openNow();
  }

  /** Opens the book anew when what is being opened is there; what is overtaken is left out. */
  #openNow(): void {
    const files = this.#files;
    if (files === undefined) return;
    this.#opening = this.#opening
      .then(() => (files === this.#files ? this.#open(files) : undefined))
      .catch(() => undefined);
  }

  set reading(reading: Reading) {
    const isLitAnew = reading.paper !== this.#reading.paper;
    this.#reading = reading;
    this.#fit();
    if (this.#engine !== undefined) dress(this.#engine, reading);
    // The engine paints the paper around the text as it was when the text was loaded.
    if (isLitAnew) this.#openNow();
  }

  turn(step: 1 | -1): void {
    void (step === 1 ? this.#engine?.next() : this.#engine?.prev());
  }

  /** Goes where an address of the book leads. */
  goTo(href: string): void {
    const target = this.#book?.resolveHref(href);
    if (target != null) void this.#engine?.goTo(target);
  }

  async #open(files: KeptFiles): Promise<void> {
    const book = await openBook(files, this.#fonts);
    const engine = new Paginator();
    engine.className = 'coming';
    engine.addEventListener('load', (event) => this.#loaded(book, (event as CustomEvent<Loaded>).detail));
    engine.addEventListener('relocate', (event) => {
      const { index, fraction } = (event as CustomEvent<Relocated>).detail;
      const section = book.sections[index]?.id;
      if (section !== undefined && engine === this.#engine) this.#place = { section, fraction };
    });
    this.#root.append(engine);
    this.#fit();
    engine.open(book);
    dress(engine, this.#reading);
    const place = this.#place;
    const index = Math.max(
      0,
      book.sections.findIndex(({ id }) => id === place?.section),
    );
    await engine.goTo({ index, anchor: place?.fraction ?? 0 });
    this.#replace(book, engine);
    this.#onContents(book.toc ?? []);
    this.#root.dispatchEvent(new CustomEvent('shown', { bubbles: true, detail: files.number }));
  }

  #replace(book: EPUB, engine: Paginator): void {
    const [old, oldBook] = [this.#engine, this.#book];
    this.#engine = engine;
    this.#book = book;
    engine.classList.remove('coming');
    old?.destroy();
    old?.remove();
    oldBook?.destroy();
  }

  /** Links lead to places of the book; those to elsewhere are left to a page of their own. */
  #loaded(book: EPUB, { doc, index }: Loaded): void {
    doc.addEventListener('click', (event) => {
      const link = event.target instanceof Node ? closestLink(event.target) : null;
      const href = link?.getAttribute('href');
      if (link === null || href == null) return;
      event.preventDefault();
      const address = book.sections[index]?.resolveHref(href) ?? href;
      if (book.isExternal(address)) window.open(address, '_blank', 'noopener,noreferrer');
      else this.goTo(address);
    });
    doc.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowLeft' || key === 'ArrowRight') this.turn(key === 'ArrowRight' ? 1 : -1);
    });
  }

  /** Makes the screen as large as that of the device, or smaller where the window is: shrunken, the engine would measure it wrongly. */
  #fit(): void {
    const around = byId('book');
    if (around.clientWidth === 0) return;
    const { width, height } = screens[this.#reading.screen];
    const { style } = this.#root;
    style.width = `${Math.min(width, around.clientWidth - 48)}px`;
    style.height = `${Math.min(height, around.clientHeight - 48)}px`;
    style.background = papers[this.#reading.paper].ground;
  }
}

interface Loaded {
  readonly doc: Document;
  readonly index: number;
}

interface Relocated {
  readonly index: number;
  readonly fraction: number;
}

async function openBook(files: KeptFiles, fonts: KeptFonts): Promise<EPUB> {
  const textOf = async (name: string): Promise<string | null> => (await files.load(name))?.text() ?? null;
  return new EPUB({
    loadText: async (name) => {
      const text = await textOf(name);
      if (text === null || !name.endsWith('.css')) return text;
      return fonts.within(text, name, (path) => files.load(path));
    },
    loadBlob: async (name) => (await files.load(name)) ?? new Blob(),
    getSize: () => 0,
  }).init();
}

/** How a device shows a book. */
function dress(engine: Paginator, { paper, size }: Reading): void {
  const { ink, ground, scheme } = papers[paper];
  engine.setAttribute('max-column-count', '1');
  engine.setAttribute('gap', '7%');
  engine.setAttribute('margin', '36px');
  engine.setStyles(
    `html { color-scheme: ${scheme}; color: ${ink}; background: ${ground}; font-size: ${size}% }
     a:any-link { color: inherit }`,
  );
}

/** Nodes of another document are none of the classes of this one. */
function closestLink(node: Node): Element | null {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return element?.closest('a[href]') ?? null;
}

/** The contents of a book as a list. */
export function contentsOf(entries: ReadonlyArray<TocEntry>, goTo: (href: string) => void): HTMLElement {
  return make(
    'ol',
    {},
    ...entries.map(({ label, href, subitems }) =>
      make(
        'li',
        {},
        make('button', { onclick: () => href !== undefined && goTo(href) }, make('span', {}, label)),
        ...(subitems ? [contentsOf(subitems, goTo)] : []),
      ),
    ),
  );
}
