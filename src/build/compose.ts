import { sections, type AssetReference, type Assets, type Book, type Hast } from '../book/book.ts';
import { UsageError } from '../book/errors.ts';
import { withScriptFaces, type Font } from '../book/theme.ts';
import { covering } from '../emit/cut-faces.ts';
import { embeddedFonts } from '../emit/fonts.ts';
import { listDigits } from '../emit/list-digits.ts';
import { generatedText } from '../emit/generated-text.ts';
import { bookToHast } from '../html/book-to-hast.ts';
import { bookSizes } from '../html/book-sizes.ts';
import { runPlugins } from '../html/run-plugins.ts';
import { numberSpots } from '../html/number-spots.ts';
import { digitsOf } from '../language/digits.ts';
import { scriptUses, type ScriptUses } from '../language/script-uses.ts';
import { faceScriptOf } from '../language/scripts.ts';
import { checkGlyphs } from '../lint/glyphs.ts';
import { checkNoteCount } from '../lint/note-count.ts';
import { checkAlternatives } from '../lint/accessibility/check-alternatives.ts';
import { checkClaims } from '../lint/accessibility/check-claims.ts';
import { checkPrinter, checkPrinterData } from '../lint/printer/check-printer.ts';
import { checkRights } from '../lint/rights/check-rights.ts';
import { assertHeapRoom } from '../machine/heap-room.ts';
import { leavingSignals } from './signals.ts';
import { filesAhead, type Ahead } from '../markdown/ahead/files-ahead.ts';
import { judgeSources } from '../markdown/judge-sources.ts';
import { parseManuscript } from '../markdown/parse-manuscript.ts';
import { attachMatter } from '../matter/attach-matter.ts';
import { expectedNotes } from '../prove/notes/expected-notes.ts';
import { expectedText } from '../prove/text/expected-text.ts';
import { readAssets } from '../read/images/assets.ts';
import { readScriptFaces, readScriptStyles } from '../read/templates/script-faces.ts';
import { reportCostInBook } from '../read/styles/costs.ts';
import { reportUnknownFamilies } from '../read/styles/unknown-families.ts';
import { version } from '../version.ts';
import { needsFront } from './editions/covers.ts';
import { stylesOfCitations, withCitations } from './citations.ts';
import type { ComposedBook } from './composed-book.ts';
import { divideWords } from './divide-words.ts';
import type { Job } from './job.ts';
import type { BuildOptions } from './options.ts';
import { wantsPages } from './printed-pages.ts';
import { placesRemoved } from './places-removed.ts';
import type { Source } from './source.ts';
import type { Expected } from './work/conservation.ts';

/**
 * Composes the book and judges it before anything is made: printer, rights, images, glyphs.
 *
 * @returns undefined where a file is too much to be read: what would be said of the rest might be wrong
 */
export async function compose(source: Source, job: Job): Promise<ComposedBook | undefined> {
  const { folder, manuscript, ownFonts } = source;
  const { printing } = manuscript;
  if (printing !== undefined) {
    checkPrinter(manuscript.metadata.print, printing);
    const { date = '', modified } = manuscript.metadata;
    checkPrinterData(date > modified ? date : modified, printing);
  }

  const ahead = parseBeside(manuscript, job);
  await job.step('Parsing the Markdown');
  const written = await leavingSignals(() => parsed(manuscript, job, ahead));
  if (written === undefined) return undefined;
  checkNoteCount(written, job.limits.notes);

  const cited = await withCitations(written, manuscript, job);

  await job.step('Adding title page, copyright page, contents and notes');
  const complete = await leavingSignals(() => attachMatter(cited, { version }));

  await job.step('Converting to HTML');
  const { book: converted, references } = await leavingSignals(() => bookToHast(complete, assertHeapRoom));
  const book = await transformed(converted, job.options);
  if (book.metadata.epub.pages) numberSpots(book);
  const isLaidOut = job.wanted.some(({ isPaged }) => isPaged) || wantsPages(source, job);
  const hyphenation = isLaidOut ? divideWords(book, job) : undefined;
  job.findings.watch(sections(book).map(({ file }) => file));
  const named: AssetReference[] = [...manuscript.references, ...references];
  checkRights(written, named);
  checkAlternatives(references);
  checkClaims(book, manuscript.conformance);
  const assets: Assets = new Map([...(await readImages(folder, named, job)), ...ownFonts]);

  await job.step('Choosing the fonts');
  const uses = scriptUses(book);
  const [scriptFaces, stylesOfScripts] = await Promise.all([
    lackedBy(source, uses).then((lacked) => readScriptFaces(folder, lacked)),
    readScriptStyles(uses),
  ]);
  const scriptStyles = await stylesFor(source, uses, stylesOfScripts);
  await judgeStylesheet(source, book, scriptFaces);
  const { fonts, missing } = await chooseFonts(book, source, { scriptFaces, scriptStyles }, job);
  // Reading systems have faces of their own for what ours lack; pages and covers do not.
  if (job.wanted.some(({ isPaged }) => isPaged) || needsFront(book.metadata))
    checkGlyphs(book, missing, uses);
  return {
    expected: expectedOnce(cited, complete),
    book,
    assets,
    references: named,
    fonts,
    scriptFaces,
    scriptStyles,
    missing,
    ...(hyphenation && { hyphenation }),
  };
}

/** The book as written; undefined where a file is too much to be read. */
function parsed(manuscript: Source['manuscript'], job: Job, ahead: Ahead | undefined): Book | undefined {
  if (!judgeSources(manuscript, job.limits['text-memory'])) return undefined;
  return parseManuscript(manuscript, {
    parsed: job.shelf('parsed files'),
    before: assertHeapRoom,
    plugins: job.options.remarkPlugins,
    ahead,
  });
}

