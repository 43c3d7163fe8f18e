import { expect, test } from 'vitest';
import { build } from '../../../src/build/build.ts';
import { usualLimits } from '../../../src/book/limits.ts';
import { folderOf } from '../../builders/folder.ts';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">${inside}</svg>`;

/** Each step takes what the one before it is merged of, ten times. */
const merged = Array.from(
  { length: 12 },
  (_, step) =>
    `<feMerge result="r${step}">${`<feMergeNode in="${step === 0 ? 'SourceGraphic' : `r${step - 1}`}"/>`.repeat(10)}</feMerge>`,
).join('');
const costly = `<filter id="f">${merged}</filter><rect filter="url(#f)" width="100" height="100"/>`;

const files = {
  'book.yaml': 'title: A\nlanguage: en\n',
  '01-one.md': '# One\n\nText.\n\n![Fine.](fine.svg)\n\n![Costly.](costly.svg)\n\n![Costly.](costly.svg)\n',
  'fine.svg': svg('<rect width="50" height="50"/>'),
  'costly.svg': svg(costly),
};

test('a drawing that the browser comes to no end with is told of wherever it stands', async () => {
  const limits = { 'drawing-time': 5000, 'step-time': usualLimits['step-time'] };
  const { ok, messages, artifacts } = await build(await folderOf(files), { only: ['pdf'], limits });
  expect(ok).toBe(false);
  expect(artifacts).toEqual([]);
  const told = messages.filter(({ severity }) => severity === 'error');
  expect(told.map(({ file, line, rule, reason }) => `${file}:${line} ${rule} ${reason}`)).toEqual([
    '01-one.md:7 svg-unsafe The image "costly.svg" takes the browser more than 5 seconds',
    '01-one.md:9 svg-unsafe The image "costly.svg" takes the browser more than 5 seconds',
  ]);
}, 120_000);

test('where the browser had to be stopped before, the drawings are looked at afterwards', async () => {
  const limits = {
    'drawing-time': 5000,
    'step-time': 3000,
    'step-time-of-images': 0,
    'step-time-of-text': 0,
  };
  const { messages } = await build(await folderOf(files), { only: ['pdf'], limits });
  expect(messages.filter(({ severity }) => severity === 'error').map(({ line }) => line)).toEqual([7, 9]);
}, 120_000);

test('where no drawing is the reason, it stays an error of the browser', async () => {
  const limits = { 'step-time': 10, 'step-time-of-text': 0, 'step-time-of-images': 0 };
  const text = `# One\n\n![Fine.](fine.svg)\n\n${'Text.\n\n'.repeat(4000)}`;
  await expect(
    build(await folderOf({ ...files, '01-one.md': text }), { only: ['pdf'], limits }),
  ).rejects.toMatchObject({
    name: 'EnvironmentError',
    message: expect.stringMatching(/^The browser was stopped: it was at /) as string,
  });
}, 120_000);
