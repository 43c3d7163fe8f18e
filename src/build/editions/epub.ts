import type { Artifact } from '../../book/artifact.ts';
import { withFront } from '../../emit/cover/with-front.ts';
import { forProducts } from '../../html/for-products.ts';
import type { Message } from '../../book/messages/messages.ts';
import type { ComposedBook } from '../composed-book.ts';
import { textLosses } from '../../prove/text/text-losses.ts';
import type { EditionKind, Making, Proof } from './edition.ts';

/** The e-book, packed while Chrome lays the book out and judged while it paints. */
export const epub = {
  name: 'epub',
  title: 'EPUB',
  kind: 'epub',
  product: 'epub',
  suffix: '.epub',
  make: (making) => making.schedule.run('pack the EPUB', () => pack(making)),
  prove,
} as const satisfies EditionKind;

async function pack({ composed, source, front }: Making): Promise<Uint8Array> {
  const { emitEpub } = await import('../../emit/epub/emit-epub.ts');
  const book = forProducts(composed.book, 'epub');
  const looks = {
    fonts: composed.fonts,
    stylesheet: `${source.theme.stylesheets.epub}${composed.scriptStyles.epub}\n${source.stylesheet}`,
  };
  const picture = book.metadata.cover?.image === undefined ? await front : undefined;
  if (picture === undefined) return emitEpub(book, composed.assets, looks);
  const covered = withFront(book, composed.assets, picture);
  return emitEpub(covered.book, covered.assets, looks);
}

async function prove(
  { path, bytes }: Artifact,
  { schedule, notes, text, composed, source }: Making,
): Promise<Proof> {
  const [judged, provedNotes, provedText] = await Promise.all([
    schedule.run('judge the EPUB', () => judge(bytes, path, composed, source.stylesheet)),
    schedule.run('prove the notes of the EPUB', async () => {
      const { checkNotesInEpub } = await import('../../prove/notes/epub-notes.ts');
      return checkNotesInEpub(bytes, notes);
    }),
    schedule.run('prove the text of the EPUB', async () => {
      const { proveEpubText } = await import('../../prove/text/epub-text.ts');
      return proveEpubText(bytes, text());
    }),
  ]);
  return {
    notes: provedNotes,
    text: { count: provedText.count, messages: textLosses('EPUB', provedText.losses) },
    checks: { epubcheck: judged.told },
    further: judged.further,
  };
}

/** What checkers find, at the places in the manuscript that it comes from. */
async function judge(
  bytes: Uint8Array,
  path: string,
  composed: ComposedBook,
  stylesheet: string,
): Promise<{ told: Message[]; further: Message[] }> {
  const { judgeEpub } = await import('../../preflight/epub/judge-epub.ts');
  const { epubcheck, official } = await judgeEpub(bytes, path);
  if (epubcheck.length + official.length === 0) return { told: [], further: [] };
  const { placedInManuscript } = await import('./epub-places.ts');
  const book = forProducts(composed.book, 'epub');
  const told = await placedInManuscript(bytes, path, epubcheck, book, stylesheet);
  const all = await placedInManuscript(bytes, path, official, book, stylesheet);
  // Both checks find most faults, each in words of its own.
  return { told, further: all.filter((each) => !told.some((other) => isSamePlace(each, other))) };
}

function isSamePlace(a: Message, b: Message): boolean {
  return a.rule === b.rule && a.file === b.file && a.line === b.line && a.column === b.column;
}
