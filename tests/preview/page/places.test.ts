import { describe, expect, it } from 'vitest';
import { editorLink, movedPage, pageOf, sourceAt } from '../../../src/preview/page/places.ts';
import type { BlockPart } from '../../../src/preview/protocol.ts';

function part(page: number, top: number, bottom: number, more: Partial<BlockPart> = {}): BlockPart {
  return { page, top, bottom, from: 0, to: 1, file: 'a.md', line: 1, lastLine: 1, ...more };
}

describe('what was written at a place of a page', () => {
  const blocks = [
    part(3, 0, 500, { line: 1, lastLine: 90 }),
    part(3, 100, 200, { line: 10, lastLine: 13 }),
    part(3, 220, 260, { line: 15, lastLine: 15 }),
    part(3, 400, 500, { line: 20, lastLine: 29, from: 0, to: 0.5 }),
    part(4, 50, 150, { line: 20, lastLine: 29, from: 0.5, to: 1 }),
  ];

  it('is the line of the innermost block, as far down as the place is', () => {
    expect(sourceAt(blocks, 3, 101)).toEqual({ file: 'a.md', line: 10 });
    expect(sourceAt(blocks, 3, 199)).toEqual({ file: 'a.md', line: 13 });
  });

  it('goes on in the part of a block that stands on the next page', () => {
    expect(sourceAt(blocks, 3, 499)?.line).toBe(24);
    expect(sourceAt(blocks, 4, 51)?.line).toBe(25);
    expect(sourceAt(blocks, 4, 149)?.line).toBe(29);
  });

  it('is the nearest above, or else the first, where nothing stands', () => {
    expect(sourceAt(blocks, 4, 300)?.line).toBe(29);
    expect(sourceAt(blocks, 4, 10)?.line).toBe(25);
    expect(sourceAt(blocks, 9, 10)).toBeUndefined();
  });
});

describe('the page of a line', () => {
  const blocks = [
    part(0, 0, 50, { line: 1, lastLine: 40 }),
    part(0, 0, 50, { line: 3, lastLine: 3 }),
    part(1, 0, 50, { line: 10, lastLine: 19, from: 0, to: 0.5 }),
    part(2, 0, 50, { line: 10, lastLine: 19, from: 0.5, to: 1 }),
    part(7, 0, 50, { file: 'b.md' }),
  ];

  it.each([
    ['a.md', 3, 0],
    ['a.md', 10, 1],
    ['a.md', 19, 2],
    ['a.md', 25, 2],
    ['b.md', 99, 7],
    ['c.md', 1, undefined],
  ])('%s:%i', (file, line, page) => {
    expect(pageOf(blocks, { file, line })).toBe(page);
  });
});

describe('a page of an earlier print', () => {
  const print = (count: number, ...starts: ReadonlyArray<number>) => ({
    pages: Array.from({ length: count }, () => ({ label: '', blank: false, file: '', number: 1 })),
    sections: starts.map((page, index) => ({ id: `s${index}`, page })),
  });

  it('is as far from the beginning of its section', () => {
    expect(movedPage(7, print(10, 0, 5), print(12, 0, 7))).toBe(9);
  });

  it('is the last of its section where that has become shorter', () => {
    expect(movedPage(4, print(10, 0, 5), print(8, 0, 3))).toBe(2);
    expect(movedPage(9, print(10, 0, 5), print(7, 0, 5))).toBe(6);
  });

  it('keeps its number where its section has gone, as far as there are pages', () => {
    expect(movedPage(9, print(10, 0, 5), print(3, 0))).toBe(2);
  });
});

it('addresses of editors say which file and line, whatever is in its name', () => {
  expect(editorLink({ folder: '/home/me/my book', editor: 'vscode' }, { file: 'a #1.md', line: 3 }, 2)).toBe(
    'vscode://file/home/me/my%20book/a%20%231.md:3:2',
  );
  expect(editorLink({ folder: 'C:\\book', editor: 'zed' }, { file: 'a.md', line: 3 })).toBe(
    'zed://file/C:/book/a.md:3:1',
  );
});
