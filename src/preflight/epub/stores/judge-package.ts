import { grouped, outside, type Breach, type Judges } from './breach.ts';
import type { EpubFacts } from './epub-facts.ts';

type PackageDemand =
  | 'contents'
  | 'ncx'
  | 'pageList'
  | 'reflowable'
  | 'overlays'
  | 'title'
  | 'language'
  | 'identifier'
  | 'isbn'
  | 'creator'
  | 'description';

/** What the package document says, and the ways through the book that it names. */
export const packageJudges: Judges<PackageDemand> = {
  contents: (facts, _demand, { title }) =>
    facts.package.navigation === undefined && facts.package.ncx === undefined
      ? inPackage(facts, `The book has no table of contents for machines, which ${title} asks for`)
      : [],
  ncx: (facts, _demand, { title }) =>
    facts.package.ncx === undefined
      ? inPackage(facts, `The book has no NCX, by which older devices of ${title} show the contents`)
      : [],
  pageList: (facts, _demand, { title }) => {
    const first = facts.sights.find(({ kind }) => kind === 'page');
    if (first === undefined || facts.sights.some(({ kind }) => kind === 'page-list')) return [];
    const { path, line, column } = first;
    return [
      { reason: `Pages are marked, but not listed, so ${title} cannot lead to them`, path, line, column },
    ];
  },
  reflowable: (facts, _demand, { title }) =>
    facts.package.isFixed
      ? inPackage(facts, `The layout is fixed, so ${title} shows it on some devices only`)
      : [],
  overlays: (facts, _demand, { title }) =>
    facts.package.items.some(({ hasOverlay }) => hasOverlay)
      ? inPackage(facts, `A recorded voice follows the text, which ${title} leaves out`)
      : [],
  title: lacking('titles', 'title'),
  language: lacking('languages', 'language'),
  identifier: lacking('identifiers', 'identifier'),
  isbn: (facts, _demand, { title }) =>
    facts.package.identifiers.some((text) => /^(?:urn:isbn:)?97[89](?:[-\s]?\d){10}$/i.test(text))
      ? []
      : inPackage(facts, `No identifier is an ISBN, by which ${title} knows the book`),
  creator: lacking('creators', 'author'),
  description: (facts, demand, { title }) =>
    facts.package.descriptions.flatMap((text) => {
      const wanted = outside(text.length, demand);
      if (wanted === undefined) return [];
      const has = `The description has ${grouped(text.length)} characters`;
      return inPackage(facts, `${has}; ${title} takes ${wanted}`);
    }),
};

function lacking(key: 'titles' | 'languages' | 'identifiers' | 'creators', what: string) {
  return (facts: EpubFacts, _demand: unknown, { title }: { readonly title: string }): Breach[] =>
    facts.package[key].length === 0
      ? inPackage(facts, `The package document names no ${what}, which ${title} asks for`)
      : [];
}

function inPackage({ package: { path } }: EpubFacts, reason: string): Breach[] {
  return [{ reason, path }];
}
