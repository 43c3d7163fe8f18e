import { fill, type Labels } from '../../book/labels.ts';
import type { Metadata } from '../../book/metadata.ts';
import { joinNames } from '../../language/formats.ts';
import { separatorsOf } from '../../language/separators.ts';

/** What a cover says, as plain text. */
export interface CoverWords {
  readonly title: string;
  readonly subtitle?: string;
  /** The authors, or those who edited or compiled the book with what they did. */
  readonly author?: string;
  readonly translator?: string;
  readonly publisher?: string;
  /** Paragraphs of the back. */
  readonly back: ReadonlyArray<string>;
  /** In place of author and title. */
  readonly spine?: string;
}

/** Who stands on the front: the first of these roles that the book has. */
const makers: ReadonlyArray<ReadonlyArray<string>> = [['aut', 'cre'], ['edt'], ['com']];

/**
 * The words of a cover.
 *
 * @param metadata the metadata of the book
 * @param labels fixed wording in its language
 */
export function coverWords(metadata: Metadata, labels: Labels): CoverWords {
  const { title, subtitle, publisher, description, cover, contributors, language } = metadata;
  const names = (roles: ReadonlyArray<string>): string[] =>
    contributors.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  const joined = (roles: ReadonlyArray<string>): string => joinNames(names(roles), language);
  const credited = (role: string): string =>
    fill(labels.credits[role] ?? '{names}', { names: joined([role]) });
  const making = makers.find((roles) => names(roles).length > 0);
  const author =
    making === undefined ? undefined : making.includes('aut') ? joined(making) : credited(making[0] ?? '');
  const back = cover?.back ?? description?.split(/\n\s*\n/) ?? [];
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(author !== undefined && { author }),
    ...(names(['trl']).length > 0 && { translator: credited('trl') }),
    ...(publisher !== undefined && { publisher: publisher.name }),
    back: back.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== ''),
    ...(cover?.spine !== undefined && { spine: cover.spine }),
  };
}

/**
 * What those who do not see a cover set in type are told: that it is the cover, and what it says.
 *
 * @param metadata the metadata of the book
 * @param labels fixed wording in its language
 */
export function coverAlternative(metadata: Metadata, labels: Labels): string {
  const { title, subtitle, author } = coverWords(metadata, labels);
  const { stop, gap } = separatorsOf(metadata.language);
  const said = [labels.cover, title, subtitle, author].flatMap((each) => each ?? []);
  return said.reduce((whole, each) => whole + (/[.!?…。！？]$/.test(whole) ? ' ' : stop + gap) + each);
}
