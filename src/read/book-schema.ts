import type { z } from 'zod';
import { Fault } from './fault.ts';
import { parseDate, parseDoi, parseEmail, parseNumber, parseYears } from './fields.ts';
import { parseIsbn } from './isbn.ts';
import { parseLanguage } from './language-tag.ts';
import { parseLicence } from './licences.ts';
import { parseBleed, parseTrim } from './measures.ts';
import { parsePath } from './paths.ts';
import { parseRelator } from './relators.ts';
import { either, list, mapping, oneOf, oneOrMore, parsed, text, truth, url, whole } from './schema.ts';
import { subject } from './subject-schema.ts';

const isbn = parsed('an ISBN', parseIsbn).exactOptional();
const markdownPath = parsed('the path of a Markdown file', (written) =>
  /\.(?:md|markdown)$/i.test(written) ? parsePath(written) : undefined,
);

const contributor = either(
  text().transform((name) => ({ name })),
  mapping({
    name: text(),
    sortAs: text().exactOptional(),
    role: parsed('a role', parseRelator).exactOptional(),
    affiliation: text().exactOptional(),
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

const copyright = mapping({
  year: oneOrMore(parsed('a year or a range of years', parseYears)).exactOptional(),
  holder: oneOrMore(text()).exactOptional(),
  statement: text().exactOptional(),
  license: either(
    parsed('an SPDX licence id', parseLicence),
    mapping({ name: text(), url: url().exactOptional() }),
  ).optional(),
  funding: oneOrMore(text()).exactOptional(),
  reuse: mapping({
    attribution: text().exactOptional(),
    extract: mapping({ characters: whole(1, 1_000_000) }).exactOptional(),
    permission: text().exactOptional(),
    contact: text().exactOptional(),
  }).exactOptional(),
  mining: mapping({ reserved: truth(), policy: url().exactOptional() }).exactOptional(),
  credits: list(mapping({ role: text(), name: text() })).exactOptional(),
  disclaimer: text().exactOptional(),
  printings: truth().exactOptional(),
});

const contents = list(
  either(
    markdownPath,
    mapping({
      part: text(),
      contents: list(markdownPath),
    }),
  ),
);

/**
 * The schema of book.yaml.
 *
 * @param themes the names `print.theme` accepts
 */
export function bookSchema(themes: ReadonlyArray<string>) {
  return mapping({
    title: text(),
    subtitle: text().exactOptional(),
    language: parsed('a BCP 47 language tag', parseLanguage).exactOptional(),
    contributors: list(contributor).exactOptional(),
    publisher: publisher.optional(),
    date: parsed('a year, a year and month, or a full date such as 2015-05-31', parseDate).exactOptional(),
    edition: text().exactOptional(),
    description: text().exactOptional(),
    subjects: list(subject).exactOptional(),
    series: mapping({
      name: text(),
      position: parsed('a number', parseNumber).exactOptional(),
    }).exactOptional(),
    identifiers: mapping({
      epub: isbn,
      print: isbn,
      pdf: isbn,
      doi: parsed('a DOI such as 10.1000/182', parseDoi).exactOptional(),
    }).exactOptional(),
    cover: mapping({
      image: parsed('the path of an image', parsePath),
      alt: text().exactOptional(),
    }).exactOptional(),
    copyright: copyright.exactOptional(),
    notes: mapping({
      place: oneOf('book', 'chapter').exactOptional(),
      numbering: oneOf('book', 'chapter').exactOptional(),
    }).exactOptional(),
    toc: mapping({ depth: oneOf('1', '2', '3').transform(toDepth).exactOptional() }).exactOptional(),
    print: mapping({
      trim: parsed('a trim size', parseTrim).exactOptional(),
      bleed: parsed('a measure from 0 to 25 mm, such as 3mm', parseBleed).exactOptional(),
      openings: oneOf('right', 'any').exactOptional(),
      theme: parsed('a theme', (written) => parseTheme(written, themes)).exactOptional(),
      paper: text().exactOptional(),
    }).exactOptional(),
    contents: contents.exactOptional(),
  });
}

/** What book.yaml says, checked. */
export type BookConfig = z.infer<ReturnType<typeof bookSchema>>;

function toDepth(word: '1' | '2' | '3'): 1 | 2 | 3 {
  return word === '1' ? 1 : word === '2' ? 2 : 3;
}

function parseTheme(name: string, themes: ReadonlyArray<string>): string | Fault {
  if (themes.includes(name)) return name;
  return new Fault(`"${name}" is no theme`, { hint: `Themes: ${themes.join(', ')}.` });
}
