import type { Element } from 'hast';

/** Elements that stand for a mark and its note until the text is Markdown; each has a `label`. */
export const noteReference = 'note-reference';
export const noteDefinition = 'note-definition';

/** `#note` and `page.html#note` → `note`; undefined where a link leads to no place. */
export function fragmentOf({ properties: { href } }: Element): string | undefined {
  if (typeof href !== 'string') return undefined;
  const fragment = href.split('#')[1];
  if (fragment === undefined || fragment === '') return undefined;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The names by which links lead to an element. */
export function idsOf({ properties }: Element): string[] {
  return [properties['id'], properties['name']].filter((id): id is string => typeof id === 'string');
}

/** Whether a heading says that notes follow. */
export function namesNotes(heading: string): boolean {
  return namesOfNotes.test(heading.trim());
}

const namesOfNotes =
  /^\W*(?:(?:foot|end)?notes?|notes and references|references|anmerkungen|fu(?:ß|ss)noten|endnoten|einzelnachweise|notas(?: al pie)?|note|notes de (?:fin|bas de page)|notes et références|noten|voetnoten|przypisy|примечания|примітки|сноски|виноски|الحواشي|الهوامش|ملاحظات|הערות(?: שוליים)?|注|註|脚注|注釈|原注)\W*$/iu;
