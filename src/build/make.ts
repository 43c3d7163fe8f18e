import type { Artifact } from '../book/artifact.ts';
import { emitPdf, type Finishes, type PrintedBook } from '../emit/pdf/emit-pdf.ts';
import { faceScriptOf, scriptFaces } from '../language/scripts.ts';
import type { TypeSize } from '../book/theme.ts';
import { forProducts } from '../html/for-products.ts';
import { expectedNotes } from '../prove/notes/expected-notes.ts';
import { expectedText, type ExpectedSection } from '../prove/text/expected-text.ts';
import { artifact } from '../release/artifacts.ts';
import type { ComposedBook } from './composed-book.ts';
import { frontOf, wrapOf } from './editions/covers.ts';
import type { Edition, EditionName } from './editions/editions.ts';
import type { Making, Proof } from './editions/edition.ts';
import type { Job } from './job.ts';
import type { Source } from './source.ts';

/** What was made of the book, and what its finished editions prove. */
export interface Made {
  readonly making: Making;
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
  const print = printOf(source, composed, job);
  job.schedule.follow(print);
  const notes = expectedNotes(composed.written, composed.complete);
  let expected: ReadonlyArray<ExpectedSection> | undefined;
  const text = (): ReadonlyArray<ExpectedSection> => (expected ??= expectedText(composed.complete));
  const { schedule } = job;
  const front = frontOf(job, source, composed);
  const making = { schedule, browser: () => job.browser(), source, composed, notes, text, print, front };
  if (print !== undefined)
    // Those who read PDFs wait for it; an error here is theirs.
    job.schedule.run('load what reads PDFs', loadReaders).catch(() => undefined);
  const [printed, finished, cover, picture] = await Promise.all([
    print,
    Promise.all(job.wanted.map((edition) => finish(edition, making))),
    wrapOf(making),
    front,
  ]);
  const there = finished.filter((each) => each !== undefined);
  return {
    making,
    printed,
    files: Object.fromEntries(there.map(({ name, file }) => [name, file])),
    proofs: Object.fromEntries(there.map(({ name, proof }) => [name, proof])),
    covers: {
      ...(cover !== undefined && { cover: artifact(`${slug}-cover.pdf`, 'cover', cover) }),
      ...(picture !== undefined && { front: artifact(`${slug}-cover.jpg`, 'cover-image', picture) }),
    },
  };
}

async function finish(edition: Edition, making: Making): Promise<Finished | undefined> {
  const bytes = await edition.make(making);
  if (bytes === undefined) return undefined;
  const { slug } = making.composed.book.metadata;
  const file = artifact(`${slug}${edition.suffix}`, edition.kind, bytes);
  return { name: edition.name, file, proof: await edition.prove(file, making) };
}

/** The one print of the paged editions wanted. */
function printOf(source: Source, composed: ComposedBook, job: Job): Promise<PrintedBook> | undefined {
  const paged = job.wanted.filter(({ asks }) => asks !== undefined);
  if (paged.length === 0) return undefined;
  const products = paged.flatMap(({ product }) => product ?? []);
  const finishes = Object.assign({}, ...paged.map(({ asks }) => asks?.(source))) as Finishes;
  const { theme } = source;
  return Promise.all([job.browser(), stylesheetFor(source, composed)]).then(([running, stylesheet]) =>
    emitPdf(
      forProducts(composed.book, ...products),
      composed.assets,
      {
        fonts: composed.fonts,
        stylesheets: [`${theme.stylesheets.print}${composed.scriptStyles.print}`, stylesheet],
        type: typeFor(theme.type, composed.book.metadata.language),
      },
      running,
      {
        onLayout: () => job.schedule.reach('layout'),
        onPaint: () => job.schedule.reach('painting'),
      },
      finishes,
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

async function loadReaders(): Promise<void> {
  await Promise.all([
    import('../prove/notes/pdf-notes.ts'),
    import('../prove/text/pdf-text.ts'),
    import('../prove/facts/pdf-facts.ts'),
  ]);
}

/** The type of a theme in the script of a language. */
function typeFor(type: TypeSize, language: string): TypeSize {
  const face = scriptFaces()[faceScriptOf(language) ?? ''];
  if (face === undefined) return type;
  return { ...type, scale: type.scale * face.scale, leading: Math.max(type.leading, face.leading) };
}
