import type { Contributor, Metadata } from '../book/metadata.ts';
import { nobody } from '../book/nobody.ts';
import { filedName, filedTitle } from '../language/filing.ts';

/** The title as alphabetical lists have it; undefined where they have it as it is. */
export function sortTitle({ title, sortAs, language }: Metadata): string | undefined {
  return sortAs ?? filedTitle(title, language);
}

/**
 * The name of one who made the book as alphabetical lists have it: as book.yaml says, else as it most likely is;
 * undefined where they have it as it is, as that of a body.
 *
 * @param contributor whose name it is
 * @param metadata of the book
 */
export function sortName(contributor: Contributor, { language }: Metadata): string | undefined {
  const { name, sortAs, organization } = contributor;
  return sortAs ?? (organization === true ? undefined : filedName(name, language));
}

/**
 * A note on the names that are filed by guess; undefined where book.yaml says of all how they are.
 *
 * @param metadata of the book
 */
export function guessedNames(metadata: Metadata): string | undefined {
  const guessed = metadata.contributors.flatMap((each) => {
    const filed = each.sortAs === undefined && each.name !== nobody ? sortName(each, metadata) : undefined;
    return filed === undefined ? [] : [`“${filed}”`];
  });
  if (guessed.length === 0) return undefined;
  return `Catalogues list by guess ${[...new Set(guessed)].join(', ')}: give contributors sortAs where that is wrong, or organization: true.`;
}
