import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact } from '../book/artifact.ts';
import { emitSeries, type ReportedBook } from '../emit/report/emit-series.ts';
import { pictureOf } from '../machine/pictures/picture-of.ts';
import { artifact } from '../release/artifacts.ts';
import { version } from '../version.ts';
import type { SeriesBook } from './books.ts';
import { isReleased, type Outcome } from './outcome.ts';

/** Pixels on the longer side of a cover. */
const longest = 320;

/**
 * The report of a series for people, to lie beside its releases.
 *
 * @param hasPictures whether it shows the covers
 */
export async function seriesPage(
  books: ReadonlyArray<SeriesBook>,
  outcomes: ReadonlyArray<Outcome>,
  hasPictures: boolean,
): Promise<Artifact> {
  const reported = await Promise.all(
    books.map(async (book, index) => {
      const told = reportedBook(book, outcomes[index] as Outcome);
      return hasPictures ? { ...told, cover: await coverOf(book, told) } : told;
    }),
  );
  return artifact('series.html', 'report', await emitSeries(reported, version));
}

function reportedBook({ name, folder }: SeriesBook, outcome: Outcome): ReportedBook {
  const isOut = isReleased(outcome);
  if (outcome.kind === 'failed') {
    const nothing = { language: 'en', authors: [], pages: null, messages: [], files: [] };
    return { name, title: folder, isReleased: isOut, fault: 'was not built', ...nothing };
  }
  const { title, language, authors, pages, messages, artifacts } = outcome.book;
  const files = artifacts.map(({ bytes, ...file }) => ({ ...file, size: bytes }));
  return { name, title, language, authors, isReleased: isOut, pages, messages, files };
}

/** The picture on its front, small. */
async function coverOf({ out }: SeriesBook, { title, files }: ReportedBook): Promise<ReportedBook['cover']> {
  const file = files.find(({ kind }) => kind === 'cover-image');
  if (file === undefined) return undefined;
  const made = await pictureOf(await readFile(join(out, file.path)), { longest, quality: 80 });
  return made && { caption: `Cover of ${title}`, ...made };
}
