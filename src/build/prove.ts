import { sections, type Hast, type Section } from '../book/book.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { append } from '../book/long-lists.ts';
import type { Message } from '../book/messages/messages.ts';
import { kept, plainData } from '../book/shelf.ts';
import { checkLaidOut } from '../lint/printer/check-laid-out.ts';
import type { Truth } from '../prove/facts/check-facts.ts';
import type { Job } from './job.ts';
import type { Made } from './make.ts';

/** What finished files were found to be, held to the book and to its printer. */
export interface Proved {
  /** Of the PDFs, where anything can be in them that is not the program's own. */
  readonly preflight: ReadonlyArray<Message> | undefined;
}

/** Holds what was made to the manuscript and to the printer; what the editions proved is gathered. */
export async function prove(made: Made, job: Job): Promise<Proved> {
  const { findings } = job;
  for (const { notes, text, checks, further } of Object.values(made.proofs)) {
    findings.addPlaced([...notes.messages, ...text.messages]);
    findings.addFinished([...Object.values(checks ?? {}).flat(), ...(further ?? [])]);
  }
  findings.addFinished(await firstWordsOf(made));
  const preflight = await preflightOf(made, job);
  findings.addPlaced((preflight ?? []).filter(({ page }) => page === undefined));
  findings.addFinished((preflight ?? []).filter(({ page }) => page !== undefined));
  return { preflight };
}

/** Holds the marks of printed pages in the e-book to the finished PDF. */
async function firstWordsOf({ making, printed, files, proofs }: Made): Promise<Message[]> {
  const [marks, pages] = [proofs.epub?.marks, proofs.pdf?.pages];
  if (marks === undefined || pages === undefined || printed === undefined) return [];
  const { checkFirstWords } = await import('../prove/pages/first-words.ts');
  const path = files.epub?.path ?? '';
  return checkFirstWords(marks, path, pages, printed.pageMap, making.composed.missing);
}

/** Judges the PDFs as `colophon check` will, so that it finds nothing that was not told. */
async function preflightOf(made: Made, job: Job): Promise<Message[] | undefined> {
  const { making, printed, files, covers } = made;
  const { printing, metadata } = making.source.manuscript;
  if (printing === undefined || printed === undefined) return undefined;
  const { language, print } = metadata;
  const pages = printed.pageMap.pages.length;
  checkLaidOut(print, printing, { pages, ...printed.geometry });
  const isOfAuthor = job.options.strict === true || bringsOwn(made);
  if (!printing.chosen && !isOfAuthor) return undefined;
  const [{ preflight }, { expectationsOf }] = await Promise.all([
    import('../preflight/pdf/preflight.ts'),
    import('../preflight/pdf/release-expectations.ts'),
  ]);
  const printer = printing.chosen ? printing.printer : undefined;
  const knowsMissing = making.composed.missing.size > 0;
  const found: Message[] = [];
  for (const file of [isOfAuthor ? files.pdf : undefined, files.press, covers.cover]) {
    if (file === undefined) continue;
    const { bytes, path, kind, sha256 } = file;
    const expected = { ...expectationsOf(kind, { language, print, pages }, printer, true), knowsMissing };
    const slot = job.shelf('judgements').slot([sha256, path, JSON.stringify(expected)]);
    append(found, await kept(slot, plainData<Message[]>(), () => preflight(bytes, path, expected)));
  }
  if (found.every(({ page }) => page === undefined)) return found;
  const [{ placedOnPages }, { writtenPlaces }] = await Promise.all([
    import('../prove/places/page-places.ts'),
    import('../prove/places/written-places.ts'),
  ]);
  return placedOnPages(found, writtenPlaces({ ...making.composed, pageMap: printed.pageMap }));
}

/**
 * Whether more is in the files than text in the program's own fonts and styles, which it is proved to write
 * without a fault, and drawings in SVG. For these alone, two readings of every page would take a fifth of a
 * build: only a strict one takes that time.
 */
function bringsOwn({ making, covers }: Made): boolean {
  const { composed, source } = making;
  const assets = [...composed.assets.values()];
  const hasPixels = assets.some(({ mediaType }) => mediaType !== 'image/svg+xml');
  return hasPixels || source.stylesheet !== '' || covers.cover !== undefined;
}

/** What every file of the release must say of the book. */
export function truthOf({ making, printed }: Made): Truth {
  const { book } = making.composed;
  const page = sections(book).find(({ role }) => role === 'copyright-page');
  return {
    metadata: book.metadata,
    labels: book.labels,
    ...(printed !== undefined && { pages: printed.pageMap.pages.length }),
    ...(page && {
      copyrightPage: {
        id: page.id,
        page: printed?.pageMap.anchors.get(page.id),
        origin: originOf(page, making.source.manuscript),
      },
    }),
  };
}

/** Who made the copyright page: the program, a publisher's template, or the author in a file of its own. */
function originOf(page: Section<Hast>, manuscript: Manuscript): 'generated' | 'template' | 'author' {
  if (manuscript.sources.some((source) => source.kind === 'file' && source.file === page.file))
    return 'author';
  return manuscript.copyrightTemplate.path.startsWith('templates/') ? 'generated' : 'template';
}
