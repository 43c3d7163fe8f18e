import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { build, sections, type Book, type Hast, type Section } from '../src/index.ts';
import { folderOf } from './builders/folder.ts';

/** Marks links to the wider web as external, as the Handbook shows it. */
function outside(book: Book<Hast>): Book<Hast> {
  for (const { tree } of sections(book)) {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'a' && String(properties['href']).startsWith('https:'))
        properties['rel'] = ['external'];
    });
  }
  return book;
}

test('a step of one’s own can be written with the types of the library', async () => {
  const folder = await folderOf({
    'book.yaml': 'title: Links\nlanguage: en\n',
    '01-one.md': '# One\n\n[words](https://example.org/)\n',
  });
  let seen: ReadonlyArray<Section<Hast>> = [];
  const result = await build(folder, {
    only: ['epub'],
    transformHtml: (book) => {
      seen = sections(outside(book));
      return book;
    },
  });
  expect(result.messages).toEqual([]);
  expect(result.ok).toBe(true);
  const links: unknown[] = [];
  for (const { tree } of seen)
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'a' && properties['href'] === 'https://example.org/') links.push(properties['rel']);
    });
  expect(links).toEqual([['external']]);
});

test('plugins of rehype see every section, and a step of one’s own after them may take its time', async () => {
  const folder = await folderOf({
    'book.yaml': 'title: Links\nlanguage: en\n',
    '01-one.md': '# One\n\nSome words.\n',
  });
  const seen: string[] = [];
  const result = await build(folder, {
    only: ['epub'],
    rehypePlugins: [
      () => async (tree, file) => {
        await Promise.resolve();
        visit(tree, 'text', ({ value }: { value: string }) => {
          if (value === 'Some words.') seen.push(`plugin ${file.path.endsWith('01-one.md')}`);
        });
      },
    ],
    transformHtml: async (book) => {
      await Promise.resolve();
      seen.push('step');
      return book;
    },
  });
  expect(result.ok).toBe(true);
  expect(seen).toEqual(['plugin true', 'step']);
});
