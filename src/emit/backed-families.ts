import type { Font } from '../book/theme.ts';
import { familyLists, type FamilyList } from '../css/font-families.ts';
import { familyStack } from './font-face.ts';
import { dictionary } from '../book/dictionary.ts';

type Use = Parameters<typeof familyStack>[1];

/** The family for letters without serifs, which every theme has. */
const sansSerif = 'Source Sans 3';

/** What the families of a generic name are, in this order. */
const usesOfGenerics = dictionary<ReadonlyArray<Use>>({
  monospace: ['code', 'text'],
  'ui-monospace': ['code', 'text'],
  math: ['math', 'text'],
});
const usesOfText: ReadonlyArray<Use> = ['text', 'heading', 'code'];

/** Generic families that are letters with serifs, if not drawn for code or formulas. */
const withSerifs = new Set([undefined, 'serif', 'ui-serif', 'fangsong', 'emoji']);

/**
 * A stylesheet whose lists of families all end in the faces of the book: a character that the first
 * families lack, or whose families nobody brings, is set in one of those, and never left blank. Generic families
 * are faces of the book too, so that no machine has its own for them.
 *
 * @param fonts of the book
 */
export function backedFamilies(css: string, fonts: ReadonlyArray<Font>): string {
  const parts: string[] = [];
  let done = 0;
  const lists = familyLists(css);
  const backing = namedIn(lists, fonts);
  for (const list of lists) {
    if (list.brings || (list.refers && list.properties.length === 0)) continue;
    if (list.families.length === 0 && list.generic === undefined && !list.refers) continue;
    const stack = stackFor(list, fonts, backing);
    if (stack === '') continue;
    if (list.tail === list.end) parts.push(css.slice(done, list.end), `, ${stack}`);
    else parts.push(css.slice(done, list.tail), `${stack}, `);
    done = list.tail;
  }
  return [...parts, css.slice(done)].join('');
}

/**
 * The families that an author's stylesheet names, by which it may set any text of the book: those it brings, and
 * those of the theme, also by the properties and generic families that stand for them.
 *
 * @param fonts of the book
 */
export function namedFamilies(css: string, fonts: ReadonlyArray<Font>): string[] {
  return namedIn(familyLists(css), fonts);
}

function namedIn(lists: ReadonlyArray<FamilyList>, fonts: ReadonlyArray<Font>): string[] {
  const ofTheme = new Map(fonts.map(({ family }) => [family.toLowerCase(), family]));
  const named = new Set<string>();
  const ofUse = (use: string | undefined): string[] =>
    fonts.filter((font) => font.use === use).map(({ family }) => family);
  for (const { brings, families, generic, properties } of lists) {
    const known = families.flatMap((family) => ofTheme.get(family.toLowerCase()) ?? (brings ? family : []));
    const referred = properties.flatMap((property) => ofUse(/^--(\w+)-family$/.exec(property)?.[1]));
    const leading = generic === undefined ? [] : ofUse(usesOfGenerics[generic]?.[0]);
    const plain = isPlain(generic) ? (ofTheme.get(sansSerif.toLowerCase()) ?? []) : [];
    for (const family of [known, referred, leading, plain].flat()) named.add(family);
  }
  return [...named];
}

function isPlain(generic: string | undefined): boolean {
  return !withSerifs.has(generic) && usesOfGenerics[generic ?? ''] === undefined;
}

/** Every family of the book, those for such text first. */
function stackFor(
  { generic }: FamilyList,
  fonts: ReadonlyArray<Font>,
  backing: ReadonlyArray<string>,
): string {
  const uses = usesOfGenerics[generic ?? ''] ?? usesOfText;
  const families = uses.flatMap((use) => familyStack(fonts, use, '').split(', '));
  const first = isPlain(generic) ? [`"${sansSerif}"`] : [];
  const last = backing.map((family) => `"${family}"`);
  return [...new Set([...first, ...families, ...last])].filter((family) => family !== '').join(', ');
}
