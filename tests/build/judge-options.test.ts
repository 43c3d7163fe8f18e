import { expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { judgeOptions } from '../../src/build/judge-options.ts';
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
  [{ onlu: ['epub'] }, 'There is no option "onlu". Did you mean "only"?'],
  [{ constructor: 1 }, 'There is no option "constructor"'],
  [{ strict: 'yes' }, 'strict takes true or false, not "yes"'],
  [{ limits: { pixels: 1 } }, 'There is no limit "pixels"'],
  [{ limits: { 'image-pixels': -1 } }, 'The limit image-pixels is a whole number, not -1'],
  [{ epoch: 1.5 }, 'epoch takes whole seconds since 1970'],
  [{ threads: 4 }, 'threads takes 1 or 2'],
  [{ transformHtml: 'x' }, 'transformHtml takes a function, not "x"'],
  [['epub'], 'Options are an object'],
  [null, 'Options are an object'],
])('%j is refused', (options, told) => {
  expect(() => judgeOptions(options)).toThrow(UsageError);
  expect(() => judgeOptions(options)).toThrow(told);
});

test('a build and a watch tell of it before anything is read', async () => {
  const wrong = JSON.parse('{ "stric": true }') as object;
  await expect(build('/nowhere', wrong)).rejects.toThrow('Did you mean "strict"?');
  await expect(watch('/nowhere', wrong).next()).rejects.toThrow('Did you mean "strict"?');
});
