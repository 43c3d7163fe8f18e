import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { sections, type Book, type Hast } from '../../src/book/book.ts';
import type { Element } from 'hast';
import { folderOf } from '../builders/folder.ts';

const books = new URL('../fixtures/books/', import.meta.url);

const leaves = new Set('dd dt figcaption h1 h2 h3 h4 li p pre td th'.split(' '));

/** Whether an element is a block of text without blocks in it. */
function isLeaf(element: Element): boolean {
  let blocks = 0;
  let formulas = 0;
  visit(element, 'element', (inner) => {
    if (leaves.has(inner.tagName)) blocks += 1;
    // Formulas have no words.
    if (inner.tagName === 'math') formulas += 1;
  });
  return (
    blocks === 1 &&
    formulas === 0 &&
    leaves.has(element.tagName) &&
    /[\p{L}\p{N}]{2}/u.test(toString(element))
  );
}

/** Empties each block with this remainder, and gives the lines of those the author wrote. */
function emptied(book: Book<Hast>, remainder: number, of: number): Set<number> {
  const lines = new Set<number>();
  let count = 0;
  for (const { tree, file, role } of sections(book)) {
    // Chapters have their notes in the files they were written in.
    if (role === 'endnotes') continue;
    visit(tree, 'element', (element) => {
      if (element.properties['role'] === 'doc-endnotes') return SKIP;
      if (!isLeaf(element)) return undefined;
      count += 1;
      if (count % of !== remainder) return SKIP;
      if (element.position !== undefined && file.path !== 'book.yaml') lines.add(element.position.start.line);
      element.children = [];
      return SKIP;
    });
  }
  return lines;
}

const editions = ['EPUB', 'PDF', 'press PDF'];

describe.each(['everything', 'right-to-left'])('the book %s', (name) => {
  test.each([0, 1, 2])('without every third block, from %i on, fails in each edition', async (remainder) => {
    let lines = new Set<number>();
    const result = await build(new URL(name, books).pathname, {
      transformHtml: (book) => {
        lines = emptied(book, remainder, 3);
        return book;
      },
    });
    expect(result.ok).toBe(false);
    expect(lines.size).toBeGreaterThan(0);
    for (const edition of editions) {
      const told = result.messages
        .filter(({ rule, reason }) => rule.endsWith('-lost') && reason.startsWith(`In the ${edition} `))
        .map(({ line }) => line);
      // Of two texts alike, one beside the other, either is told of.
      const near = (line: number): boolean => told.some((each) => Math.abs(each - line) <= 1);
      expect([...lines].filter((line) => !near(line))).toEqual([]);
    }
  });
});

test('a hyphen that ends a line takes no letters from the ligature it stands in', async () => {
  const words =
    'the efficient the affluent harbour :smallcaps[and 1867, affluent before rang] e^2^ x:sup[10] ' +
    ':smallcaps[letters affluent no letters no] as “first” shuffled shuffled of affluent no naïve letters';
  const folder = await folderOf({
    'book.yaml': 'title: Ligatures\nlanguage: en\nauthor: Ada Byron\nprint: { theme: scholarly }\n',
    'one.md': `# One\n\n- ${words} the bell efficient as over harbour\n\n- affluent\n`,
  });
  // The text of every edition is proved.
  expect(await build(folder, { only: ['pdf'] })).toMatchObject({ ok: true, messages: [] });
});
