import type { Contributor, Metadata } from '../../book/metadata.ts';
import { some, type Thing } from './thing.ts';
import { dictionary } from '../../book/dictionary.ts';

/** The properties of https://schema.org/Book for what people do, by MARC relator code. */
const properties = dictionary<string>({
  aut: 'author',
  cre: 'author',
  poe: 'author',
  edt: 'editor',
  edc: 'editor',
  ill: 'illustrator',
  trl: 'translator',
});

/**
 * Those who made the book, by the property that says how.
 *
 * @param contributors in the order of the title page
 */
export function peopleOf(
  contributors: ReadonlyArray<Contributor>,
): Record<string, Thing | Thing[] | undefined> {
  const kinds = new Set(contributors.map(kindOf));
  return Object.fromEntries(
    [...kinds].map((kind) => [
      kind,
      some(contributors.filter((contributor) => kindOf(contributor) === kind).map(person)),
    ]),
  );
}

function kindOf({ role }: Contributor): string {
  return properties[role] ?? 'contributor';
}

function person({ name, affiliation, orcid, organization }: Contributor): Thing {
  if (organization === true) return { '@type': 'Organization', name };
  return {
    '@type': 'Person',
    '@id': orcid && `https://orcid.org/${orcid}`,
    name,
    affiliation: affiliation === undefined ? undefined : { '@type': 'Organization', name: affiliation },
    sameAs: orcid && `https://orcid.org/${orcid}`,
  };
}

/** The holder of rights: one of those who made the book, or a body. */
export function holder(name: string, { contributors }: Metadata): Thing {
  const known = contributors.find((contributor) => contributor.name === name);
  return known === undefined ? { '@type': 'Organization', name } : person(known);
}
