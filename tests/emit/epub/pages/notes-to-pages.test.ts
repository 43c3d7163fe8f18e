import { describe, expect, it } from 'vitest';
import type { PrintedPages } from '../../../../src/book/page-map.ts';
import { withNotesToPages } from '../../../../src/emit/epub/pages/notes-to-pages.ts';
import { toXhtml } from '../../../../src/emit/xhtml.ts';
import { makeSection } from '../../../builders/hast-book.ts';

const words = { notesToPages: 'Notes to pages {first}–{last}', notesToPage: 'Notes to page {page}' };
const labels = ['', '3', '4', '5'];
const printed: PrintedPages = {
  pages: labels.map((label) => ({ label, blank: false })),
  anchors: new Map([
    ['opening', 0],
    ['a', 1],
    ['b', 1],
    ['c', 3],
    ['in-a-note', 3],
  ]),
  starts: [],
};

function lines(...marks: ReadonlyArray<string>): string[] {
  const backlinks = marks.map((id) => `<li><a href="#${id}" epub:type="backlink">↩</a></li>`).join('');
  const { tree } = makeSection(
    'notes',
    `<h2>One</h2><ol class="notes">${backlinks}</ol><ol><li id="in-a-note">1</li></ol>`,
  );
  const xhtml = toXhtml(withNotesToPages(tree, printed, words));
  return [...xhtml.matchAll(/<p class="notes-to-pages">.*?<\/p>(?=<ol class="notes">)/g)].map(
    ([line]) => line,
  );
}

describe('lists of notes in the e-book', () => {
  it('say to which printed pages they belong, and lead to the first mark on the page', () => {
    expect(lines('c', 'a', 'b')).toEqual([
      '<p class="notes-to-pages">Notes to pages <a href="#a">3</a>–<a href="#c">5</a></p>',
    ]);
    expect(lines('a', 'b')).toEqual(['<p class="notes-to-pages">Notes to page <a href="#a">3</a></p>']);
  });

  it('do not count the marks in other notes, as print does not', () => {
    expect(lines('a', 'in-a-note')).toEqual(lines('a'));
  });

  it('say nothing where a mark is on no page or on one without a number', () => {
    expect(lines('a', 'opening')).toEqual([]);
    expect(lines('a', 'nowhere')).toEqual([]);
    expect(lines()).toEqual([]);
  });
});
