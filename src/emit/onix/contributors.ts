import type { Contributor, Metadata } from '../../book/metadata.ts';
import { sortName } from '../sort-names.ts';
import { translatedFrom } from '../translation.ts';
import { composite, field, flag, optional, type Content } from './element.ts';
import { languageCodes } from './language-codes.ts';
import { roleCode } from './role-codes.ts';

/**
 * Everybody who had a part in the book, each once with all roles (ONIX 3.0, P.7).
 *
 * @param metadata the metadata of the book
 */
export function contributorsOf(metadata: Metadata): Content {
  const people = new Map<string, Contributor[]>();
  for (const person of metadata.contributors) {
    people.set(person.name, [...(people.get(person.name) ?? []), person]);
  }
  if (people.size === 0) return flag('NoContributor');
  return [...people.values()].map((parts, index) => contributor(parts, index + 1, metadata));
}

function contributor(parts: ReadonlyArray<Contributor>, sequence: number, metadata: Metadata): Content {
  const known = (key: 'name' | 'affiliation' | 'orcid') =>
    parts.map((part) => part[key]).find((value) => value !== undefined);
  const roles = new Set(parts.map(({ role }) => roleCode(role)));
  const from = roles.has('B06') ? translatedFrom(metadata)?.language : undefined;
  return composite(
    'Contributor',
    field('SequenceNumber', sequence),
    [...roles].map((role) => field('ContributorRole', role)),
    from === undefined
      ? undefined
      : [
          field('FromLanguage', languageCodes(from).language),
          field('ToLanguage', languageCodes(metadata.language).language),
        ],
    orcid(known('orcid')),
    parts.some(({ organization }) => organization === true)
      ? field('CorporateName', known('name'))
      : [
          field('PersonName', known('name')),
          field(
            'PersonNameInverted',
            parts.map((part) => sortName(part, metadata)).find((name) => name !== undefined),
          ),
          optional('ProfessionalAffiliation', field('Affiliation', known('affiliation'))),
        ],
  );
}

/** Code list 44; ONIX omits the hyphens. */
function orcid(id: string | undefined): Content {
  if (id === undefined) return undefined;
  return composite('NameIdentifier', field('NameIDType', '21'), field('IDValue', id.replaceAll('-', '')));
}
