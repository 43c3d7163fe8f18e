import type { Artifact } from '../book/artifact.ts';
import type { Metadata } from '../book/metadata.ts';
import { guessedNames } from '../emit/sort-names.ts';
import type { PrintedPages } from '../book/page-map.ts';
import type { WrittenBook } from '../book/written.ts';
import type { PaginationResult } from '../emit/pdf/page/pagination.ts';
import { printBook, type PrintedBook } from '../emit/pdf/print-book.ts';
import type { ExpectedNote } from '../prove/notes/expected-notes.ts';
import { artifact } from '../release/artifacts.ts';
import type { ComposedBook } from './composed-book.ts';
import { frontOf, wrapOf } from './editions/covers.ts';
import type { Edition, EditionName } from './editions/editions.ts';
import type { Making, Proof } from './editions/edition.ts';
import { suggestDate } from './editions/suggest-date.ts';
import { suggestPin } from './editions/suggest-pin.ts';
import { wordlessSubjects } from './editions/wordless-subjects.ts';
import type { Job } from './job.ts';
import { printMatterOf } from './print-matter.ts';
import { printedPages, wantsPages } from './printed-pages.ts';
import { reportLeftOut, reportUnsettled } from './report-left-out.ts';
import type { Source } from './source.ts';
import { writtenIn } from './written-in.ts';

/** What was made of the book, and what its finished editions prove. */
export interface Made {
  readonly making: Making;
  /** What every edition must have of the notes. */
  readonly notes: ReadonlyArray<ExpectedNote>;
  readonly printed: PrintedBook | undefined;
  /** Whether the e-book marks and lists the pages of the printed book. */
  readonly hasPages: boolean;
  readonly files: Readonly<Partial<Record<EditionName, Artifact>>>;
  readonly proofs: Readonly<Partial<Record<EditionName, Proof>>>;
  readonly covers: { readonly cover?: Artifact; readonly front?: Artifact };
  /** Where its elements were written, and on which pages they are; absent where no manifest says so. */
  readonly written?: WrittenBook | undefined;
}

/** An edition, finished and proved. */
interface Finished {
  readonly name: EditionName;
  readonly file: Artifact;
  readonly proof: Proof;
}

/** Makes the editions at the same time, each as the schedule has it, and reads them back. */
export async function make(source: Source, composed: ComposedBook, job: Job): Promise<Made> {
  const { slug } = composed.book.metadata;
  if (job.wants('epub')) tellOf(composed.book.metadata, source, job);
  let tell: (pages: PrintedPages) => void = () => undefined;
  const laidOut = new Promise<PrintedPages>((resolve) => (tell = resolve));
  const print = printOf(source, composed, job, tell);
  job.schedule.follow(print);
  const { schedule } = job;
  const expected = schedule.run('gather what must be there', async () => composed.expected());
  const front = frontOf(job, source, composed);
  const pages = printedPages(source, composed, job, print, laidOut);
  // Who marks them waits for them; the print may fail first.
  pages.catch(() => undefined);
  const listed = listWritten(source, composed, job, print, pages);
  const making: Making = {
    schedule,
    shelf: (kind) => job.shelf(kind),
    shelfFile: (kind) => job.shelfFile(kind),
    makePicture: job.makePicture,
    browser: () => job.browser(),
    source,
    composed,
    expected,
    print,
    pages,
    scratch: job.scratch.path,
    front,
  };
  if (print !== undefined)
    // Who makes them loads it too; an error here is theirs.
    job.schedule.run('load what makes editions', () => loadMakers(job)).catch(() => undefined);
  const [printed, { notes }, finished, cover, picture, marked, written] = await Promise.all([
    print,
    expected,
    Promise.all(job.wanted.map((edition) => finish(edition, making))),
    wrapOf(job, making),
    front,
    pages,
    listed,
  ]);
  const there = finished.filter((each) => each !== undefined);
  return {
    making,
    notes,
    printed,
    hasPages: marked !== undefined && marked.starts.length > 0,
    written,
    files: Object.fromEntries(there.map(({ name, file }) => [name, file])),
    proofs: Object.fromEntries(there.map(({ name, proof }) => [name, proof])),
    covers: {
      ...(cover !== undefined && { cover: artifact(`${slug}-cover.pdf`, 'cover', cover) }),
      ...(picture !== undefined && { front: artifact(`${slug}-cover.jpg`, 'cover-image', picture) }),
    },
  };
}

/**
 * Where the book was written, with its pages: while Chrome paints them, if they can be known before.
 *
 * @returns nothing where no manifest says it
 */
async function listWritten(
  { manuscript: { selling } }: Source,
  composed: ComposedBook,
  { schedule }: Job,
  print: Promise<PrintedBook> | undefined,
  pages: Promise<PrintedPages | undefined>,
): Promise<WrittenBook | undefined> {
  if (selling === undefined) return undefined;
  const known = print === undefined ? undefined : ((await pages) ?? (await print).pageMap);
  return schedule.run('list where it was written', async () => writtenIn(composed, known));
}

/** What is worth knowing of the metadata before the e-book is published. */
function tellOf(metadata: Metadata, { manuscript }: Source, { options }: Job): void {
  for (const note of [
    suggestPin(metadata),
    suggestDate(metadata, manuscript),
    guessedNames(metadata),
    wordlessSubjects(metadata),
  ])
    if (note !== undefined) options.onNote?.(note);
}

async function finish(edition: Edition, making: Making): Promise<Finished | undefined> {
  const made = await edition.make(making);
  if (made === undefined) return undefined;
  const { slug } = making.composed.book.metadata;
  const file = artifact(`${slug}${edition.suffix}`, edition.kind, made.bytes);
  return { name: edition.name, file, proof: await made.proof };
}

/** The one print of the paged editions wanted. */
function printOf(
  source: Source,
  composed: ComposedBook,
  job: Job,
  onLaidOut: (pages: PrintedPages) => void,
): Promise<PrintedBook> | undefined {
  const paged = job.wanted.filter(({ isPaged }) => isPaged);
  if (paged.length === 0) return undefined;
  const products = paged.flatMap(({ product }) => product ?? []);
  const { onDoing } = job.options;
  const marksPages = wantsPages(source, job);
  const waits = {
    onPrint: () => {
      onDoing?.(marksPages ? 'laying out the pages' : 'laying out and painting the pages');
      job.schedule.beginPrint();
    },
    ...(marksPages && {
      onLaidOut: ({ pages, starts, anchors }: PaginationResult) => {
        onDoing?.(`painting ${pages.length} pages`);
        onLaidOut({ pages, starts, anchors: new Map(anchors.map(({ id, page }) => [id, page])) });
      },
    }),
    onPainted: () => onDoing?.('finishing and proving the PDFs'),
  };
  onDoing?.('opening the book in the browser');
  return Promise.all([job.browser(), printMatterOf(source, composed, products)]).then(
    async ([running, { book, looks: usual }]) => {
      const known = job.beforePrint(composed.hyphenation);
      const looks = { ...usual, ...(job.observer.wantsPlaces === true && { hasPlaces: true }) };
      const printed = await printBook(book, composed.assets, looks, running, waits, job.scratch.path, known);
      job.observer.onPrinted?.(printed, { book, looks, products });
      reportLeftOut(printed, source);
      reportUnsettled(printed, book, source);
      return printed;
    },
  );
}

/** Loads what will be needed at once when Chrome has laid the book out, or painted it. */
async function loadMakers({ wanted, tasks, schedule }: Job): Promise<void> {
  for (const { load } of wanted) await load?.();
  await schedule.load(tasks);
}
