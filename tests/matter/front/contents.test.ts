import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import { attachContents } from '../../../src/matter/front/contents.ts';
import { makeMdastBook, makeHeadings, makeSection, toHtml } from '../../builders/mdast-book.ts';

function contentsOf(parts: Partial<Book>, metadata: Partial<Metadata> = {}): string | undefined {
  const page = attachContents(makeMdastBook(parts, metadata)).front.find(({ role }) => role === 'toc');
  return page && toHtml(page.tree);
}

/** The ids the contents link to, nested ones in brackets. */
function shapeOf(parts: Partial<Book>, metadata: Partial<Metadata> = {}): string | undefined {
  return contentsOf(parts, metadata)
    ?.replaceAll(/<ol[^>]*>/g, '[')
    .replaceAll('</ol>', ']')
    .replaceAll(/<a href="#([^"]*)">/g, '$1 ')
    .replaceAll(/<a [^>]*>.*?<\/a>|<span.*?<\/span>|<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');
}

function depth(value: 1 | 2 | 3): Partial<Metadata> {
  return { contents: { depth: value } };
}

describe('attachContents', () => {
  it('links number and title of each section and leaves room for the page', () => {
    const body = [makeSection('one', '', { titled: '*Call* me{a}', number: '1' }), makeSection('two')];
    expect(contentsOf({ body })).toBe(
      '<ol class="contents">' +
        '<li class="toc-chapter"><p class="entry"><a href="#one"><span class="number">1</span> ' +
        '<span class="title"><em>Call</em> me</span></a> <span class="page" data-page-of="one"></span></p></li>' +
        '<li class="toc-chapter"><p class="entry"><a href="#two"><span class="title">two</span></a> ' +
        '<span class="page" data-page-of="two"></span></p></li></ol>',
    );
  });

  it('nests chapters in their parts', () => {
    const body = [
      makeSection('intro', '', { role: 'introduction' }),
      makeSection('i', '', { role: 'part' }),
      makeSection('one', '', { part: 'i' }),
      makeSection('two', '', { part: 'i' }),
      makeSection('ii', '', { role: 'part' }),
      makeSection('three', '', { part: 'ii' }),
    ];
    expect(shapeOf({ body })).toBe('[intro i [one two ]ii [three ]]');
    expect(shapeOf({ body: body.map((section) => ({ ...section, toc: section.id !== 'i' })) })).toBe(
      '[intro one two ii [three ]]',
    );
  });

  it('nests headings as deep as the metadata allow', () => {
    const headings = makeHeadings([2, 'A'], [3, 'B'], [4, 'C'], [2, 'D'], [3, 'E'], [3, 'F']);
    const body = [makeSection('one', '', { headings }), makeSection('two')];
    expect(shapeOf({ body }, depth(1))).toBe('[one two ]');
    expect(shapeOf({ body }, depth(2))).toBe('[one [a d ]two ]');
    expect(shapeOf({ body }, depth(3))).toBe('[one [a [b ]d [e f ]]two ]');
  });

  it('bears headings that skip a level', () => {
    const headings = makeHeadings([3, 'A'], [3, 'B'], [2, 'C']);
    const body = [makeSection('one', '', { headings }), makeSection('two')];
    expect(shapeOf({ body }, depth(3))).toBe('[one [a b c ]two ]');
  });

  it('stays shallower where headings would make more than 60 entries', () => {
    const second = Array.from({ length: 58 }, (_, index) => [2, `H${index}`] as [2, string]);
    const fits = [makeSection('one', '', { headings: makeHeadings(...second) }), makeSection('two')];
    expect(shapeOf({ body: fits }, depth(2))?.split(' ')).toHaveLength(61);
    const third = makeHeadings(...second, [3, 'X']);
    const deep = [makeSection('one', '', { headings: third }), makeSection('two')];
    expect(shapeOf({ body: deep }, depth(3))).toBe(shapeOf({ body: fits }, depth(2)));
    const many = makeHeadings(...second, [2, 'X']);
    expect(
      shapeOf({ body: [makeSection('one', '', { headings: many }), makeSection('two')] }, depth(2)),
    ).toBe('[one two ]');
  });

  it('lists more than 60 sections all the same', () => {
    const body = Array.from({ length: 135 }, (_, index) => makeSection(`c${index}`));
    expect(shapeOf({ body })?.split(' ')).toHaveLength(136);
  });

  it('lists the headings of an article in place of its title', () => {
    const headings = makeHeadings([2, 'A'], [3, 'B'], [2, 'C']);
    const body = [makeSection('article', '', { titled: 'The Whale', headings })];
    const back = [makeSection('notes', '', { role: 'endnotes' })];
    for (const allowed of [1, 2] as const) expect(shapeOf({ body }, depth(allowed))).toBe('[a c ]');
    expect(shapeOf({ body, back }, depth(2))).toBe('[a c notes ]');
    expect(shapeOf({ body }, depth(3))).toBe('[a [b ]c ]');
  });

  it('lists an article under a title of its own', () => {
    const headings = makeHeadings([2, 'A'], [2, 'B']);
    expect(shapeOf({ body: [makeSection('article', '', { headings })] }, depth(2))).toBe('[article [a b ]]');
  });

  it('makes no contents of fewer than two entries', () => {
    expect(contentsOf({ body: [makeSection('one')] })).toBeUndefined();
    expect(
      contentsOf({ body: [makeSection('one', '', { headings: makeHeadings([2, 'A']) })] }),
    ).toBeUndefined();
    expect(contentsOf({})).toBeUndefined();
  });

  it('leaves out what asks to be left out', () => {
    const body = [makeSection('one'), makeSection('two', '', { toc: false }), makeSection('three')];
    expect(shapeOf({ body })).toBe('[one three ]');
  });

  it('names a section whose title has no words of its own by its plain title', () => {
    const bare = { titleTree: { type: 'root' as const, children: [] }, title: 'dedication' };
    expect(contentsOf({ body: [makeSection('one', '', bare), makeSection('two')] })).toContain(
      '<span class="title">dedication</span>',
    );
  });

  it('names the language of a title in another one', () => {
    const body = [makeSection('eins', '', { language: 'de' }), makeSection('two')];
    expect(contentsOf({ body })).toContain('<span class="title" lang="de">eins</span>');
  });

  it('stands after dedication and epigraph, before everything else in front', () => {
    const front = (['foreword', 'epigraph', 'dedication', 'preface'] as const).map((role) =>
      makeSection(role, '', { role }),
    );
    const after = attachContents(makeMdastBook({ front, body: [makeSection('one')] }));
    expect(after.front.map(({ role }) => role)).toEqual([
      'dedication',
      'epigraph',
      'toc',
      'foreword',
      'preface',
    ]);
    expect(after.front[2]).toMatchObject({ id: 'contents', title: 'Contents', toc: false, untitled: false });
  });

  it('gives way to the author’s own', () => {
    const front = [makeSection('mine', '', { role: 'toc' })];
    const book = makeMdastBook({ front, body: [makeSection('one'), makeSection('two')] });
    expect(attachContents(book)).toBe(book);
  });
});
