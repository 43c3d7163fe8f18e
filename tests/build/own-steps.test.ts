import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, onTestFinished, test } from 'vitest';
import { sections } from '../../src/book/book.ts';
import { UsageError } from '../../src/book/errors.ts';
import { site } from '../../src/build/site.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';

/* What callers of the library put into the road of a book. */

const book = {
  'book.yaml': 'title: T\nlanguage: en\nprint: { theme: harbour }\n',
  'one.md': '# One\n\n:::spoiler\nHe *dies*.[^1]\n:::\n\n[^1]: Alas.\n',
};

/** As the Handbook shows it. */
function spoilers() {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (node) => {
      if (node.name === 'spoiler') Object.assign(node, { name: 'aside', attributes: { class: 'spoiler' } });
    });
  };
}

async function theme(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-theme-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(new URL('../../templates/themes/modern/', import.meta.url), folder, { recursive: true });
  const styles = await readFile(join(folder, 'epub.css'), 'utf8');
  await writeFile(join(folder, 'epub.css'), `${styles}\n.spoiler { color: teal; }\n`);
  return folder;
}

test('a directive and a theme of the caller’s own are in what is made', async () => {
  const { ok, messages, artifacts } = await site(await folderOf(book), {
    remarkPlugins: [spoilers],
    themes: { harbour: await theme() },
  });
  expect([ok, messages]).toEqual([true, []]);
  const text = (name: string): string =>
    Buffer.from(held(artifacts.find(({ path }) => path === name)?.bytes)).toString('utf8');
  expect(text('one.html')).toMatch(/class="[^"]*spoiler[^"]*".*<em>dies<\/em>.*doc-noteref/s);
  expect(text('site.css')).toContain('.spoiler { color: teal; }');
});

test('without the plugin the directive is none, and without the folder the theme', async () => {
  const { messages } = await site(await folderOf(book));
  expect(messages.map(({ rule }) => rule)).toEqual(['config-value']);
  const other = { ...book, 'book.yaml': 'title: T\nlanguage: en\n' };
  expect((await site(await folderOf(other))).messages.map(({ rule }) => rule)).toContain('directive-unknown');
});

test('plugins are run anew for a book whose files were parsed before', async () => {
  const folder = await folderOf({ 'book.yaml': 'title: T\nlanguage: en\n', 'one.md': '# One\n\nwhale\n' });
  const louder = (word: string) => () => (tree: Root) => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replace('whale', word);
    });
  };
  const made: string[] = [];
  for (const word of ['shark', 'squid']) {
    let text = '';
    await site(folder, {
      cache: true,
      remarkPlugins: [louder(word)],
      transformHtml: (given) => {
        text = JSON.stringify(sections(given).map(({ tree }) => tree));
        return given;
      },
    });
    made.push(text);
  }
  expect(made[0]).toContain('shark');
  expect(made[1]).toContain('squid');
});

test('a theme that is not there is told of', async () => {
  const asked = site(await folderOf(book), { themes: { harbour: '/nowhere/at/all' } });
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow('The theme "harbour" in /nowhere/at/all cannot be read');
});
