import JSZip from 'jszip';
import { sections, type Assets, type Book, type Hast } from '../../book/book.ts';
import { isStored } from '../../book/bytes.ts';
import { emitEpub } from '../../emit/epub/emit-epub.ts';
import { forProducts } from '../../html/for-products.ts';

/** A document of an e-book: its path in the container, and its text. */
export interface ChapterDocument {
  readonly path: string;
  readonly text: string;
}

/**
 * What the e-book has of a chapter, as it comes out of an e-book of it alone: its links to the rest lead nowhere until
 * the whole book has been built.
 *
 * @param book with that chapter alone
 */
export async function chapterDocument(
  book: Book<Hast>,
  assets: Assets,
): Promise<ChapterDocument | undefined> {
  const { cover: _, ...metadata } = book.metadata;
  const alone = forProducts({ ...book, metadata }, 'epub');
  const bytes = await emitEpub(alone, assets, { fonts: [], stylesheet: '' });
  const [section] = sections(alone);
  if (section === undefined || isStored(bytes)) return undefined;
  const path = `OEBPS/${section.id}.xhtml`;
  const text = await (await JSZip.loadAsync(bytes)).file(path)?.async('string');
  return text === undefined ? undefined : { path, text };
}
