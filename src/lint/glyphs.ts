import { furtherPlaces } from '../book/messages/further-places.ts';
import { report } from '../book/messages/messages.ts';
import type { RuleId } from '../book/messages/rules.ts';
import type { Book, Hast } from '../book/book.ts';
import type { ScriptUses } from '../language/script-uses.ts';
import { faceScriptsWith, scriptFaces } from '../language/scripts.ts';
import { nameCharacters } from './name-characters.ts';
import { lackingTexts, type Lacking } from './lacking-texts.ts';

/** How many characters a message names. */
const named = 5;

/**
 * Reports the characters that no font of the book has, one message a script or kind: an error where texts
 * would be blank, else a warning.
 *
 * @param missing the characters, as the step that cuts the fonts down found them
 * @param uses the scripts of the book that need faces of their own
 */
export function checkGlyphs(book: Book<Hast>, missing: ReadonlySet<string>, uses: ScriptUses): void {
  if (missing.size === 0) return;
  for (const [kind, lacking] of lackingTexts(book, missing, uses)) {
    const { places, characters, blank } = lacking;
    const [first, ...others] = places;
    if (first === undefined) continue;
    const reason = blank
      ? blankReason(kind, lacking)
      : `No font of the book has ${nameCharacters(characters)}`;
    const rule: RuleId = blank ? 'face-missing' : 'glyph-missing';
    report(first.file, rule, `${reason}${furtherPlaces(others)}`, first.point, hintFor(kind, uses));
  }
}

function blankReason(kind: string, { characters, count }: Lacking): string {
  const script = scriptFaces()[kind];
  const letters = script === undefined ? 'the letters of this text' : `the ${script.name} script`;
  const sample = [...characters].slice(0, named).join(' ');
  return `No font at hand has ${letters}: ${count} characters would be blank (${sample}${characters.size > named ? ' …' : ''})`;
}

/** Which package brings the face, if that is known. */
function hintFor(kind: string, uses: ScriptUses): { readonly hint?: string } {
  const script = scriptFaces()[kind];
  if (script === undefined) return {};
  const unmarked = uses.get(kind)?.languages.size === 0 && sharesCharacters(uses.get(kind)?.characters);
  const mark = unmarked ? ' If its language is another, name that: :lang[…]{ja}.' : '';
  return {
    hint: `Run \`npm install ${script.package}\` in the manuscript folder, or put a font into fonts/ and name it in theme.css.${mark}`,
  };
}

function sharesCharacters(characters: ReadonlySet<string> = new Set()): boolean {
  return [...characters].some((character) => faceScriptsWith(character).length > 1);
}
