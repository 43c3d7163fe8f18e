import type { Font } from '../book/theme.ts';
import { familyLists, type FamilyList } from '../css/font-families.ts';
import { familyStack } from './font-face.ts';

/** What browsers take for letters without serifs: the one font they find beside those of the book. */
const sansSerif = '"Source Sans 3"';

/**
 * A stylesheet whose lists of families all end in the faces of the book: a character that the first
 * families lack, or whose families nobody brings, is set in one of those, and never left blank.
 *
 * @param fonts of the book
 */
export function backedFamilies(css: string, fonts: ReadonlyArray<Font>): string {
  const parts: string[] = [];
  let done = 0;
  for (const list of familyLists(css)) {
    if (list.brings || list.refers || (list.families.length === 0 && list.generic === undefined)) continue;
    const stack = stackFor(list, fonts);
    if (stack === '') continue;
    const isLed = list.generic === undefined || list.generic === 'serif' || list.generic === 'monospace';
    const at = isLed ? list.tail : list.end;
    if (!isLed) parts.push(css.slice(done, at), `, ${sansSerif}, ${stack}`);
    else if (at === list.end) parts.push(css.slice(done, at), `, ${stack}`);
    else parts.push(css.slice(done, at), `${stack}, `);
    done = at;
  }
  return [...parts, css.slice(done)].join('');
}

/** Every family of the book, those for such text first. */
function stackFor({ generic }: FamilyList, fonts: ReadonlyArray<Font>): string {
  const uses = generic === 'monospace' ? (['code', 'text'] as const) : (['text', 'heading', 'code'] as const);
  const families = uses.flatMap((use) => familyStack(fonts, use, '').split(', '));
  return [...new Set(families)].filter((family) => family !== '').join(', ');
}
