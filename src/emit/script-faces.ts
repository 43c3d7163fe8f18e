import type { Shelf } from '../book/shelf.ts';
import type { Font } from '../book/theme.ts';
import { usesCharacter } from '../language/scripts.ts';
import type { CharactersByUse } from './characters-by-use.ts';
import { cutFaces } from './cut-faces.ts';

/** Letters that the text faces have: faces of other scripts bring some too, but not to match. Wide ones (Ａ) are theirs. */
const alphabetic = /(?![\uFF01-\uFF5E])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * The faces of scripts cut down to the characters of the book, which are taken out of those that other
 * faces are asked for.
 *
 * In its languages such a face leads: it sets all but the letters that the text faces have, so that signs and
 * figures match its letters. Elsewhere it sets what is of its script.
 *
 * @param fonts faces of any use
 * @param cuts what an earlier build cut
 * @param spare characters that they get besides, as far as they would set them
 */
export async function cutScriptFaces(
  fonts: ReadonlyArray<Font>,
  { open, led }: CharactersByUse,
  cuts: Shelf,
  spare: ReadonlySet<string> = new Set(),
): Promise<Font[]> {
  const scripts = fonts.filter(({ use }) => use === 'script');
  const embedded: Font[] = [];
  for (const family of new Set(scripts.map((font) => font.family))) {
    const faces = scripts.filter((font) => font.family === family);
    const script = faces[0]?.script ?? '';
    const leading = faces[0]?.languages?.flatMap((language) => led.get(language) ?? []) ?? [];
    const elsewhere = [open.heading, open.text, open.code, open.math].map((set) => ({
      set,
      asked: [...set].filter((character) => usesCharacter(script, character)),
    }));
    const besides = [...spare].filter((character) =>
      leading.length > 0 ? !alphabetic.test(character) : usesCharacter(script, character),
    );
    const asked = [
      ...besides,
      ...leading.flatMap((set) => [...set].filter((character) => !alphabetic.test(character))),
      ...elsewhere.flatMap((each) => each.asked),
    ];
    const cut = await cutFaces(faces, withParts(asked), cuts);
    embedded.push(...cut.faces);
    for (const set of leading) for (const character of cut.covered) set.delete(character);
    for (const each of elsewhere)
      for (const character of each.asked) if (cut.covered.has(character)) each.set.delete(character);
  }
  for (const set of led.values())
    for (const character of set) {
      open.text.add(character);
      open.heading.add(character);
    }
  return embedded;
}

/** Shapers take some characters apart, such as the Thai sara am, and put others together. */
function withParts(characters: ReadonlyArray<string>): Set<string> {
  const forms = (['NFC', 'NFD', 'NFKD'] as const).flatMap((form) =>
    characters.flatMap((character) => Array.from(character.normalize(form))),
  );
  return new Set([...characters, ...forms.filter((each) => !alphabetic.test(each))]);
}
