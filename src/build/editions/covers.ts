import type { Bytes } from '../../book/bytes.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { ComposedBook } from '../composed-book.ts';
import type { Job } from '../job.ts';
import type { Source } from '../source.ts';
import type { Making } from './edition.ts';

/** Whether the cover of a book must be set in type before there can be an e-book with it. */
export function needsFront({ cover }: Metadata): boolean {
  return cover !== undefined && cover.image === undefined;
}

/** The front of the cover: for stores beside the press edition, for the e-book where it is set in type. */
export function frontOf(
  job: Job,
  { manuscript }: Source,
  { book, assets, scriptFaces }: ComposedBook,
): Promise<Uint8Array> | undefined {
  const { cover } = manuscript;
  if (book.metadata.cover === undefined || cover === undefined) return undefined;
  if (!job.wants('press') && !(job.wants('epub') && needsFront(book.metadata))) return undefined;
  return job.browser().then(async ({ browser }) => {
    const { makeFront } = await import('./make-cover.ts');
    return makeFront({ book, assets, scriptFaces, source: cover }, browser);
  });
}

/** The whole cover, where there is a press edition for it to go around. */
export async function wrapOf(
  job: Job,
  { browser: running, source, composed, print }: Making,
): Promise<Bytes | undefined> {
  if (!job.wants('press')) return undefined;
  const { book, assets, scriptFaces } = composed;
  const { cover, printing, profiles } = source.manuscript;
  const printed = await print;
  if (printed?.pdf === undefined || book.metadata.cover === undefined || cover === undefined)
    return undefined;
  if (printing === undefined || profiles === undefined) return undefined;
  const { browser } = await running();
  const [{ makeCover }, { finishCover }] = await Promise.all([
    import('./make-cover.ts'),
    import('../../emit/pdf/press/finish-cover.ts'),
  ]);
  const { printer, paper } = printing;
  return makeCover(
    { book, assets, scriptFaces, source: cover },
    { printer, paper, pages: printed.pageMap.pages.length },
    browser,
    async (pdf, geometry) => finishCover(pdf, book, geometry, profiles, browser),
  );
}
