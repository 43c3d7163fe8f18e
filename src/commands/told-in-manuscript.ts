import { isStored, type Bytes } from '../book/bytes.ts';
import type { Manifest } from '../book/manifest.ts';
import type { Message } from '../book/messages/messages.ts';
import { asTold } from '../book/messages/told-elsewhere.ts';
import { weighed } from '../book/messages/weighed.ts';
import { writtenBook } from '../book/written.ts';
import { placedInManuscript } from '../prove/places/epub-places.ts';
import { placedOnPages } from '../prove/places/page-places.ts';
import { placedForStores } from '../prove/places/store-places.ts';
import { UnreadableFile } from '../prove/unreadable-file.ts';

/** A file of a release that was judged. */
export interface JudgedFile {
  readonly name: string;
  readonly bytes: Bytes;
  readonly sha256: string;
}

/**
 * What was found in a file of a release, as grave as the book has it: as its build has told it, and what the build has not
 * found, at the places in the manuscript that the manifest tells of. Findings about the whole file, about pages nobody
 * wrote and about styles stay as they are, and so do those in a file that was changed since.
 *
 * @param findings with the name of the file
 */
export async function toldInManuscript(
  findings: ReadonlyArray<Message>,
  file: JudgedFile,
  manifest: Manifest | undefined,
): Promise<Message[]> {
  if (manifest === undefined) return [...findings];
  const { epubcheck, stores, preflight } = manifest.checks ?? {};
  const told = [epubcheck, stores, preflight].flatMap((each) => each?.messages ?? []);
  const grave = weighed(findings, manifest.metadata.rules ?? {});
  const known = asTold(grave, told);
  const isAsReleased = manifest.artifacts.some(
    ({ path, sha256 }) => path === file.name && sha256 === file.sha256,
  );
  if (!isAsReleased) return known;
  const placing = placer(file, manifest);
  return Promise.all(
    known.map(async (message, index) => (message === grave[index] ? placing(message) : message)),
  );
}

/** What tells a finding where it was written. */
function placer(
  { name, bytes }: JudgedFile,
  { written, media = [], contents = [] }: Manifest,
): (finding: Message) => Promise<Message> {
  const ids = contents.map(({ id }) => id);
  const book = written === undefined ? undefined : writtenBook(written, media, ids);
  return async (finding) => {
    if (written === undefined || book === undefined) return finding;
    if (name.endsWith('.pdf')) return placedOnPages([finding], book)[0] ?? finding;
    if (isStored(bytes)) return finding;
    try {
      // Rules of checkers have a slash, those of stores have none.
      const [told = finding] = finding.rule.includes('/')
        ? await placedInManuscript(bytes, name, [finding], book, '')
        : await placedForStores(bytes, name, [finding], book, written.selling);
      return told;
    } catch (error) {
      // A manifest may list any file as released: of what is no e-book, nothing was written.
      if (error instanceof UnreadableFile) return finding;
      throw error;
    }
  };
}
