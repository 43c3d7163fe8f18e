import { describe, expect, it } from 'vitest';
import { sections } from '../../src/book/book.ts';
import { attachMatter } from '../../src/matter/attach-matter.ts';
import { makeMdastBook, makeNote, makeSection, markNumbers, toHtml } from '../builders/mdast-book.ts';

const manuscript = makeMdastBook(
  {
    front: [
      makeSection('foreword', 'Read on{f}.', { role: 'foreword', numbered: false }),
      makeSection('for', 'To N. H.{d}', { role: 'dedication', untitled: true, toc: false, numbered: false }),
    ],
    body: [makeSection('one', 'A{a}.'), makeSection('two', 'B.')],
    back: [makeSection('index', '', { role: 'index', numbered: false })],
    notes: [makeNote('f', 'foreword'), makeNote('d', 'for'), makeNote('a', 'one')],
  },
  { date: '1851' },
);

describe('attachMatter', () => {
  it('puts every page where the trade has it', () => {
    expect(sections(attachMatter(manuscript)).map(({ id }) => id)).toEqual([
      'title-page',
      'copyright',
      'for',
      'contents',
      'foreword',
      'one',
      'two',
      'notes',
      'index',
    ]);
  });

  it('numbers notes in the order in which the sections finally stand', () => {
    const book = attachMatter(manuscript);
    expect(book.notes.map(({ id }) => id)).toEqual(['d', 'f', 'a']);
    expect(sections(book).flatMap(({ tree }) => markNumbers(tree))).toEqual(['1', '2', '3']);
  });

  it('lists numbers and endnotes in the contents', () => {
    const contents = attachMatter(manuscript).front.find(({ role }) => role === 'toc');
    const html = toHtml(contents?.tree ?? { type: 'root', children: [] });
    expect(html).toContain('<a href="#two"><span class="number">2</span> <span class="title">two</span></a>');
    expect(html).toContain('<a href="#notes"><span class="title">Notes</span></a>');
    expect([...html.matchAll(/href="#(\w+)"/g)].map((match) => match[1])).toEqual([
      'foreword',
      'one',
      'two',
      'notes',
      'index',
    ]);
  });

  it('makes no page twice', () => {
    const once = attachMatter({ ...manuscript, notes: [] });
    expect(sections(attachMatter(once)).map(({ id }) => id)).toEqual(sections(once).map(({ id }) => id));
  });

  it('gives every section an id of its own', () => {
    const body = ['title-page', 'copyright', 'contents', 'notes'].map((id) => makeSection(id, '{a}'));
    const book = attachMatter({ ...manuscript, body, notes: [makeNote('a', 'notes')] });
    const ids = sections(book).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('title-page-2');
  });
});
