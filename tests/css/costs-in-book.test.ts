import { describe, expect, it } from 'vitest';
import { costInBook, type BookSizes } from '../../src/css/costs-in-book.ts';

/** A chapter of 3000 paragraphs, each with a word in italics. */
const sizes: BookSizes = {
  elements: 6000,
  pairs: 4_500_000,
  named: new Map([
    ['p', 3000],
    ['em', 3000],
    ['.note', 40],
  ]),
};
const many = (number: number, rule: (index: number) => string): string =>
  Array.from({ length: number }, (_, index) => rule(index)).join('\n');

describe('costInBook', () => {
  it.each([
    ['places', many(2000, (n) => `p:nth-child(${n}n + 1) { color: red }`)],
    ['places among some', many(2000, (n) => `p:nth-last-child(${n} of em, p) { color: red }`)],
    ['elements behind others', many(2000, (n) => `h1 ~ p, .c${n} ~ em { color: red }`)],
    ['elements in others', many(2000, (n) => `*:has(p.x${n}) p { color: red }`)],
    ['those in other rules', `@media print { ${many(2000, () => 'em:nth-of-type(2n) { color: red }')} }`],
  ])('finds too many %s', (_, css) => {
    expect(costInBook(css, sizes)?.reason).toMatch(/some 1,000,000,000 times/);
  });

  it.each([
    ['pages', 'em { color: red } p, em { break-before: page }', 18, /more than 3,000 pages/],
    ['pages by an older name', '* { PAGE-BREAK-AFTER: right }', 0, /more than 3,000 pages/],
    [
      'counters',
      `b { color: red }\np { counter-increment: ${'a 1 '.repeat(180)} } em::before { content: ${'counter(a)'.repeat(90)} }`,
      17,
      /counters of this book/,
    ],
  ])('finds too many %s, and where', (_, css, offset, reason) => {
    const found = costInBook(css, sizes);
    expect(found?.reason).toMatch(reason);
    expect(found?.offset).toBe(offset);
  });

  it('reckons the counters of each paragraph', () => {
    const css = (number: number): string => `p { counter-increment: ${'a 1 '.repeat(number)} }`;
    expect(costInBook(css(26), sizes)?.reason).toMatch(/more than 150,000 times/);
    expect(costInBook(css(24), sizes)).toBeUndefined();
  });

  it('lets pass the numbers of verses in a Bible', () => {
    const verses = { elements: 62_000, pairs: 9_000_000, named: new Map([['.verse', 31_102]]) };
    const css =
      '.verse { counter-increment: verse } .verse::before { content: counter(chapter) ":" counter(verse) }';
    expect(costInBook(css, verses)).toBeUndefined();
  });

  it('lets pass what means few elements of the book, or other ones', () => {
    expect(
      costInBook(
        many(2000, (n) => `.note:nth-child(${n}n) { color: red }`),
        sizes,
      ),
    ).toBeUndefined();
    expect(
      costInBook(
        many(2000, (n) => `b:nth-child(${n}n) { color: red }`),
        sizes,
      ),
    ).toBeUndefined();
    expect(costInBook('section > p:first-child, .note { break-before: page }', sizes)).toBeUndefined();
    expect(costInBook('p, em { break-inside: avoid; break-after: avoid-page }', sizes)).toBeUndefined();
  });

  it('lets pass what real styles have', () => {
    const css = `${many(400, (n) => `.c${n} p, h${n} + p, p.c${n}:hover, a[href="${n}"] { color: red }`)}
      p:nth-child(odd), h1 ~ p, section:has(em) p { color: red }
      p { counter-increment: verse } p::before { content: counter(verse) }`;
    expect(costInBook(css, sizes)).toBeUndefined();
  });
});
