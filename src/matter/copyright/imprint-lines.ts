import type { PhrasingContent } from 'mdast';
import type { Book } from '../../book/book.ts';
import { fill } from '../../book/labels.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { element, line, text } from '../element.ts';
import { labelledLine } from '../wording/labelled-line.ts';
import { inDigits } from '../../language/digits.ts';
import { dateInWords, languageName } from '../../language/formats.ts';
import { separatorsOf } from '../../language/separators.ts';
import { isFirstEdition } from './first-edition.ts';
import { fillNodes, link, linked, paragraphs } from '../wording/wording.ts';

type Facts = Pick<Book, 'metadata' | 'labels'>;

/** The publisher with place, address, website and e-mail. */
export function publisherLines({ metadata, labels }: Facts): ElementNode[] {
  const { publisher, language } = metadata;
  if (publisher === undefined) return [];
  const { name, place, address, url, email } = publisher;
  const imprint = place === undefined ? name : `${name}${separatorsOf(language).comma}${place}`;
  return [
    line('publisher', fill(labels.publishedBy, { publisher: imprint })),
    ...keptLines('address', address),
    ...(url === undefined ? [] : [line('url', [link(url, url)])]),
    ...(email === undefined ? [] : [line('email', [link(`mailto:${email}`, email)])]),
  ];
}

/** The edition, as its author words it. */
export function editionLines({ metadata }: Facts): ElementNode[] {
  return paragraphs(metadata.edition).map((paragraph) => line('edition', paragraph));
}

/** When the book was first published; of a later edition, its date alone. */
export function dateLines({ metadata, labels }: Facts): ElementNode[] {
  const { date, edition, language } = metadata;
  if (date === undefined) return [];
  const words = dateInWords(date, language);
  return [line('published', isFirstEdition(edition) ? fill(labels.published, { date: words }) : words)];
}

/** The series with the place in it and its ISSN. */
export function seriesLines({ metadata }: Facts): ElementNode[] {
  const { series, language } = metadata;
  if (series === undefined) return [];
  const { name, position, numeral, issn } = series;
  const printed = numeral ?? (position === undefined ? undefined : inDigits(position, language));
  const parts = [name, ...(printed === undefined ? [] : [printed])];
  if (issn !== undefined) parts.push(`ISSN ${issn}`);
  return [line('series', parts.join(separatorsOf(language).comma))];
}

/** What the book is a translation or a new edition of. */
export function originalLines({ metadata, labels }: Facts): ElementNode[] {
  const { original, language } = metadata;
  if (original === undefined) return [];
  const year = original.date === undefined ? undefined : inDigits(original.date.slice(0, 4), language);
  const rest = [original.author, original.publisher, year].filter((part) => part !== undefined);
  const foreign = original.language !== undefined && original.language !== language;
  const title: PhrasingContent[] = [
    element('cite', foreign ? { lang: original.language } : {}, [text(original.title)]),
    ...rest.map((part) => text(`${separatorsOf(language).comma}${part}`)),
  ];
  if (original.language === undefined)
    return [line('original', fillNodes(labels.originalEdition, { title }))];
  const name = [text(languageName(original.language, language))];
  return [line('original', fillNodes(labels.originalEditionIn, { title, language: name }))];
}

/**
 * A line for each earlier printing, then the printer's key: the number of this printing and those
 * that follow it up to the end of its ten, so that the printer only has to strike the lowest.
 */
export function printingLines({ metadata }: Facts): ElementNode[] {
  const { printings } = metadata.copyright;
  if (printings === undefined) return [];
  const last = (Math.floor(printings.number / 10) + 1) * 10;
  const key = Array.from({ length: last - printings.number + 1 }, (_, index) => printings.number + index);
  return [
    ...printings.history.flatMap(paragraphs).map((printing) => line('printing', printing)),
    line('printings', inDigits(key.join(' '), metadata.language)),
  ];
}

/** The website of the book. */
export function websiteLines({ metadata, labels }: Facts): ElementNode[] {
  return labelledAddress('website', labels.website, metadata.copyright.website, metadata.language);
}

/** The note on privacy, or the label with an address where it can be read. */
export function privacyLines({ metadata, labels }: Facts): ElementNode[] {
  return labelledAddress('privacy', labels.privacy, metadata.copyright.privacy, metadata.language);
}

/** What the book does not promise. */
export function disclaimerLines({ metadata }: Facts): ElementNode[] {
  return paragraphs(metadata.copyright.disclaimer).map((paragraph) => line('disclaimer', linked(paragraph)));
}

/**
 * What the book was made with, where it asks for that.
 *
 * @param version the version of Colophon; without it there is no line
 */
export function colophonLines({ metadata, labels }: Facts, version: string | undefined): ElementNode[] {
  const { colophon } = metadata.copyright;
  if (colophon === undefined || version === undefined) return [];
  const { revision } = colophon;
  if (revision === undefined) return [line('colophon', fill(labels.madeWith, { version }))];
  return [line('colophon', fill(labels.madeFrom, { version, revision }))];
}

/**
 * A text of several lines as one paragraph that keeps them.
 *
 * @param className the class
 * @param value plain text; none gives no paragraph
 */
export function keptLines(className: string, value: string | undefined): ElementNode[] {
  const rows = (value ?? '').split('\n').flatMap(paragraphs);
  if (rows.length === 0) return [];
  const children = rows.flatMap((row, index): PhrasingContent[] =>
    index === 0 ? linked(row) : [{ type: 'break' }, ...linked(row)],
  );
  return [line(className, children)];
}

/** An address after its label; a text without it. */
function labelledAddress(
  className: string,
  label: string,
  value: string | undefined,
  language: string,
): ElementNode[] {
  return paragraphs(value).map((paragraph) =>
    /^https?:\/\/\S+$/.test(paragraph)
      ? labelledLine(className, label, [link(paragraph, paragraph)], language)
      : line(className, linked(paragraph)),
  );
}
