import { toXhtml } from '../../../../src/emit/xhtml.ts';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import type { Hast } from '../../../../src/book/book.ts';
import type { PageStart } from '../../../../src/book/page-map.ts';
import { insertMarks } from '../../../../src/emit/epub/pages/insert-marks.ts';
import { numberSpots } from '../../../../src/html/number-spots.ts';
import { makeBook } from '../../../builders/book.ts';
import { elementsOf, makeSection } from '../../../builders/hast-book.ts';

/** The tree of a section, its spots numbered. */
function section(html: string): Hast {
  const one = makeSection('one', html, { role: 'dedication' });
  numberSpots(makeBook({ body: [one] }));
  return one.tree;
}

/** The spot of the n-th element of a name. */
function spotOf(tree: Hast, name: string, index = 0): number {
  const element = elementsOf(tree, ({ tagName }) => tagName === name)[index];
  return Number(element?.properties['dataSpot'] ?? Number.NaN);
}

/** The content of the section with `|12|` for the mark of page 12, in XHTML. */
function shown(tree: Hast): string {
  const [outer] = tree.children as Element[];
  return toXhtml({ type: 'root', children: outer?.children ?? [] })
    .replaceAll(/<span id="page-([^"]*)"[^>]*><\/span>/g, '|$1|')
    .replaceAll(/ (?:data-spot|xmlns)="[^"]*"/g, '');
}

function marked(tree: Hast, ...starts: ReadonlyArray<Omit<PageStart, 'page'>>): string {
  const marks = starts.map((start, page) => ({ ...start, page, id: `page-${page}`, label: String(page) }));
  const { tree: made, marks: order } = insertMarks(tree, marks);
  expect(order).toHaveLength(marks.length);
  return shown(made);
}

describe('the mark of a page', () => {
  it('is an empty element with the printed label for its name', () => {
    const tree = section('<p>Call me</p>');
    const mark = { spot: spotOf(tree, 'p'), before: 4, page: 3, id: 'page-iv', label: 'iv' };
    const [made] = elementsOf(insertMarks(tree, [mark]).tree, ({ tagName }) => tagName === 'span');
    expect(made).toEqual({
      type: 'element',
      tagName: 'span',
      properties: { id: 'page-iv', role: 'doc-pagebreak', 'epub:type': 'pagebreak', ariaLabel: 'iv' },
      children: [],
    });
  });

  it('stands before the character, white space and hyphens of print uncounted', () => {
    const tree = section('<p>Call  me\n Ish\u00ADmael. Some</p><p>years ago</p>');
    const [one, two] = [spotOf(tree, 'p'), spotOf(tree, 'p', 1)];
    expect(marked(tree, { spot: one, before: 4 }, { spot: one, before: 14 }, { spot: two, before: 0 })).toBe(
      '<p>Call  |0|me\n Ish\u00ADmael. |1|Some</p><p>|2|years ago</p>',
    );
  });

  it('stands in the text of its own element, whatever stands in others', () => {
    const tree = section('<p>ab <em>cd ef</em> gh <strong>ij</strong> kl</p>');
    const p = spotOf(tree, 'p');
    expect(marked(tree, { spot: spotOf(tree, 'em'), before: 2 }, { spot: p, before: 2 })).toBe(
      '<p>ab <em>cd |0|ef</em> |1|gh <strong>ij</strong> kl</p>',
    );
    expect(marked(tree, { spot: p, before: 4 })).toBe(
      '<p>ab <em>cd ef</em> gh <strong>ij</strong> |0|kl</p>',
    );
  });

  it('stands before emphasis and links that begin the page', () => {
    const tree = section('<p>ab <em><a href="#x">cd</a></em></p><p><em>ef</em> gh</p>');
    expect(
      marked(tree, { spot: spotOf(tree, 'a'), before: 0 }, { spot: spotOf(tree, 'em', 1), before: 0 }),
    ).toBe('<p>ab |0|<em><a href="#x">cd</a></em></p><p>|1|<em>ef</em> gh</p>');
  });

  it('stands before headings, and before what holds them, but within one that goes on', () => {
    const tree = section(
      '<header><p>1</p><h1>Loomings</h1></header><h2>Call <em>me</em></h2><hgroup><h2>x</h2></hgroup>',
    );
    expect(
      marked(
        tree,
        { spot: spotOf(tree, 'p'), before: 0 },
        { spot: spotOf(tree, 'h2'), before: 0 },
        { spot: spotOf(tree, 'h2', 1), before: 0 },
      ),
    ).toBe(
      '|0|<header><p>1</p><h1>Loomings</h1></header>|1|<h2>Call <em>me</em></h2>|2|<hgroup><h2>x</h2></hgroup>',
    );
    expect(marked(tree, { spot: spotOf(tree, 'h1'), before: 4 })).toContain('<h1>Loom|0|ings</h1>');
  });

  it('leaves words whole that print divides', () => {
    const tree = section('<p>Call me Ishmael and sea-captain</p>');
    const spot = spotOf(tree, 'p');
    expect(marked(tree, { spot, before: 9, divided: true })).toBe(
      '<p>Call me |0|Ishmael and sea-captain</p>',
    );
    expect(marked(tree, { spot, before: 20 })).toBe('<p>Call me Ishmael and sea-|0|captain</p>');
  });

  it('keeps out of readings, formulas and marks of notes', () => {
    const ruby = section('<p>ab <ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>');
    expect(marked(ruby, { spot: spotOf(ruby, 'ruby'), before: 1 })).toBe(
      '<p>ab |0|<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>',
    );
    const math = section('<p>ab <math><mi>x</mi></math></p>');
    expect(marked(math, { spot: spotOf(math, 'math'), before: 0 })).toBe(
      '<p>ab |0|<math><mi>x</mi></math></p>',
    );
    const note = section('<p>ab<sup><a epub:type="noteref" href="#n">12</a></sup></p>');
    expect(marked(note, { spot: spotOf(note, 'a'), before: 1 })).toBe(
      '<p>ab|0|<sup><a epub:type="noteref" href="#n">12</a></sup></p>',
    );
  });

  it('stands in cells, items and listings, and before pictures', () => {
    const tree = section(
      '<table><tr><td>a</td></tr></table><ul><li>b</li></ul><pre><code>c\n  d</code></pre><figure><img></figure>',
    );
    expect(
      marked(
        tree,
        { spot: spotOf(tree, 'td'), before: 0 },
        { spot: spotOf(tree, 'li'), before: 0 },
        { spot: spotOf(tree, 'code'), before: 1 },
        { spot: spotOf(tree, 'img'), before: 0 },
      ),
    ).toBe(
      '<table><tbody><tr><td>|0|a</td></tr></tbody></table><ul><li>|1|b</li></ul>' +
        '<pre><code>c\n  |2|d</code></pre><figure>|3|<img/></figure>',
    );
  });

  it('adds no text and takes none away', () => {
    const tree = section('<p>Call <em>me</em> Ishmael</p><pre>a\n b</pre>');
    const before = shown(tree);
    const spot = spotOf(tree, 'p');
    const made = marked(tree, { spot, before: 4 }, { spot: spotOf(tree, 'pre'), before: 1 });
    expect(made.replaceAll(/\|\d\|/g, '')).toBe(before);
  });
});
