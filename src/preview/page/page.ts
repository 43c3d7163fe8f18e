import type { PreviewState, PrintFacts } from '../protocol.ts';
import { byId } from './elements.ts';
import { CoverView } from './cover-view.ts';
import { listContents, listFacts, listMessages, markContents } from './lists.ts';
import { PagesView } from './pages-view.ts';
import { PdfFile } from './pdf-file.ts';
import { editorLink, pageOf, sourceAt, type SourcePlace } from './places.ts';
import { tabsIn } from './tabs.ts';
import { pagesTools } from './tools.ts';

/** The page of a preview: it shows what the server tells it of, and asks for nothing but files. */

let state: PreviewState | undefined;
let print: number | undefined;
let facts: PrintFacts | undefined;

const pages: PagesView = new PagesView({
  onPage: (index) => {
    tools.showPage(index, facts);
    markContents(index);
  },
  onPlace: (index, y) => {
    const place = facts && sourceAt(facts.blocks, index, y);
    if (place !== undefined) openSource(place);
  },
});
const tools = pagesTools(pages);
const cover = new CoverView();
const views = tabsIn('views', (view) => {
  byId('pages-tools').hidden = view !== 'pages';
});
tabsIn('lists');

function goTo(page: number): void {
  views.show('pages');
  pages.goTo(page);
}

/** Opens a place of the manuscript in the editor, and says which it is. */
function openSource(place: SourcePlace): void {
  const note = byId('source');
  const link = note.querySelector('a');
  if (link === null || state === undefined) return;
  link.href = editorLink(state.folder, place);
  link.textContent = `${place.file}:${place.line}`;
  note.hidden = false;
  link.click();
}

/** Loads what is new of the pages, one after the other: what is overtaken is left out. */
let loading: Promise<void> = Promise.resolve();

function loadPrint(number: number): void {
  loading = loading.then(async () => {
    if (state?.print?.number !== number || print === number) return;
    const [file, loaded] = await Promise.all([
      PdfFile.load(`print/${number}.pdf`),
      fetch(`print/${number}.json`).then((answer) => answer.json() as Promise<PrintFacts>),
    ]).catch(() => []);
    // It was replaced while it was loaded: the server tells of the next.
    if (file === undefined || loaded === undefined) return;
    print = number;
    facts = loaded;
    pages.show({
      facts: loaded,
      pages: loaded.pages.map(({ label }, index) => ({ file, number: index + 1, label })),
    });
    listContents(loaded, goTo);
    markContents(pages.page);
    showLists();
    followEdit(loaded);
  });
}

function followEdit({ blocks }: PrintFacts): void {
  const [file] = state?.status.changed ?? [];
  const page = file === undefined || !tools.follows() ? undefined : pageOf(blocks, { file, line: 1 });
  if (page !== undefined) pages.goTo(page);
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
  byId('book-tab').hidden = true;
  if (next.cover !== undefined) cover.show(next.cover);
  showLists();
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
