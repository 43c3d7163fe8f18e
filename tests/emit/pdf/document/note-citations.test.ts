import { describe, expect, test } from 'vitest';
import { citationsOf } from '../../../../src/emit/pdf/document/note-citations.ts';
import { makeBook } from '../../../builders/book.ts';
import { makeSection } from '../../../builders/hast-book.ts';

function mark(id: string, cited: string): string {
  return `<sup><a id="${id}" href="#${cited}" epub:type="noteref">1</a></sup>`;
}

function note(id: string, text = ''): string {
  return `<li class="note" id="${id}"><p>Text ${text}<a class="backlink" href="#m" epub:type="backlink">↩</a></p></li>`;
}

function citations(body: string, items: string, before = ''): ReturnType<typeof citationsOf> {
  const notes = makeSection('notes', `${before}<ol class="notes">${items}</ol>`, { role: 'endnotes' });
  return citationsOf(notes, makeBook({ body: [makeSection('one', body)], back: [notes] }));
}

describe('citationsOf', () => {
  test('has for each note its marks in reading order, notes in theirs', () => {
    const body = `<h2>Head${mark('m1', 'b')}</h2><p>${mark('m2', 'a')}</p><table><tbody><tr><td>${mark('m3', 'b')}`;
    expect(citations(body, note('a') + note('b'))).toEqual([
      { note: 'a', marks: ['m2'] },
      { note: 'b', marks: ['m1', 'm3'] },
    ]);
  });

  test('gives a note cited only in others their marks, through any number of them', () => {
    const items =
      note('a', mark('x1', 'b')) + note('b', mark('x2', 'c')) + note('c') + note('d', mark('x3', 'c'));
    expect(citations(`<p>${mark('m1', 'a')}${mark('m2', 'd')}</p>`, items)).toEqual([
      { note: 'a', marks: ['m1'] },
      { note: 'b', marks: ['m1'] },
      { note: 'c', marks: ['m2', 'm1'] },
      { note: 'd', marks: ['m2'] },
    ]);
  });

  test('goes by the marks in the text where a note is cited in others too', () => {
    const items = note('a', mark('x1', 'b')) + note('b');
    expect(citations(`<p>${mark('m1', 'a')}${mark('m2', 'b')}</p>`, items)).toContainEqual({
      note: 'b',
      marks: ['m2'],
    });
  });

  test('leaves out notes that no mark outside leads to, and ends on circles', () => {
    const items = note('a', mark('x1', 'b')) + note('b', mark('x2', 'a')) + note('c', mark('x3', 'c'));
    expect(citations('', items, `<p>${mark('m1', 'c')}</p>`)).toEqual([]);
  });

  test('goes through ten thousand notes that each cite the next', () => {
    const count = 10_000;
    const items = Array.from({ length: count }, (_, i) =>
      note(`n${i}`, i % 50 === 49 ? '' : mark(`x${i}`, `n${i + 1}`)),
    );
    const body = Array.from({ length: count / 50 }, (_, i) => mark(`m${i}`, `n${i * 50}`)).join('');
    const found = citations(`<p>${body}</p>`, items.join(''));
    expect(found).toHaveLength(count);
    expect(found[count - 1]).toEqual({ note: `n${count - 1}`, marks: [`m${count / 50 - 1}`] });
  });
});
