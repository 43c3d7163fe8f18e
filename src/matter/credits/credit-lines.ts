import { fill, type Labels } from '../../book/labels.ts';
import type { Contributor } from '../../book/metadata.ts';
import { joinNames } from '../../language/formats.ts';

/** Authors, creators and poets, who stand on the title page by name alone. */
export const authorRoles: ReadonlySet<string> = new Set(['aut', 'cre', 'poe']);

/**
 * One line for each role but the author's, with everyone who has it: "Translated by A and B". The
 * roles stand in the order they first appear; one without wording takes that of a contributor (`ctb`).
 *
 * @param contributors the contributors in the order of the metadata
 * @param labels the wording
 * @param language BCP 47, for the enumeration
 */
export function creditLines(
  contributors: ReadonlyArray<Contributor>,
  labels: Labels,
  language: string,
): string[] {
  const byRole = new Map<string, string[]>();
  for (const { name, role } of contributors) {
    if (authorRoles.has(role)) continue;
    const known = labels.credits[role] === undefined ? 'ctb' : role;
    const names = byRole.get(known);
    if (names === undefined) byRole.set(known, [name]);
    else names.push(name);
  }
  return [...byRole].map(([role, names]) =>
    fill(labels.credits[role] ?? '{names}', { names: joinNames(names, language) }),
  );
}
