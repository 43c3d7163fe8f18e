import { SaxesParser } from 'saxes';
import { openEpub } from '../epub-container.ts';
import type { ExpectedSection } from './expected-text.ts';
import { visibleText, type Folding } from './folding.ts';
import type { Shown } from './reading-order.ts';
import { proveText, type TextProof } from './prove-text.ts';

/**
 * What an EPUB has of the text. The navigation document, which stands for the contents, and the notes,
 * which have a proof of their own, are not asked for.
 *
 * @param epub the finished file
 * @param expected the text of the book
 */
export async function proveEpubText(
  epub: Uint8Array,
  expected: ReadonlyArray<ExpectedSection>,
): Promise<TextProof> {
  const wanted = expected
    .filter(({ role, products }) => role !== 'toc' && (products?.includes('epub') ?? true))
    .map((section) => ({
      ...section,
      passages: section.passages.filter(({ note }) => note === undefined),
    }));
  const ids = new Set(wanted.map(({ id }) => id));
  const folding = visibleText();
  const shown = new Map<string, Shown[]>();
  const { spine, read } = await openEpub(epub);
  for (const path of spine) readSections(await read(path), ids, folding, shown);
  return proveText(wanted, ({ id }) => shown.get(id) ?? [], folding);
}

/**
 * Adds the texts of the sections in a document.
 *
 * @param shown the texts by the ids of sections
 */
export function readSections(
  xhtml: string,
  ids: ReadonlySet<string>,
  folding: Folding,
  shown: Map<string, Shown[]>,
): void {
  let runs: Shown[] | undefined;
  const parser = new SaxesParser({ position: false });
  // A document that is not well-formed is EPUBCheck's to report; what it holds up to there counts.
  parser.on('error', () => undefined);
  parser.on('opentag', ({ attributes: { id, 'data-continues': begun } }) => {
    // A section may go on in further documents.
    if (typeof begun === 'string' && ids.has(begun)) runs = shown.get(begun);
    if (typeof id !== 'string' || !ids.has(id)) return;
    runs = [];
    shown.set(id, runs);
  });
  parser.on('text', (text) => {
    const letters = folding.fold(text);
    if (letters !== '') runs?.push({ letters });
  });
  parser.write(xhtml).close();
}