/** Has the files parsed beside as well, from the last on, where there are many and a thread is there for it. */
function parseBeside(manuscript: Source['manuscript'], { schedule, options }: Job): Ahead | undefined {
  const { remarkPlugins = [] } = options;
  if (!schedule.handsOver('parse files') || remarkPlugins.length > 0) return undefined;
  const ahead = filesAhead(manuscript);
  // What is not parsed beside is parsed here, whatever the reason.
  if (ahead) schedule.hand('parse files', ahead.order).catch(() => undefined);
  return ahead;
}

/** Judges the author's stylesheet, now that it is known for which book. */
async function judgeStylesheet(
  { manuscript: { stylesheet }, theme }: Source,
  book: Book<Hast>,
  scriptFaces: ReadonlyArray<Font>,
): Promise<void> {
  if (stylesheet === undefined) return;
  const families = withScriptFaces(theme.fonts, scriptFaces).map(({ family }) => family);
  await reportUnknownFamilies(stylesheet, families);
  await reportCostInBook(stylesheet, bookSizes(book));
}

/** How scripts, numbers of lists and bibliographies look in a book that has them. */
async function stylesFor(
  { manuscript }: Source,
  uses: ScriptUses,
  ofScripts: ComposedBook['scriptStyles'],
): Promise<ComposedBook['scriptStyles']> {
  const { language } = manuscript.metadata;
  const digits = listDigits([language, ...[...uses.values()].flatMap(({ languages }) => [...languages])]);
  const { print, epub } = await stylesOfCitations(manuscript);
  return { print: ofScripts.print + digits + print, epub: ofScripts.epub + digits + epub };
}

/** The book after the steps of the caller's own. */
async function transformed(
  book: Book<Hast>,
  { rehypePlugins = [], transformHtml }: BuildOptions,
): Promise<Book<Hast>> {
  if (rehypePlugins.length > 0) await runPlugins(book, rehypePlugins);
  if (transformHtml === undefined) return book;
  const returned: unknown = await transformHtml(book);
  if (typeof returned !== 'object' || returned === null || !('body' in returned))
    throw new UsageError('transformHtml must return the book, changed or as it was');
  return returned as Book<Hast>;
}

/** The images; whose photographs said where they were taken, is told that they no longer do. */
async function readImages(
  folder: string,
  named: ReadonlyArray<AssetReference>,
  { limits, scratch, options, makePicture }: Job,
): Promise<Assets> {
  const { assets, placed } = await readAssets(folder, named, {
    limits,
    scratch: scratch.path,
    make: makePicture,
  });
  if (placed.length > 0) options.onNote?.(placesRemoved(placed));
  return assets;
}

/** Gathers what must be in the editions from trees which are then let go, for their memory. */
function expectedOnce(written: Book, complete: Book): () => Expected {
  let trees: { readonly written: Book; readonly complete: Book } | undefined = { written, complete };
  let expected: Expected = { notes: [], text: [] };
  return () => {
    if (trees !== undefined)
      expected = {
        notes: expectedNotes(trees.written, trees.complete),
        text: expectedText(trees.complete),
      };
    trees = undefined;
    return expected;
  };
}

/**
 * The scripts to look for faces of: those that neither a font of the author has whole, nor, for quotations,
 * one of the theme.
 */
async function lackedBy({ manuscript, theme, ownFonts }: Source, uses: ScriptUses): Promise<ScriptUses> {
  const main = faceScriptOf(manuscript.metadata.language);
  const own = [...ownFonts.values()].map(({ bytes }) => bytes);
  const ofTheme = theme.fonts.filter(({ use }) => use === 'fallback').map(({ bytes }) => bytes);
  const lacked = new Map(uses);
  for (const [script, { characters }] of uses)
    for (const bytes of script === main ? own : [...own, ...ofTheme])
      if ((await covering(bytes, characters)).length === characters.size) lacked.delete(script);
  return lacked;
}

/** Characters that the book gets from us: folios, list numbers, the hyphen, the scene break. */
const generated = '0123456789ivxlcdmIVXLCDM.()*•◦▪‐- ';

async function chooseFonts(
  book: Book<Hast>,
  { theme, stylesheet, ownFonts }: Source,
  { scriptFaces, scriptStyles }: Pick<ComposedBook, 'scriptFaces' | 'scriptStyles'>,
  job: Job,
): ReturnType<typeof embeddedFonts> {
  const { notes, notesToPages, notesToPage } = book.labels;
  const styled = generatedText(`${theme.stylesheets.print}\n${scriptStyles.print}\n${stylesheet}`);
  const fonts = withScriptFaces(theme.fonts, scriptFaces);
  const named = await namedBy(stylesheet, fonts);
  return embeddedFonts(
    book,
    fonts,
    `${generated}${digitsOf(book.metadata.language) ?? ''}${notes}${notesToPages}${notesToPage}${styled}`,
    [...ownFonts.values()].map(({ bytes }) => bytes),
    job.shelf('fonts'),
    named,
    job.observer.wantsSpareCharacters,
  );
}

/** The families that the author's stylesheet names. */
async function namedBy(stylesheet: string, fonts: ReadonlyArray<Font>): Promise<string[]> {
  // Most books have none and need no reader of CSS.
  if (stylesheet === '') return [];
  const { namedFamilies } = await import('../emit/backed-families.ts');
  return namedFamilies(stylesheet, fonts);
}
