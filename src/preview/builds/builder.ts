import { isStored } from '../../book/bytes.ts';
import { faultOf } from '../../build/build-fault.ts';
import { KeptBrowser } from '../../build/browsers.ts';
import { discardBuild, runJob, type BuildResult } from '../../build/build.ts';
import type { ObservedMatter } from '../../build/observer.ts';
import type { ComposedBook } from '../../build/composed-book.ts';
import { Job } from '../../build/job.ts';
import type { Source } from '../../build/source.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import { giveWay } from '../../machine/give-way.ts';
import { readBytes } from '../../machine/bytes/read-bytes.ts';
import type { ArtifactKind } from '../../book/artifact.ts';
import { countedIn, factsOf, type Counted } from './book-facts.ts';
import type { BuildNews, BuildSetup, EndedBuild } from './build-news.ts';
import { chapterSetup } from './chapter-setup.ts';
import { printFacts } from './print-facts.ts';

/** What is told of a build, without its number. */
type News = BuildNews extends infer Each ? (Each extends BuildNews ? Omit<Each, 'number'> : never) : never;

/** Builds a book again and again with one browser, and tells of what is made as soon as it is. */
export class Builder {
  readonly #setup: BuildSetup;
  readonly #browsers = new KeptBrowser(({ browser }) => {
    const pid = browser.process()?.pid;
    if (this.#givesWay && pid !== undefined) void giveWay(pid);
  });
  #givesWay = false;
  /** Of the last book that came out. */
  #counted: Counted | undefined;

  constructor(setup: BuildSetup) {
    this.#setup = setup;
  }

  /** Has what it does give way to other work from now on, this process and its browser. */
  async giveWay(): Promise<void> {
    this.#givesWay = true;
    await giveWay(process.pid);
    // Its processes have the priority that they were started with: the next build starts another one.
    await this.#browsers.close();
  }

  /**
   * Builds once; another build must have ended.
   *
   * @param tell hears of it; the last it hears is how the build ended
   */
  async build(tell: (news: News) => void): Promise<void> {
    const { folder, options } = this.#setup;
    const seen = new Seen(tell);
    const job = new Job(
      {
        ...options,
        onStep: (name) => tell({ kind: 'step', name }),
        onNote: (text) => tell({ kind: 'note', text }),
      },
      this.#browsers,
      seen,
    );
    try {
      const result = await runJob(folder, job);
      await seen.shown;
      this.#counted = countedIn(result.artifacts) ?? this.#counted;
      tell({ kind: 'ended', ...(await endedBuild(result, seen, this.#counted)) });
      await discardBuild(result);
    } catch (error) {
      tell({ kind: 'failed', fault: faultOf(error) });
    }
  }
}

/** What was seen of a build before it ended. */
class Seen {
  readonly wantsPlaces = true;
  readonly wantsSpareCharacters = true;
  /** Kept when the print has been told of. */
  shown: Promise<void> = Promise.resolve();
  source: Source | undefined;
  printed: PrintedBook | undefined;
  #composed: ComposedBook | undefined;
  readonly #tell: (news: News) => void;

  constructor(tell: (news: News) => void) {
    this.#tell = tell;
  }

  readonly onComposed = (source: Source, composed: ComposedBook): void => {
    this.source = source;
    this.#composed = composed;
  };

  readonly onPrinted = (printed: PrintedBook, matter: ObservedMatter): void => {
    this.printed = printed;
    const { pdf } = printed;
    const composed = this.#composed;
    if (pdf === undefined || composed === undefined) return;
    this.shown = readBytes(pdf).then((bytes) =>
      this.#tell({
        kind: 'printed',
        pdf: bytes,
        facts: printFacts(printed, composed.book),
        setup: chapterSetup(printed, matter, composed, this.source),
      }),
    );
    // Who waits for it hears of it.
    this.shown.catch(() => undefined);
  };
}

async function endedBuild(
  { ok, messages, artifacts, metadata, timings }: BuildResult,
  { printed, source }: Seen,
  counted: Counted | undefined,
): Promise<EndedBuild> {
  const bytesOf = async (kind: ArtifactKind): Promise<Uint8Array | undefined> => {
    const bytes = artifacts.find((each) => each.kind === kind)?.bytes;
    return bytes === undefined || !isStored(bytes) ? bytes : readBytes(bytes);
  };
  const [epub, cover] = await Promise.all([bytesOf('epub'), bytesOf('cover')]);
  return {
    title: metadata.title,
    ok,
    messages,
    facts: factsOf(metadata, counted, printed, source),
    took: timings['total'] ?? 0,
    ...(epub && { epub }),
    ...(cover && { cover }),
  };
}
