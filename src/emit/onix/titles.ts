import type { Metadata } from '../../book/metadata.ts';
import { translatedFrom } from '../translation.ts';
import { composite, field, optional, type Content } from './element.ts';
import { languageCodes } from './language-codes.ts';

/**
 * The series the book belongs to (ONIX 3.0, P.5).
 *
 * @param metadata the metadata of the book
 */
export function collectionOf({ series }: Metadata): Content {
  if (series === undefined) return undefined;
  return composite(
    'Collection',
    field('CollectionType', '10'), // of the publisher
    series.issn === undefined
      ? undefined
      : composite(
          'CollectionIdentifier',
          field('CollectionIDType', '02'),
          field('IDValue', series.issn.replaceAll('-', '')),
        ),
    series.position === undefined
      ? undefined
      : composite(
          'CollectionSequence',
          field('CollectionSequenceType', '02'), // order of the titles
          field('CollectionSequenceNumber', series.position),
        ),
    title('01', '02', { text: series.name }),
  );
}

/**
 * The title on the title page, and that of the work it is a translation or new edition of
 * (ONIX 3.0, P.6).
 *
 * @param metadata the metadata of the book
 */
export function titlesOf(metadata: Metadata): Content {
  const { title: text, subtitle, original } = metadata;
  const source = translatedFrom(metadata);
  const former = source === undefined && original?.title !== text ? original : undefined;
  return [
    title('01', '01', { text, subtitle }),
    source && title('03', '01', { text: source.title, language: languageCodes(source.language).language }),
    former && title('08', '01', { text: former.title }),
  ];
}

/** Code lists 15 (type) and 149 (level). */
function title(
  type: string,
  level: string,
  { text, subtitle, language }: { text: string; subtitle?: string | undefined; language?: string },
): Content {
  return composite(
    'TitleDetail',
    field('TitleType', type),
    optional(
      'TitleElement',
      field('TitleElementLevel', level),
      // A title split into article and rest would need a grammar of every language.
      field('TitleText', text, language === undefined ? {} : { language }),
      field('Subtitle', subtitle),
    ),
  );
}
