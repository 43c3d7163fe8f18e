import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';
import { didYouMean } from '../../book/nearest.ts';

/**
 * Reports families that a stylesheet asks for and nobody brings, each once, where no other of their list is there.
 *
 * @param file theme.css
 * @param known the families of the book
 */
export async function reportUnknownFamilies(file: VFile, known: ReadonlyArray<string>): Promise<void> {
  const { familyLists } = await import('../../css/font-families.ts');
  const lists = familyLists(String(file));
  const brought = [...known, ...lists.flatMap(({ brings, families }) => (brings ? families : []))];
  const names = new Set(brought.map((family) => family.toLowerCase()));
  const told = new Set<string>();
  for (const { brings, families, refers, start } of lists) {
    const [first] = families;
    if (brings || refers || first === undefined || told.has(first)) continue;
    if (families.some((family) => names.has(family.toLowerCase()))) continue;
    told.add(first);
    const near = didYouMean(first, brought);
    report(
      file,
      'font-unknown',
      `Nothing brings the font family "${first}": print has the face of the theme instead`,
      pointIn(file, start),
      near === undefined ? {} : { hint: near },
    );
  }
}
