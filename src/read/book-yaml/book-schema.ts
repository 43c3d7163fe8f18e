import type { z } from 'zod';
import type { Series } from '../../book/other-works.ts';
import type { Printer } from '../../book/printer.ts';
import { accessibility } from './accessibility-schema.ts';
import { citations } from './citations-schema.ts';
import { copyright } from './copyright-schema.ts';
import { cover } from './cover-schema.ts';
import { epubKey } from './epub-schema.ts';
import { dateOrFault, parseDoi, parseEmail, parseInstant, parsePosition } from './fields.ts';
import { parseIsbn } from '../values/isbn.ts';
import { parseIssn } from '../values/issn.ts';
import { parseLanguage } from '../values/language-tag.ts';
import { parseLccn } from '../values/lccn.ts';
import { parseUrn } from '../values/urn.ts';
import { markdownPath } from '../files/markdown-path.ts';
import { notes } from './notes-schema.ts';
import { parseOrcid } from '../values/orcid.ts';
import { printKey } from './print-key.ts';
import { parseRelator } from '../values/relators.ts';
import { ruleSeverities } from './rules-schema.ts';
import { sale } from './sale-schema.ts';
import { either, list, mapping, oneOf, oneOrMore, parsed, text, truth, url } from '../yaml/schema.ts';
import { severities } from './severities-schema.ts';
import { locales } from './locales-schema.ts';
import { sourceNames } from '../sources/source-book.ts';
import { subject } from './subject-schema.ts';

const date = parsed('a year, a year and month, or a full date such as 2015-05-31', dateOrFault);
const instant = parsed('a date such as 2015-05-31, or with the time 2015-05-31T16:30Z', parseInstant);
const language = parsed('a BCP 47 language tag', parseLanguage);
const isbn = parsed('an ISBN', parseIsbn).exactOptional();

const contributor = either(
  text().transform((name) => ({ name })),
  mapping({
    name: text(),
    sortAs: text().exactOptional(),
    role: parsed('a role', parseRelator).exactOptional(),
    affiliation: text().exactOptional(),
    orcid: parsed('an ORCID iD', parseOrcid).exactOptional(),
    organization: truth().exactOptional(),
  }),
);

const publisher = either(
  text().transform((name) => ({ name })),
  mapping({
    name: text(),
    place: text().exactOptional(),
    url: url().exactOptional(),
    address: text().exactOptional(),
    email: parsed('an e-mail address', parseEmail).exactOptional(),
  }),
);

const series = either<Series, Series>(
  text().transform((name) => ({ name })),
  mapping({
    name: text(),
    position: parsed('a number', parsePosition).exactOptional(),
    issn: parsed('an ISSN', parseIssn).exactOptional(),
  }).transform(({ position, ...rest }): Series => ({ ...rest, ...position })),
);

const original = mapping({
  title: text(),
  language: language.exactOptional(),
  author: text().exactOptional(),
  publisher: text().exactOptional(),
  date: date.exactOptional(),
});

const identifiers = mapping({
  id: parsed('a UUID or another URN', parseUrn).exactOptional(),
  epub: isbn,
  print: isbn,
  pdf: isbn,
  doi: parsed('a DOI such as 10.1000/182', parseDoi).exactOptional(),
  lccn: parsed('an LCCN', parseLccn).exactOptional(),
  catalogue: list(mapping({ name: text(), value: text() })).exactOptional(),
});

/** Files, and parts that hold files and parts: three deep, which is deeper than books go. */
const files = list(markdownPath);
const innerParts = list(either(markdownPath, mapping({ part: text(), contents: files })));
const parts = list(either(markdownPath, mapping({ part: text(), contents: innerParts })));
const contents = list(either(markdownPath, mapping({ part: text(), contents: parts })));

/** What there is to choose from, by name. */
interface Known {
  readonly themes: ReadonlyArray<string>;
  readonly printers: ReadonlyArray<string>;
  readonly stores: ReadonlyArray<string>;
}

/**
 * The schema of book.yaml.
 *
 * @param known the names that `print.theme`, `print.printer` and `epub.store` accept
 * @param printer the one it states, or the usual one
 */
export function bookSchema({ themes, printers, stores }: Known, printer: Printer) {
  return mapping({
    title: text(),
    subtitle: text().exactOptional(),
    sortAs: text().exactOptional(),
    language: language.exactOptional(),
    languages: oneOrMore(language).exactOptional(),
    locales: locales.exactOptional(),
    contributors: oneOrMore(contributor).exactOptional(),
    author: oneOrMore(contributor).exactOptional(),
    authors: oneOrMore(contributor).exactOptional(),
    publisher: publisher.optional(),
    date: date.exactOptional(),
    modified: instant.exactOptional(),
    edition: text().exactOptional(),
    description: text().exactOptional(),
    subjects: list(subject).exactOptional(),
    series: series.optional(),
    original: original.exactOptional(),
    identifiers: identifiers.exactOptional(),
    cover: cover.optional(),
    accessibility: accessibility.exactOptional(),
    copyright: copyright.optional(),
    sale: sale.exactOptional(),
    rights: severities.exactOptional(),
    rules: ruleSeverities.exactOptional(),
    notes: notes.exactOptional(),
    citations: citations.optional(),
    source: oneOf(...sourceNames).exactOptional(),
    assets: mapping({ remote: truth().exactOptional() }).exactOptional(),
    punctuation: mapping({ spaces: oneOf('language', 'typed').exactOptional() }).exactOptional(),
    toc: mapping({ depth: oneOf('1', '2', '3').transform(toDepth).exactOptional() }).exactOptional(),
    numbering: mapping({
      chapters: oneOf('book', 'part').exactOptional(),
      figures: oneOf('book', 'chapter').exactOptional(),
      tables: oneOf('book', 'chapter').exactOptional(),
    }).exactOptional(),
    lists: mapping({
      figures: truth().exactOptional(),
      tables: truth().exactOptional(),
    }).exactOptional(),
    print: printKey(themes, printers, printer).exactOptional(),
    epub: epubKey(stores).exactOptional(),
    contents: contents.exactOptional(),
  });
}

/** What book.yaml says, checked. */
export type BookConfig = z.infer<ReturnType<typeof bookSchema>>;

function toDepth(word: '1' | '2' | '3'): 1 | 2 | 3 {
  return word === '1' ? 1 : word === '2' ? 2 : 3;
}
