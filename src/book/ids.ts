/** What ids in the shared file of notes have in place of a section. */
export const sharedNotesId = 'shared';

/**
 * The id under which an anchor written by the author in raw HTML (`<a id="map">`) stands in
 * the book: prefixed with its section, so that two chapters may use the same name.
 *
 * @param section the id of the section the anchor stands in
 * @param id the author's own id
 * @returns an ASCII XML name; it cannot meet the id of a heading or note, which have no `---`
 */
export function authorId(section: string, id: string): string {
  return `${section}---${id.replace(/[^\w.-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}`)}`;
}
