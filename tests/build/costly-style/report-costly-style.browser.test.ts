import { expect, test } from 'vitest';
import { build } from '../../../src/build/build.ts';
import { folderOf } from '../../builders/folder.ts';

test('a style that the browser comes to no end with is told of where it stands', async () => {
  const folder = await folderOf({
    'book.yaml': 'title: A\nlanguage: en\n',
    '01-one.md': `# One\n\n${'Text.\n\n'.repeat(1000)}`,
    // Each paragraph goes over a hundred pages.
    'theme.css': 'h1 { color: red; }\nem { color: red; }\np {\n  color: black;\n  height: 90000px;\n}\n',
  });
  const { ok, messages } = await build(folder, { only: ['pdf'], limits: { 'step-time': 8000 } });
  expect(ok).toBe(false);
  expect(messages.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    'theme.css:5 stylesheet-costly',
  ]);
  expect(messages[0]?.reason).toMatch(
    /^With what begins here, \w+ the \w+ takes the browser more than .*, without theme\.css \d+ seconds$/,
  );
}, 300_000);

test('where it is not the style, it stays an error of the browser', async () => {
  const folder = await folderOf({
    'book.yaml': 'title: A\nlanguage: en\n',
    '01-one.md': `# One\n\n${'Text.\n\n'.repeat(4000)}`,
    'theme.css': 'h1 { color: red; }\n',
  });
  const limits = { 'step-time': 10, 'step-time-of-text': 0, 'step-time-of-images': 0 };
  await expect(build(folder, { only: ['pdf'], limits })).rejects.toMatchObject({
    name: 'EnvironmentError',
    message: expect.stringMatching(/^The browser was stopped: it was at /) as string,
  });
});
