import type { PreviewState, PrintFacts } from '../protocol.ts';
import { bookTools } from './book-tools.ts';
import { BookView, contentsOf } from './book-view.ts';
import { byId } from './elements.ts';
import { CoverView } from './cover-view.ts';
import { listContents, listFacts, listMessages, markContents } from './lists.ts';
import { PagesView } from './pages-view.ts';
import { PdfFile } from './pdf-file.ts';
import { editorLink, pageOf, sourceAt, type SourcePlace } from './places.ts';
import { tabsIn, type Tabs } from './tabs.ts';
import { pagesTools } from './tools.ts';

/** The page of a preview: it shows what the server tells it of, and asks for nothing but files. */

let state: PreviewState | undefined;
let print: number | undefined;
let facts: PrintFacts | undefined;
let bookContents: HTMLElement | undefined;
let shownFiles: ReadonlyMap<string, PdfFile> = new Map();
/** Files that are being loaded before it is known which pages they have. */
const coming = new Map<string, Promise<PdfFile>>();

const pages: PagesView = new PagesView({
  onPage: (index) => {
    tools.showPage(index, facts);
    if (views.shown() === 'pages') markContents(index);
  },
  onPlace: (index, y) => {
    const place = facts && sourceAt(facts.blocks, index, y);
    if (place !== undefined) openSource(place);
  },
});
const tools = pagesTools(pages);
const cover = new CoverView();
const book: BookView = new BookView((entries) => {
  bookContents = contentsOf(entries, (href) => book.goTo(href));
  showContents();
});
bookTools(book);
const views: Tabs = tabsIn('views', (view) => {
  byId('pages-tools').hidden = view !== 'pages';
  byId('book-tools').hidden = view !== 'book';
  showBook();
  showContents();
});
const lists = tabsIn('lists');
/** Whether a book that has no pages yet has been told of by its errors. */
let isBegunWithErrors = false;

function goTo(page: number): void {
  views.show('pages');
  pages.goTo(page);
}

/** Opens a place of the manuscript in the editor, and says which it is. */
function openSource(place: SourcePlace): void {
  const note = byId('source');
  const link = note.querySelector('a');
  if (link === null || state === undefined) return;
  link.href = editorLink(state, place);
  link.textContent = `${place.file}:${place.line}`;
  note.hidden = false;
  link.click();
}

/** Loads what is new of the pages, one after the other: what is overtaken is left out. */
let loading: Promise<void> = Promise.resolve();

function loadPrint(number: number): void {
  loading = loading.then(async () => {
    if (state?.print?.number !== number || print === number) return;
    coming.set(state.print.file, coming.get(state.print.file) ?? PdfFile.load(state.print.file));
    const answer = await fetch(`print/${number}.json`);
    // It was replaced while it was asked for: the server tells of the next.
    if (!answer.ok) return;
    const loaded = (await answer.json()) as PrintFacts;
    const files = await loadFiles(loaded).catch(() => undefined);
    if (files === undefined) return;
    print = number;
    facts = loaded;
    const drawn = pages.show({
      facts: loaded,
      pages: loaded.pages.map(({ label, file, number: page }) => ({
        file: files.get(file),
        number: page,
        label,
      })),
    });
    // To list or to read them takes as long as to draw some pages.
    void drawn.then(() => {
      if (facts === loaded) showContents();
      return loadPlaces(number, loaded);
    });
  });
}

/** Where everything stands on the pages is not needed to show them. */
async function loadPlaces(number: number, shown: PrintFacts): Promise<void> {
  const answer = await fetch(`places/${number}.json`);
  if (!answer.ok || facts !== shown) return;
  const blocks = (await answer.json()) as PrintFacts['blocks'];
  if (facts !== shown) return;
  facts = { ...shown, blocks };
  showLists();
  followEdit(facts);
}

/** The files of a print: those that are shown already, and those that are not. */
async function loadFiles({ pages: wanted }: PrintFacts): Promise<ReadonlyMap<string, PdfFile>> {
  const paths = [...new Set(wanted.map(({ file }) => file))].filter((path) => path !== '');
  const entries = paths.map(
    async (path) => [path, await (shownFiles.get(path) ?? coming.get(path) ?? PdfFile.load(path))] as const,
  );
  shownFiles = new Map(await Promise.all(entries));
  for (const [path, file] of coming)
    if (!shownFiles.has(path))
      void file.then(
        (unused) => unused.close(),
        () => undefined,
      );
  coming.clear();
  return shownFiles;
}

function followEdit({ blocks }: PrintFacts): void {
  const [file] = state?.status.changed ?? [];
  const page = file === undefined || !tools.follows() ? undefined : pageOf(blocks, { file, line: 1 });
  if (page !== undefined) pages.goTo(page);
}

/** The e-book takes its time: it is opened when it is to be seen. */
function showBook(): void {
  if (views.shown() === 'book' && state?.book !== undefined) book.show(state.book, state.bookEdit);
}

/** The contents of what is shown. */
function showContents(): void {
  if (views.shown() === 'book') {
    byId('contents').replaceChildren(...(bookContents === undefined ? [] : [bookContents]));
  } else if (facts !== undefined) {
    listContents(facts, goTo);
    markContents(pages.page);
  }
}

function showLists(): void {
  if (state === undefined) return;
  listMessages(state, facts, goTo);
  listFacts(state);
}

function take(next: PreviewState): void {
  state = next;
  document.title = next.title === '' ? 'Preview' : `${next.title} – Preview`;
  byId('title').textContent = next.title === '' ? 'Preview' : next.title;
  showStatus(next.status);
  if (next.print !== undefined) loadPrint(next.print.number);
  byId('cover-tab').hidden = next.cover === undefined;
  byId('book-tab').hidden = next.book === undefined;
  showBook();
  if (next.cover !== undefined) cover.show(next.cover);
  showLists();
  if (next.print !== undefined || next.status.kind !== 'errors' || isBegunWithErrors) return;
  isBegunWithErrors = true;
  lists.show('messages');
}

function showStatus({ kind, text }: PreviewState['status']): void {
  const status = byId('status');
  if (status.textContent !== text) status.textContent = text;
  status.className = kind;
}

function listen(): void {
  const events = new EventSource('events');
  events.addEventListener('message', ({ data }: MessageEvent<string>) =>
    take(JSON.parse(data) as PreviewState),
  );
  // The browser connects again by itself; until then all stays as it is.
  events.addEventListener('error', () =>
    showStatus({ kind: 'failed', text: 'The preview has ended', changed: [] }),
  );
}

listen();
