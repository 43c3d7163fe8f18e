import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Book, Hast } from '../../../src/book/book.ts';
import { sections } from '../../../src/book/book.ts';
import { build } from '../../../src/build/build.ts';
import { folderOf } from '../../builders/folder.ts';

const manuscript = {
  'book.yaml': 'title: A Book\nlanguage: en\n',
  '01-one.md': '# One\n\nThe *tide* came in.[^a]\n\n- first\n- second\n\n> A quotation & more.\n',
  '02-two.md': '# Two\n\nText.[^b]\n\n[^b]: A note.\n',
  'notes.md': '[^a]: The note of *one*.\n',
};

/** The book with a fault at the last element of a name. */
function spoiled(book: Book<Hast>, path: string, tagName: string): Book<Hast> {
  let last: Element | undefined;
  for (const { tree, file } of sections(book)) {
    if (path !== 'any' && file.path !== path) continue;
    visit(tree, 'element', (node) => {
      if (node.tagName === tagName) last = node;
    });
  }
  if (last !== undefined) last.properties['href'] = '#nowhere';
  if (last !== undefined) last.tagName = 'a';
  return book;
}

async function findings(path: string, tagName: string) {
  const folder = await folderOf(manuscript);
  const { messages, ok } = await build(folder, {
    only: ['epub'],
    transformHtml: (book) => spoiled(book, path, tagName),
  });
  expect(ok).toBe(false);
  return messages.filter(({ rule }) => rule === 'epubcheck/RSC-012');
}

describe('what a check finds in the finished EPUB', () => {
  it.each([
    ['01-one.md', 'em', '01-one.md', 3, 1],
    ['01-one.md', 'li', '01-one.md', 6, 1],
    ['01-one.md', 'blockquote', '01-one.md', 8, 1],
    ['02-two.md', 'p', '02-two.md', 3, 1],
    ['any', 'em', 'notes.md', 1, 7],
  ])(
    'is told at its place in the manuscript: in %s the last <%s>',
    async (path, tagName, file, line, column) => {
      const found = await findings(path, tagName);
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]).toMatchObject({
        file,
        line,
        column,
        reason: expect.stringMatching(/\(a-book\.epub\/OEBPS\/\w+\.xhtml:\d+:\d+\)$/),
      });
    },
  );

  it('is told at its line in theme.css, and a face without a file at its own', async () => {
    const faces = '@font-face {\n  font-family: X;\n  src: local("Arial");\n}\n';
    const told = async (css: string): Promise<string[]> => {
      const { messages } = await build(await folderOf({ ...manuscript, 'theme.css': css }), {
        only: ['epub'],
      });
      return messages
        .filter(({ file }) => file === 'theme.css')
        .map(({ line, column, rule }) => `${line}:${column} ${rule}`);
    };
    expect(await told('\n\nh2 { color: red }\n</style>\n\np { color: red }\n\n')).toEqual([
      expect.stringMatching(/^4:\d+ epubcheck\/CSS-008$/),
    ]);
    expect(await told(faces)).toEqual(['3:8 stylesheet-url']);
    expect(await told(faces.replace(';\n}', ', url(fonts/none.ttf);\n}'))).toEqual(['3:24 stylesheet-url']);
  });
});
