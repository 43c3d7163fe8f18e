import { describe, expect, it } from 'vitest';
import type { PrintedPages } from '../../src/book/page-map.ts';
import { labelsIn, withPageReferences } from '../../src/emit/page-references.ts';
import { makeBook } from '../builders/book.ts';
import { makeSection } from '../builders/hast-book.ts';
import { toXhtml } from '../../src/emit/xhtml.ts';

const printed: PrintedPages = {
  pages: [
    { label: 'ii', blank: false },
    { label: '', blank: false },
    { label: '41', blank: false },
  ],
  anchors: new Map([
    ['harbour', 2],
    ['opening', 1],
    ['preface', 0],
  ]),
  starts: [],
};

const pageOf = (id: string): string => `<span class="page-number" data-page-of="${id}"></span>`;

/** A reference that names the page alone, and one that adds it. */
const alone = (id: string): string =>
  `<a href="#${id}"><span data-pages="printed">page ${pageOf(id)}</span><span data-pages="none">figure 1</span></a>`;
const added = (id: string): string =>
  `<a href="#${id}">figure 1<span data-pages="printed">, page ${pageOf(id)}</span></a>`;

function resolved(html: string, pages?: PrintedPages): string {
  const book = makeBook({ body: [makeSection('one', html)] });
  const [section] = withPageReferences(book, labelsIn(pages)).body;
  const words = section === undefined ? '' : toXhtml(section.tree);
  return words.replaceAll(/<\/?(?:span|section|h1|header|a)[^>]*>/g, '').trim();
}

describe('cross-references of an e-book', () => {
  it('name the printed page of what they lead to', () => {
    expect(resolved(`<p>${alone('harbour')}</p>`, printed)).toContain('<p>page 41</p>');
    expect(resolved(`<p>${added('preface')}</p>`, printed)).toContain('<p>figure 1, page ii</p>');
  });

  it('name no page where none is printed, or where it has no number or no place', () => {
    for (const [html, pages] of [
      [alone('harbour'), undefined],
      [added('harbour'), undefined],
      [alone('opening'), printed],
      [added('opening'), printed],
      [alone('elsewhere'), printed],
    ] as const)
      expect(resolved(`<p>${html}</p>`, pages)).toContain('<p>figure 1</p>');
  });

  it('leave nothing of what was for the emitters, and trees without references as they are', () => {
    const book = makeBook({
      body: [makeSection('one', `<p>${alone('harbour')}</p>`), makeSection('two', '<p>A</p>')],
    });
    const [one, two] = withPageReferences(book, labelsIn(printed)).body;
    expect(one && toXhtml(one.tree)).not.toMatch(/data-pages?(?:-of)?/);
    expect(two).toBe(book.body[1]);
  });
});
