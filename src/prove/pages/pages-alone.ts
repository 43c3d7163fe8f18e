import { openEpub } from '../epub-container.ts';

/** The mark of a printed page, which holds nothing, and what tells of notes to which pages they are. */
const ofPages =
  /<span id="[^"<>]*" role="doc-pagebreak" epub:type="pagebreak" aria-label="[^"<>]*"><\/span>|<p class="notes-to-pages">.*?<\/p>/gs;

/**
 * Whether an EPUB has nothing but marks and names of printed pages besides what another has: in the same content
 * documents, in the same order, the same to the letter. The navigation document, which lists the pages, is not
 * asked for.
 */
export async function hasPagesAlone(marked: Uint8Array, other: Uint8Array): Promise<boolean> {
  const [one, two] = await Promise.all([openEpub(marked), openEpub(other)]);
  if (one.navigation !== two.navigation || one.spine.join('\n') !== two.spine.join('\n')) return false;
  for (const path of one.spine) {
    if (path === one.navigation) continue;
    const text = await one.read(path);
    if (text === '' || text.replaceAll(ofPages, '') !== (await two.read(path))) return false;
  }
  return true;
}
