import { expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { judgeOptions } from '../../src/build/judge-options.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import { site } from '../../src/build/site.ts';
import { check } from '../../src/commands/check.ts';
import { verify } from '../../src/commands/verify.ts';
import { preview } from '../../src/preview/preview.ts';
import { folderOf } from '../builders/folder.ts';
import { build } from '../../src/build/build.ts';
import { watch } from '../../src/build/watch.ts';

test('options that are right are taken', () => {
  expect(() =>
    judgeOptions({
      only: ['epub'],
      strict: true,
      browser: '/usr/bin/chromium',
      limits: { 'image-pixels': 80e6 },
      epoch: 0,
      rehypePlugins: [],
      transformHtml: (book: unknown) => book,
      threads: 1,
      cache: false,
      onStep: undefined,
      onNote: () => undefined,
    }),
  ).not.toThrow();
});

test.each([
  [{ only: ['mobi'] }, 'only takes epub, pdf or press, not "mobi"'],
  [{ only: ['epubs'] }, 'only takes epub, pdf or press, not "epubs". Did you mean "epub"?'],
  [{ only: 'epub' }, 'only takes a list, such as [\'epub\'], not "epub"'],
  [{ themes: ['harbour'] }, "themes takes paths of folders by names, such as { harbour: 'themes/harbour' }"],
  [{ remarkPlugins: {} }, 'remarkPlugins takes a list of plugins'],
  [
    { rehypePlugins: [() => undefined, 3] },
    'rehypePlugins takes a list of plugins, and 3, number 2 of it, is none',
  ],
  [{ onlu: ['epub'] }, 'There is no option "onlu". Did you mean "only"?'],
  [{ constructor: 1 }, 'There is no option "constructor"'],
  [{ strict: 'yes' }, 'strict takes true or false, not "yes"'],
  [{ limits: { pixels: 1 } }, 'There is no limit "pixels"'],
  [{ limits: { 'image-pixels': -1 } }, 'The limit image-pixels is a whole number, not -1'],
  [{ epoch: 1.5 }, 'epoch takes whole seconds since 1970'],
  [{ epoch: 1e12 }, 'epoch takes whole seconds since 1970'],
  [{ threads: 4 }, 'threads takes 1 or 2'],
  [{ transformHtml: 'x' }, 'transformHtml takes a function, not "x"'],
  [['epub'], 'Options are an object'],
  [null, 'Options are an object'],
])('%j is refused', (options, told) => {
  expect(() => judgeOptions(options)).toThrow(UsageError);
  expect(() => judgeOptions(options)).toThrow(told);
});

test('a site has no options that are those of pages', async () => {
  await expect(site('/nowhere', JSON.parse('{ "only": ["epub"] }') as object)).rejects.toThrow(
    new UsageError('A site has no option "only"'),
  );
});

test.each([build, site, preview] as const)('%o needs a folder', async (made) => {
  await expect(made(undefined as unknown as string)).rejects.toThrow(
    new UsageError('The first argument is the path of the manuscript folder, not undefined'),
  );
});

test('a check and a verification tell of options that there are not', async () => {
  const wrong = JSON.parse('{ "strict": true }') as object;
  await expect(check('/nowhere', wrong)).rejects.toThrow('There is no option "strict"');
  await expect(verify('/nowhere', wrong)).rejects.toThrow('There is no option "strict"');
});

test('a step of the caller that returns no book is told of', async () => {
  const folder = await folderOf({ 'book.yaml': 'title: T\nlanguage: en\n', '01.md': '# One\n\nText.\n' });
  const transformHtml = (() => undefined) as unknown as NonNullable<BuildOptions['transformHtml']>;
  await expect(site(folder, { transformHtml })).rejects.toThrow(
    new UsageError('transformHtml must return the book, changed or as it was'),
  );
});

test('a build and a watch tell of it before anything is read', async () => {
  const wrong = JSON.parse('{ "stric": true }') as object;
  await expect(build('/nowhere', wrong)).rejects.toThrow('Did you mean "strict"?');
  await expect(watch('/nowhere', wrong).next()).rejects.toThrow('Did you mean "strict"?');
});
