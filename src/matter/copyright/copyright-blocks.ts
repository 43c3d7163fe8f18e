import type { Book, Mdast } from '../../book/book.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { authorRoles, creditLines } from '../credits/credit-lines.ts';
import { element, line, text } from '../element.ts';
import { cataloguingLines, identifierLines } from './identifier-lines.ts';
import * as imprint from './imprint-lines.ts';
import { labelledLine } from '../wording/labelled-line.ts';
import { joinNames } from '../../language/formats.ts';
import * as rights from './rights-lines.ts';
import { paragraphs } from '../wording/wording.ts';

/** What a copyright page is made from. */
type Facts = Pick<Book, 'metadata' | 'labels' | 'titleTrees'>;

/** The lines that a placeholder alone on its line stands for; none where the metadata have nothing. */
export type Block = (book: Facts, version: string | undefined) => ElementNode[];

/** The blocks of the copyright page by the name of their placeholder, in the order of the trade. */
export const copyrightBlocks: ReadonlyMap<string, Block> = new Map<string, Block>([
  ['title', ({ metadata, titleTrees }) => nameLines('title', metadata.title, titleTrees?.title)],
  ['subtitle', ({ metadata, titleTrees }) => nameLines('subtitle', metadata.subtitle, titleTrees?.subtitle)],
  ['author', authorLines],
  ['copyright', rights.copyrightLines],
  ['statement', rights.statementLines],
  ['licence', rights.licenceLines],
  ['license', rights.licenceLines],
  ['original', imprint.originalLines],
  ['funding', rights.fundingLines],
  ['reuse', rights.reuseLines],
  ['mining', rights.miningLines],
  ['publisher', imprint.publisherLines],
  ['website', imprint.websiteLines],
  ['edition', imprint.editionLines],
  ['date', imprint.dateLines],
  ['series', imprint.seriesLines],
  ['credits', creditBlock],
  ['identifiers', identifierLines],
  ['cataloguing', cataloguingLines],
  ['disclaimer', imprint.disclaimerLines],
  ['privacy', imprint.privacyLines],
  ['colophon', imprint.colophonLines],
  ['printings', imprint.printingLines],
]);

/** A title as its paragraphs, or with its inline markup. */
function nameLines(className: string, plain: string | undefined, tree: Mdast | undefined): ElementNode[] {
  if (tree !== undefined) return [element('p', { className: [className] }, tree.children)];
  return paragraphs(plain).map((paragraph) => line(className, paragraph));
}

function authorLines({ metadata }: Pick<Book, 'metadata'>): ElementNode[] {
  const authors = metadata.contributors.filter(({ role }) => authorRoles.has(role));
  if (authors.length === 0) return [];
  const names = authors.map(({ name }) => name);
  return [line('author', joinNames(names, metadata.language))];
}

function creditBlock({ metadata, labels }: Pick<Book, 'metadata' | 'labels'>): ElementNode[] {
  const { contributors, copyright, language } = metadata;
  return [
    ...copyright.credits.map(({ role, name }) => labelledLine('credit', role, [text(name)], language)),
    ...creditLines(contributors, labels, language).map((credit) => line('contributor', credit)),
  ];
}
