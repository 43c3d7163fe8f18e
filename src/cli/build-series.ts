import { join } from 'node:path';
import { isFailing } from '../book/messages/rule.ts';
import { listedBooks } from '../read/series/listed-books.ts';
import { booksAt, type SeriesBook } from '../series/books.ts';
import { buildSeries, type SeriesOptions } from '../series/build-series.ts';
import type { PlainOptions } from '../series/inputs.ts';
import type { Outcome } from '../series/outcome.ts';
import { writeSeries } from '../series/series-manifest.ts';
import { seriesPage } from '../series/series-page.ts';
import { jobsOf } from './jobs-of.ts';
import { progressOn } from './progress.ts';
import type { Wanted } from './reports/formats.ts';
import type { Report } from './reports/report.ts';
import { show, tell, writeReports } from './reports/tell.ts';
import { bookReport, listReport, seriesReport } from './series-report.ts';
import { visible } from './visible.ts';

/** What was typed that says how a series is built and told of. */
export interface TypedSeries {
  readonly out: string;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
  readonly jobs?: string | undefined;
  /** The address of the queue whose workers build, and the folder that they see. */
  readonly queue?: string | undefined;
  readonly shared: string;
  /** What was changed before it, where this is a round of a watch; none in the first. */
  readonly changed?: ReadonlyArray<string>;
}

/**
 * Builds the books of a series and tells what becomes of each as soon as it is known.
 *
 * @param named the paths of the books, or that of the folder whose colophon.yaml lists them
 * @returns the exit status
 */
export async function runSeries(
  named: string | ReadonlyArray<string>,
  build: PlainOptions,
  wanted: Wanted,
  typed: TypedSeries,
): Promise<number> {
  const { out, strict, quiet, force } = typed;
  const listed = typeof named === 'string' ? await listedBooks(named) : { folders: named, messages: [] };
  if (listed.messages.some(({ severity }) => isFailing(severity, strict))) {
    await tell(listReport(listed.messages, String(named), typed), wanted, quiet);
    return 1;
  }
  const folders = typeof named === 'string' ? listed.folders.map((path) => join(named, path)) : named;
  const { books, passedOver } = await booksAt(folders, out);
  const isAgain = (typed.changed ?? []).length > 0;
  const teller = new Teller(books.length, wanted, quiet, isAgain);
  if (passedOver.length > 0 && !isAgain)
    teller.note(`Passed over, as they are no books: ${passedOver.join(', ')}`);
  const told = new Map<SeriesBook, Report>();
  const options: SeriesOptions = {
    build,
    ...jobsOf(typed.jobs),
    isForced: force,
    out,
    onStep: (book, step) => teller.step(book, step),
    onOutcome: async (book, outcome) => {
      const report = bookReport(book, outcome, strict);
      told.set(book, report);
      await teller.tell(book, outcome, report);
    },
  };
  const { queue, shared } = typed;
  const outcomes =
    queue === undefined
      ? await buildSeries(books, options)
      : await (
          await import('../series/queue/build-on-queue.ts')
        ).buildOnQueue(books, { ...options, queue, shared, onNote: (text) => teller.note(text) });
  const parts = books.flatMap((book) => told.get(book) ?? []);
  await writeSeries(out, books, outcomes, [await seriesPage(books, outcomes, build.report === true)]);
  const report = inRound(seriesReport(books, outcomes, parts, typed), typed.changed);
  await writeReports(report, wanted);
  await teller.end(report);
  return statusOf(outcomes);
}

/** A report as one of those of a watch. */
function inRound(report: Report, changed: ReadonlyArray<string> | undefined): Report {
  return changed === undefined ? report : { ...report, json: { ...report.json, changed }, isOneOfMany: true };
}

/** Tells people of each book when it is done, and programs of all in the end. */
class Teller {
  readonly #books: number;
  readonly #wanted: Wanted;
  readonly #isForPeople: boolean;
  readonly #isQuiet: boolean;
  readonly #progress;
  readonly #notes = new Set<string>();
  readonly #shared = new Set<string>();
  readonly #isAgain: boolean;
  #done = 0;

  /** @param isAgain whether they have been told of before, so that what has not changed is known */
  constructor(books: number, wanted: Wanted, isQuiet: boolean, isAgain: boolean) {
    this.#isAgain = isAgain;
    this.#books = books;
    this.#wanted = wanted;
    this.#isForPeople = wanted.shown === 'text' || wanted.shown === 'github';
    this.#isQuiet = isQuiet || !this.#isForPeople;
    this.#progress = progressOn(process.stderr, this.#isQuiet || !process.stderr.isTTY);
  }

  step({ folder }: SeriesBook, step: string): void {
    this.#progress.step(`${this.#done} of ${this.#books}; ${visible(folder)}: ${step}`);
  }

  /** Tells of something worth knowing, once. */
  note(text: string, book?: SeriesBook): void {
    if (this.#isQuiet || this.#notes.has(text)) return;
    this.#notes.add(text);
    this.#progress.done();
    process.stderr.write(visible(book === undefined ? text : `${book.folder}: ${text}`) + '\n');
  }

  async tell(book: SeriesBook, outcome: Outcome, report: Report): Promise<void> {
    this.#done += 1;
    const { notes = [] } = outcome.kind === 'built' ? outcome : {};
    for (const note of notes) this.note(note, book);
    if (!this.#isForPeople || (this.#isAgain && outcome.kind === 'unchanged')) return;
    this.#progress.done();
    // Of what is as it was, warnings have been told before.
    const isOld = outcome.kind === 'unchanged' && outcome.book.ok && this.#wanted.shown === 'text';
    if (!isOld) await show(this.#untold(report), this.#wanted);
    if (!this.#isQuiet || !report.json.ok) process.stderr.write(report.summary);
  }

  /** What is found in a file of several books is told once. */
  #untold(report: Report): Report {
    const messages = report.json.messages.filter((message) => {
      if (!message.file.startsWith('../')) return true;
      const key = JSON.stringify({ ...message, file: join(report.folder, message.file) });
      const isNew = !this.#shared.has(key);
      this.#shared.add(key);
      return isNew;
    });
    return { ...report, json: { ...report.json, messages } };
  }

  async end(report: Report): Promise<void> {
    if (!this.#isForPeople) await show(report, this.#wanted);
    if (!this.#isQuiet) process.stderr.write(report.summary);
  }
}

/** The exit status: what the machine is at fault for weighs most. */
function statusOf(outcomes: ReadonlyArray<Outcome>): number {
  if (outcomes.some(({ kind }) => kind === 'failed')) return 3;
  return outcomes.every((outcome) => outcome.kind !== 'failed' && outcome.book.ok) ? 0 : 1;
}
