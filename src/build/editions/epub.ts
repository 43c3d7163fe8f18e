import type { Artifact } from '../../book/artifact.ts';
import { withFront } from '../../emit/cover/with-front.ts';
import { forProducts } from '../../html/for-products.ts';
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
    stylesheet: `${source.theme.stylesheets.epub}\n${source.stylesheet}`,
  };
  const picture = book.metadata.cover?.image === undefined ? await front : undefined;
  if (picture === undefined) return emitEpub(book, composed.assets, looks);
  const covered = withFront(book, composed.assets, picture);
  return emitEpub(covered.book, covered.assets, looks);
}

async function prove({ path, bytes }: Artifact, { schedule, notes, text }: Making): Promise<Proof> {
  const [judged, provedNotes, provedText] = await Promise.all([
    schedule.run('judge the EPUB', async () => {
      const { judgeEpub } = await import('../../preflight/epub/judge-epub.ts');
      return judgeEpub(bytes, path);
    }),
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
    checks: { epubcheck: judged.epubcheck },
    further: judged.official,
  };
}
