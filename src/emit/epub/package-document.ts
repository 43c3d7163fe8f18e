import { conformanceInWords } from '../../book/accessibility.ts';
import type { Labels } from '../../book/labels.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Original } from '../../book/other-works.ts';
import type { Accessibility } from '../accessibility.ts';
import { sortName, sortTitle } from '../sort-names.ts';
import { translatedFrom } from '../translation.ts';
import { rightsStatement } from '../rights-statement.ts';
import { directionOf } from '../../language/direction.ts';
import { identifiersOf, type Identifier } from './identifier.ts';
import type { Resource } from '../resources.ts';

/** A `dc:title`; `id` is what its refinements point at. */
interface Title {
  readonly id: string;
  readonly text: string;
  readonly type: 'main' | 'subtitle' | 'edition';
  readonly sequence: number;
  readonly sortAs?: string | undefined;
}

/** A `dc:creator` or `dc:contributor`. */
interface Person {
  readonly id: string;
  readonly element: 'creator' | 'contributor';
  readonly name: string;
  readonly sortAs?: string | undefined;
  readonly role: string;
  readonly orcid?: string | undefined;
  readonly sequence: number;
}

interface Subject {
  readonly id: string;
  readonly text: string;
  readonly authority?: string | undefined;
  readonly term?: string | undefined;
}

export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties: ReadonlyArray<string>;
}

/** What `templates/epub/content.opf.ejs` shows of the metadata. */
export interface PackageMetadata {
  readonly language: string;
  /** Every language of the text, the main one first. */
  readonly languages: ReadonlyArray<string>;
  readonly direction: 'ltr' | 'rtl';
  readonly identifiers: ReadonlyArray<Identifier>;
  readonly titles: ReadonlyArray<Title>;
  readonly people: ReadonlyArray<Person>;
  readonly publisher?: string | undefined;
  readonly date?: string | undefined;
  /** All that the book says of its rights. */
  readonly rights?: string | undefined;
  readonly holders: ReadonlyArray<string>;
  readonly license?: string | undefined;
  readonly description?: string | undefined;
  readonly subjects: ReadonlyArray<Subject>;
  readonly series?: Metadata['series'] | undefined;
  readonly original?: { readonly relation: string; readonly work: Original } | undefined;
  readonly mining?: { readonly reserved: boolean; readonly policy?: string } | undefined;
  readonly modified: string;
  readonly accessibility: Accessibility;
  readonly claims: Claims;
}

/** What book.yaml claims of accessibility, in the terms of EPUB Accessibility 1.1, 4.3 and 4.4. */
interface Claims {
  readonly conformance?: string;
  readonly certifier?: NonNullable<Metadata['accessibility']>['certifier'];
  readonly exemption?: string;
}

/**
 * The metadata of the package document as plain data, for the template to write.
 *
 * EPUB 3.3, 5.5; reservation of text and data mining after TDMRep, EPUB.
 *
 * @param metadata the metadata of the book
 * @param labels fixed wording in its language
 * @param accessibility what the book says of its accessibility
 */
export function packageMetadata(
  metadata: Metadata,
  labels: Labels,
  accessibility: Accessibility,
): PackageMetadata {
  const { language, copyright, publisher, date, description, series } = metadata;
  const { notices, terms } = rightsStatement(metadata, labels);
  return {
    language,
    languages: [language, ...(metadata.languages ?? [])],
    direction: directionOf(language),
    identifiers: identifiersOf(metadata),
    titles: titlesOf(metadata),
    people: peopleOf(metadata),
    publisher: publisher?.name,
    date,
    rights: [...notices, ...terms].join(' ') || undefined,
    holders: [...new Set([copyright, ...copyright.parts].flatMap(({ holders }) => holders))],
    license: copyright.license?.url,
    // An empty element is an error (RSC-005).
    description: description?.trim() === '' ? undefined : description?.trim(),
    subjects: metadata.subjects.flatMap(subject),
    series,
    original: originalOf(metadata),
    mining: copyright.mining,
    modified: instant(metadata.modified),
    accessibility,
    claims: claimsOf(metadata),
  };
}

function claimsOf({ accessibility = {} }: Metadata): Claims {
  const { conformance, certifier, exemption } = accessibility;
  return {
    ...(conformance !== undefined && { conformance: conformanceInWords(conformance) }),
    ...(certifier !== undefined && { certifier }),
    ...(exemption !== undefined && { exemption: `eaa-${exemption}` }),
  };
}

function titlesOf(metadata: Metadata): Title[] {
  const { title, subtitle, edition } = metadata;
  const given = [
    ['main', title],
    ['subtitle', subtitle],
    ['edition', edition],
  ] as const;
  return given
    .flatMap(([type, text]) =>
      text === undefined || text.trim() === '' ? [] : [{ type, text: text.trim() }],
    )
    .map(({ type, text }, index) => ({
      id: `title-${type}`,
      type,
      text,
      sequence: index + 1,
      ...(type === 'main' && { sortAs: sortTitle(metadata) }),
    }));
}

/** The work of which the book is a translation, or else another edition. */
function originalOf(metadata: Metadata): PackageMetadata['original'] {
  const { original } = metadata;
  if (original === undefined) return undefined;
  const isTranslated = translatedFrom(metadata) !== undefined;
  return { relation: isTranslated ? 'schema:translationOfWork' : 'dcterms:isVersionOf', work: original };
}

/** Authors are creators; without an author those who edited or compiled the book are. */
function peopleOf(metadata: Metadata): Person[] {
  const { contributors } = metadata;
  const creating =
    [['aut', 'cre'], ['edt'], ['com']].find((roles) =>
      contributors.some(({ role }) => roles.includes(role)),
    ) ?? [];
  return contributors.map((contributor, index) => ({
    id: `person-${index + 1}`,
    element: creating.includes(contributor.role) ? 'creator' : 'contributor',
    name: contributor.name,
    sortAs: sortName(contributor, metadata),
    role: contributor.role,
    orcid: contributor.orcid,
    sequence: index + 1,
  }));
}

/** EPUB 3.3, D.3.1 reserves the authority names. */
const authorities = { bisac: 'BISAC', thema: 'Thema' } as const;

function subject({ text, scheme, code }: Metadata['subjects'][number], index: number): Subject[] {
  const shown = text ?? code;
  if (shown === undefined || shown.trim() === '') return [];
  const coded = scheme !== undefined && code !== undefined;
  return [
    {
      id: `subject-${index + 1}`,
      text: shown,
      ...(coded && { authority: authorities[scheme], term: code }),
    },
  ];
}

/** CCYY-MM-DDThh:mm:ssZ, as `dcterms:modified` demands (EPUB 3.3, 5.5.4). */
function instant(modified: string): string {
  return `${new Date(modified).toISOString().slice(0, 19)}Z`;
}

/** Ids stay the same from edition to edition: readers' annotations hang on them. */
export function itemId(href: string): string {
  return `item-${href.replaceAll('/', '-')}`;
}

/** The manifest item of an image or a font. */
export function resourceItem({ file, mediaType, cover }: Resource): ManifestItem {
  return { id: itemId(file), href: file, mediaType, properties: cover ? ['cover-image'] : [] };
}
