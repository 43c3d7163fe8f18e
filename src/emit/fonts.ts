import type { Book, Hast } from '../book/book.ts';
import { noShelf, type Shelf } from '../book/shelf.ts';
import type { Font } from '../book/theme.ts';
import { charactersByUse, type CharactersByUse, type Setting } from './characters-by-use.ts';
import { covering, cutFaces } from './cut-faces.ts';
import { cutScriptFaces } from './script-faces.ts';
import { spareCharacters } from './spare-characters.ts';

/** Emoji, and what they are joined by. */
const pictograph = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20E3]/u;

/** Uses in the order in which their faces are asked for a character that no face of a script has. */
const cascade: ReadonlyArray<Setting> = ['heading', 'text', 'code', 'math', 'fallback'];

/** Characters that need no glyph. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u;

/** Characters that no face needs to be brought along for: shapers leave them out. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** Characters of no script in particular, such as operators and arrows. */
const symbol = /\p{Script_Extensions=Common}/u;

/** What both editions embed, and what they cannot show. */
export interface EmbeddedFonts {
  readonly fonts: ReadonlyArray<Font>;
  /** Visible characters of the book that no font has. */
  readonly missing: ReadonlySet<string>;
}

/**
 * The fonts cut down to the characters of the book.
 *
 * Each face gets the characters of its use, those of headings all of the text; the mathematical face also the symbols, a fallback
 * face every character that the faces of its use lack. Faces of scripts are asked first, those of emoji last.
 * A face without any is left out.
 *
 * @param extra characters that stand in no section: folios, list markers, generated content
 * @param own fonts the author brings, which are embedded whole: what they have is not missing
 * @param cuts what an earlier build cut
 * @param named families by which a stylesheet of the author may set any text: they get all characters
 * @param isGrowing whether faces of text, headings, code and scripts also get what may be typed next
 */
export async function embeddedFonts(
  book: Book<Hast>,
  fonts: ReadonlyArray<Font>,
  extra: string,
  own: ReadonlyArray<Uint8Array> = [],
  cuts: Shelf = noShelf,
  named: ReadonlyArray<string> = [],
  isGrowing = false,
): Promise<EmbeddedFonts> {
  const ledBy = new Set(fonts.flatMap(({ languages }) => languages ?? []));
  const characters = charactersByUse(book, extra, ledBy);
  const { open, joined } = characters;
  const spare = isGrowing ? spareFor(characters, fonts) : new Set<string>();
  const ofScripts = await cutScriptFaces(fonts, characters, cuts, spare);
  const all = new Set(cascade.flatMap((use) => [...open[use]]));
  const embedded: Font[] = [];
  for (const use of cascade) {
    const requests = cascade.flatMap((setting) =>
      [...open[setting]]
        .filter((character) => mayStandIn(use, setting, character))
        .map((character) => ({ character, setting })),
    );
    const wanted = new Set(requests.map(({ character }) => character));
    const cases = (asked: ReadonlySet<string>): ReadonlySet<string> =>
      use === 'text' || use === 'heading' ? withOtherCase(asked) : asked;
    const besides = growing.has(use) ? spare : [];
    const ofUse = fonts.filter((face) => face.use === use);
    const others = ofUse.filter(({ family }) => !named.includes(family));
    const { faces, covered } = await cutFaces(others, new Set([...cases(wanted), ...besides]), cuts);
    for (const { character, setting } of requests)
      if (covered.has(character)) open[setting].delete(character);
    const whole = ofUse.filter(({ family }) => named.includes(family));
    const ofAll = await cutFaces(whole, new Set([...withOtherCase(all), ...besides]), cuts);
    for (const set of Object.values(open)) for (const character of ofAll.covered) set.delete(character);
    embedded.push(...inOrder(ofUse, [...faces, ...ofAll.faces]));
  }
  const left = new Set(cascade.flatMap((use) => [...open[use]].filter((each) => pictograph.test(each))));
  const emoji = await cutFaces(
    fonts.filter(({ use }) => use === 'emoji'),
    new Set([...left, ...joined]),
    cuts,
  );
  for (const set of Object.values(open)) for (const character of emoji.covered) set.delete(character);
  const missing = new Set(cascade.flatMap((use) => [...open[use]].filter((each) => !invisible.test(each))));
  for (const bytes of own) for (const character of await covering(bytes, missing)) missing.delete(character);
  return { fonts: [...embedded, ...ofScripts, ...emoji.faces], missing };
}

/** Uses whose faces may get what may be typed next: of the others a book has a few characters only. */
const growing: ReadonlySet<Setting> = new Set(['heading', 'text', 'code']);

function spareFor({ open, led }: CharactersByUse, fonts: ReadonlyArray<Font>): ReadonlySet<string> {
  const used = [...open.text, ...open.code, ...[...led.values()].flatMap((set) => [...set])];
  return spareCharacters(
    used,
    fonts.flatMap(({ script }) => script ?? []),
  );
}

/** Faces in the order in which a theme has them. */
function inOrder(faces: ReadonlyArray<Font>, cut: ReadonlyArray<Font>): Font[] {
  return faces.flatMap(({ file }) => cut.filter((face) => face.file === file));
}

/** Whether faces for one use are asked for a character of text set in those for another. */
function mayStandIn(use: Setting, setting: Setting, character: string): boolean {
  if (use === setting) return true;
  if (ignorable.test(character)) return false;
  if (setting === 'heading' && use === 'text') return true;
  // Mathematical faces have letters of other scripts too, but they do not join to words.
  return use === 'fallback' || (use === 'math' && symbol.test(character));
}

/** Small capitals and capitals are made of the other case. */
function withOtherCase(characters: ReadonlySet<string>): Set<string> {
  return new Set(
    [...characters].flatMap((each) => [each, ...Array.from(each.toUpperCase() + each.toLowerCase())]),
  );
}
