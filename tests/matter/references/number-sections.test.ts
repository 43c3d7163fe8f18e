import { describe, expect, it } from 'vitest';
import { sections, type Section } from '../../../src/book/book.ts';
import type { Role } from '../../../src/book/roles.ts';
import { numberSections } from '../../../src/matter/references/number-sections.ts';
import { makeMdastBook, makeSection } from '../../builders/mdast-book.ts';

function numbersOf(body: Section[], back: Section[] = []): Array<string | undefined> {
  return sections(numberSections(makeMdastBook({ body, back }))).map(({ number }) => number);
}

function many(role: Role, count: number): Section[] {
  return Array.from({ length: count }, (_, index) => makeSection(`${role}-${index}`, '', { role }));
}

describe('numberSections', () => {
  it('numbers chapters through the parts', () => {
    const [one, two, three] = many('chapter', 3) as [Section, Section, Section];
    const [first, second] = many('part', 2) as [Section, Section];
    expect(numbersOf([first, one, two, second, three])).toEqual(['I', '1', '2', 'II', '3']);
  });

  it('numbers chapters anew in each part, where the book says so', () => {
    const [one, two, three] = many('chapter', 3) as [Section, Section, Section];
    const [first, second] = many('part', 2) as [Section, Section];
    const part = second.id;
    const body = [first, { ...one, part: first.id }, second, { ...two, part }, { ...three, part }];
    const book = makeMdastBook({ body });
    const numbering = { ...book.metadata.numbering, chapters: 'part' } as const;
    const numbered = numberSections({ ...book, metadata: { ...book.metadata, numbering } });
    expect(numbered.body.map(({ number }) => number)).toEqual(['I', '1', 'II', '1', '2']);
  });

  it.each([
    [
      ['Chapter 1: The Sea', 'Chapter 2: The Land'],
      [undefined, undefined],
    ],
    [
      ['Chapter One', 'Chapter Two', 'An Interlude'],
      [undefined, undefined, undefined],
    ],
    [
      ['1. The Sea', '2. The Land'],
      [undefined, undefined],
    ],
    [
      ['I', 'II'],
      [undefined, undefined],
    ],
    [
      ['1 – The Sea', '2 – The Land'],
      [undefined, undefined],
    ],
    // Not what its number is.
    [
      ['Chapter and Verse', 'The Sea'],
      ['1', '2'],
    ],
    [
      ['1984', 'The Land'],
      ['1', '2'],
    ],
    [
      ['3 Men in a Boat', '39 Steps'],
      ['1', '2'],
    ],
    [
      ['I Am Born', 'I Observe'],
      ['1', '2'],
    ],
    [
      ['Chapter', 'Chapter'],
      ['1', '2'],
    ],
  ])('sets no number above %j, where titles have their own', (titles, expected) => {
    expect(numbersOf(titles.map((title, index) => makeSection(`c-${index}`, '', { title })))).toEqual(
      expected,
    );
  });

  it('numbers parts in roman numerals', () => {
    const numbers = numbersOf(many('part', 49));
    expect([numbers[3], numbers[8], numbers[13], numbers[39], numbers[48]]).toEqual([
      'IV',
      'IX',
      'XIV',
      'XL',
      'XLIX',
    ]);
  });

  it('letters appendices beyond Z', () => {
    const numbers = numbersOf([], many('appendix', 53));
    expect([numbers[0], numbers[25], numbers[26], numbers[52]]).toEqual(['A', 'Z', 'AA', 'BA']);
  });

  it.each(['chapter', 'part', 'appendix'] as const)('leaves the only %s without a number', (role) => {
    expect(numbersOf(many(role, 1))).toEqual([undefined]);
  });

  it('passes over sections that are not numbered', () => {
    const [one, two, three] = many('chapter', 3) as [Section, Section, Section];
    expect(numbersOf([one, { ...two, numbered: false }, three])).toEqual(['1', undefined, '2']);
  });

  it('counts an introduction the author wants numbered as a chapter', () => {
    const introduction = makeSection('introduction', '', { role: 'introduction' });
    expect(numbersOf([introduction, ...many('chapter', 1)])).toEqual(['1', '2']);
  });

  it('numbers nothing in the front matter', () => {
    const front = many('foreword', 2);
    expect(numberSections(makeMdastBook({ front })).front).toEqual(front);
  });
});
