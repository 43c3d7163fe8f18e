import type { Artifact } from '../book/artifact.ts';
import type { Metadata } from '../book/metadata.ts';
import { guessedNames } from '../emit/sort-names.ts';
import { printBook, type PrintedBook } from '../emit/pdf/print-book.ts';
import { faceScriptOf, scriptFaces } from '../language/scripts.ts';
import type { TypeSize } from '../book/theme.ts';
import { forProducts } from '../html/for-products.ts';
import type { ExpectedNote } from '../prove/notes/expected-notes.ts';
import { artifact } from '../release/artifacts.ts';
import type { ComposedBook } from './composed-book.ts';
import { frontOf, wrapOf } from './editions/covers.ts';
import type { Edition, EditionName } from './editions/editions.ts';
import type { Making, Proof } from './editions/edition.ts';
import { suggestPin } from './editions/suggest-pin.ts';
import type { Job } from './job.ts';
import type { Source } from './source.ts';

/** What was made of the book, and what its finished editions prove. */
export interface Made {
  readonly making: Making;
  /** What every edition must have of the notes. */
  readonly notes: ReadonlyArray<ExpectedNote>;
  readonly printed: PrintedBook | undefined;
  readonly files: Readonly<Partial<Record<EditionName, Artifact>>>;
  readonly proofs: Readonly<Partial<Record<EditionName, Proof>>>;
  readonly covers: { readonly cover?: Artifact; readonly front?: Artifact };
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
  if (job.wants('epub')) tellOf(composed.book.metadata, job);
  const print = printOf(source, composed, job);
  job.schedule.follow(print);
  const { schedule } = job;
  const expected = schedule.run('gather what must be there', async () => composed.expected());
  const front = frontOf(job, source, composed);
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
    scratch: job.scratch.path,
    front,
  };
  if (print !== undefined)
    // Who finishes waits for it; an error here is theirs.
    job.schedule.run('load what finishes PDFs', loadFinishers).catch(() => undefined);
  const [printed, { notes }, finished, cover, picture] = await Promise.all([
    print,
    expected,
    Promise.all(job.wanted.map((edition) => finish(edition, making))),
    wrapOf(job, making),
    front,
  ]);
  const there = finished.filter((each) => each !== undefined);
  return {
    making,
    notes,
    printed,
    files: Object.fromEntries(there.map(({ name, file }) => [name, file])),
    proofs: Object.fromEntries(there.map(({ name, proof }) => [name, proof])),
    covers: {
      ...(cover !== undefined && { cover: artifact(`${slug}-cover.pdf`, 'cover', cover) }),
      ...(picture !== undefined && { front: artifact(`${slug}-cover.jpg`, 'cover-image', picture) }),
    },
  };
}

/** What is worth knowing of the metadata before the e-book is published. */
function tellOf(metadata: Metadata, { options }: Job): void {
  for (const note of [suggestPin(metadata), guessedNames(metadata)])
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
function printOf(source: Source, composed: ComposedBook, job: Job): Promise<PrintedBook> | undefined {
  const paged = job.wanted.filter(({ isPaged }) => isPaged);
  if (paged.length === 0) return undefined;
  const products = paged.flatMap(({ product }) => product ?? []);
  const { theme } = source;
  return Promise.all([job.browser(), stylesheetFor(source, composed)]).then(([running, stylesheet]) =>
    printBook(
      forProducts(composed.book, ...products),
      composed.assets,
      {
        fonts: composed.fonts,
        stylesheets: [`${theme.stylesheets.print}${composed.scriptStyles.print}`, stylesheet],
        type: typeFor(theme.type, composed.book.metadata.language),
      },
      running,
      { onPrint: () => job.schedule.beginPrint() },
      job.scratch.path,
      { prints: job.shelf('prints'), words: job.shelf('divided words') },
    ),
  );
}

/** The author's stylesheet with the faces of the book behind those it names. */
async function stylesheetFor({ stylesheet }: Source, { fonts }: ComposedBook): Promise<string> {
  // Most books have none and need no reader of CSS.
  if (stylesheet === '') return '';
  const { backedFamilies } = await import('../emit/backed-families.ts');
  return backedFamilies(stylesheet, fonts);
}

async function loadFinishers(): Promise<void> {
  await import('../emit/pdf/screen/finish-screen.ts');
}

/** The type of a theme in the script of a language. */
function typeFor(type: TypeSize, language: string): TypeSize {
  const face = scriptFaces()[faceScriptOf(language) ?? ''];
  if (face === undefined) return type;
  return { ...type, scale: type.scale * face.scale, leading: Math.max(type.leading, face.leading) };
}
