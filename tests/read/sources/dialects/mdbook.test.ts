import { describe, expect, it } from 'vitest';
import { originOf } from '../../../../src/book/messages/origin.ts';
import { folderOf } from '../../../builders/folder.ts';
import type { Dialect } from '../../../../src/read/sources/dialects/dialect.ts';
import { stepped, translated } from './translated.ts';

const dialect: Dialect = {
  steps: new Set(['mdbook-includes', 'mdbook-code', 'mdbook-elements', 'images']),
  imageFolders: ['src'],
  variables: new Map([['hidelines.python', '~']]),
};

describe('code of mdBook', () => {
  it('loses the lines that are hidden and the words behind the language', async () => {
    const { text } = await translated(
      '```rust,ignore\n# use a;\nlet b = 1;\n#\n## [x]\n#[derive(A)]\n```\n\n```python\n~import x\nprint(1)\n```\n',
      dialect,
    );
    expect(text).toBe('```rust\nlet b = 1;\n# [x]\n#[derive(A)]\n```\n\n```python\nprint(1)\n```\n');
  });

  it('is looked up on the lines of the disk', async () => {
    const { file } = await translated('```rust\n# a\nb\n```\n\nHere.', dialect);
    expect(String(file).split('\n')[4]).toBe('Here.');
    expect(originOf(file, { line: 5, column: 2 }).point).toEqual({ line: 6, column: 2 });
  });
});

describe('includes of mdBook', () => {
  const lines = 'one\n// ANCHOR: a\ntwo\n// ANCHOR_END: a\nthree\n';

  it.each([
    ['{{#include ../code/a.rs}}', 'one\ntwo\nthree'],
    ['{{#include ../code/a.rs:a}}', 'two'],
    ['{{#rustdoc_include ../code/a.rs:1:3}}', 'one\ntwo'],
    ['{{#include ../code/a.rs:5:}}', 'three'],
    ['\\{{#include ../code/a.rs}}', '{{#include ../code/a.rs}}'],
    ['# T {{#title Page}}', '# T '],
  ])('%s', async (typed, expected) => {
    const root = await folderOf({ 'code/a.rs': lines });
    const { text, messages } = await translated(typed, dialect, { root, path: 'src/one.md' });
    expect(text).toBe(expected);
    expect(messages).toEqual([]);
  });

  it('that are not there are told of, and nothing outside of the folder is', async () => {
    const { text, messages } = await translated(
      'A\n{{#include no.md}}\n{{#include ../../../../etc/passwd}}',
      dialect,
      { root: await folderOf({}), path: 'src/one.md' },
    );
    expect(text).toBe('A');
    expect(messages).toEqual([
      '2 2 included files do not exist in the folder, or have no such part: no.md; next src/one.md:3:1',
    ]);
  });
});

it('numbered listings have their caption below', async () => {
  const { text } = await translated(
    '<Listing number="1-2" file-name="a.rs" caption="What it does">\n\n```rust\nx\n```\n\n</Listing>',
    dialect,
  );
  expect(text.replace(/\n+/g, '\n').trim()).toBe(
    'Filename: a.rs\n```rust\nx\n```\nListing 1-2: What it does',
  );
});

it('images are found from the folder of the sources, and those of the network are words', async () => {
  const root = await folderOf({ 'src/img/a b.png': 'x' });
  const { text, messages } = await translated(
    '![A](<img/a b.png>) ![B](https://example.org/b.png "B") `![C](c.png)`\n<img src="gone.png" alt="D">',
    dialect,
    { root, path: 'src/deep/one.md' },
  );
  expect(text).toBe('![A](<../img/a%20b.png>) B `![C](c.png)`\nD');
  expect(messages).toHaveLength(2);
});

it('names the rules of a specification, and leads to them', async () => {
  const text =
    'r[items]\n# Items\n\nr[items.fn]\nText, see [items], [so](items.fn), [more], [Type][grammar-Type].\n\n`r[x]`\n\n[more]: items.fn\n[no]: other.fn';
  expect(await stepped(text, 'mdbook-rules', 'mdbook-references')).toBe(
    '# Items\n\n<small id="r-items">items</small>\n\n<small id="r-items.fn">items.fn</small>\n\nText, see [items](one.md#r-items), [so](one.md#r-items.fn), [more], Type.\n\n`r[x]`\n\n[more]: one.md#r-items.fn\n[no]: other.fn',
  );
});
