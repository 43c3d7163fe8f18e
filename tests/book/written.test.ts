import { expect, it } from 'vitest';
import { keptPlaces, writtenBook, type WrittenBook } from '../../src/book/written.ts';

const picture = { path: 'a.png', mediaType: 'image/png', width: 20, height: 10 };
const place = { characters: 0, elements: 1, file: '01.md', line: 1, column: 1 };
const written: WrittenBook = new Map([
  [
    'one',
    [
      { ...place, page: 3 },
      { ...place, characters: 12, line: 3, column: 5 },
      { ...place, characters: 15, line: 3, column: 9 },
      { ...place, characters: 15, elements: 2, line: 3, column: 9, page: 4 },
      { ...place, characters: 20, line: 7, picture },
      { ...place, characters: 31, file: 'notes.md' },
    ],
  ],
  ['nobody wrote it', []],
  ['two', [{ ...place, file: '02.md' }]],
]);

it('are kept in few characters: the elements of one line once, but for pages and pictures', () => {
  expect(keptPlaces(written, [picture])).toEqual({
    files: ['01.md', 'notes.md', '02.md'],
    sections: { one: '0,1,1p3f0 12,1,3:5 3,2,3:9p4 5,1,7i0 11,1,1f1', two: '0,1,1f2' },
  });
});

it('are read as they were kept', () => {
  const read = writtenBook(keptPlaces(written, [picture]), [picture], [...written.keys()]);
  const once = [...(written.get('one') ?? [])].toSpliced(2, 1);
  expect([...read]).toEqual([
    ['one', once],
    ['nobody wrote it', []],
    ['two', written.get('two')],
  ]);
});

it('passes over what is no place', () => {
  const sections = { one: '0,1,1f9 x 1,1 -1,2,3 2,1,4p1i7' };
  const [first, second, ...others] = writtenBook({ files: [], sections }, [], ['one']).get('one') ?? [];
  expect(first).toEqual({ ...place, file: '' });
  expect(second).toEqual({ ...place, characters: 2, file: '', line: 4, page: 1 });
  expect(others).toEqual([]);
});
