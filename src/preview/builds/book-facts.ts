import type { Artifact } from '../../book/artifact.ts';
import { isStored } from '../../book/bytes.ts';
import { parseManifest } from '../../book/manifest.ts';
import type { Metadata } from '../../book/metadata.ts';
import { knownOfPrint } from '../../build/report/known-of-print.ts';
import type { Source } from '../../build/source.ts';
import { bookFacts, type KnownOfBook } from '../../emit/report/book-facts.ts';
import type { PrintedBook } from '../../emit/pdf/print-book.ts';
import type { Fact } from '../protocol.ts';

/** What a release counts in its book. */
export type Counted = Pick<KnownOfBook, 'words' | 'notes' | 'sections' | 'fonts'>;

/** What the manifest of a release counts; undefined where there is no release. */
export function countedIn(artifacts: ReadonlyArray<Artifact>): Counted | undefined {
  const bytes = artifacts.find(({ kind }) => kind === 'manifest')?.bytes;
  const manifest = bytes === undefined || isStored(bytes) ? undefined : parseManifest(bytes);
  if (manifest?.contents === undefined) return undefined;
  const { contents, fonts } = manifest;
  const sum = (what: 'words' | 'notes'): number => contents.reduce((all, each) => all + each[what], 0);
  return { words: sum('words'), notes: sum('notes'), sections: contents.length, fonts };
}

/** The facts of a book, as far as they are known: those of its report. */
export function factsOf(
  metadata: Metadata,
  counted: Counted | undefined,
  printed: PrintedBook | undefined,
  source: Source | undefined,
): Fact[] {
  const print = printed === undefined || source === undefined ? {} : knownOfPrint(source, printed);
  return bookFacts(metadata, { ...print, ...counted }).map(([name, value]) => ({ name, value }));
}
