import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { documentAt, initialize, kinds } from '../../src/commands/init.ts';
import { docx, mark, paragraph, run } from '../builders/docx.ts';
import { folderOf } from '../builders/folder.ts';

const [, , article] = await kinds();
if (article === undefined) throw new Error('There is no kind for articles');

test('a book made from a Word document with thirty notes is built without a message, and has them all', async () => {
  const ranks = Array.from({ length: 30 }, (_unused, index) => index + 1);
  const body = [
    paragraph(run('The Salt Roads'), 'Title'),
    ...ranks.flatMap((rank) => [
      ...(rank % 10 === 1 ? [paragraph(run(`Road number ${rank}`), 'heading 1')] : []),
      paragraph(
        `${run(`What is said of stone ${rank}, and of ${rank} * 2 [or so]`)}${mark(rank)}${run('.')}`,
      ),
    ]),
  ].join('');
  const notes = ranks.map((rank) => paragraph(run(`See the stone of ${rank} miles.`)));
  const source = await folderOf({
    'draft.docx': await docx(body, { notes, styles: ['Title', 'heading 1'] }),
  });
  const from = await documentAt(join(source, 'draft.docx'), {});
  expect(from.remarks).toEqual([]);
  const folder = await folderOf({});
  await initialize(folder, {
    title: from.metadata.title,
    author: 'Jane Doe',
    language: 'en',
    kind: article,
    year: 2026,
    from,
  });
  const { ok, messages, artifacts } = await build(folder);
  expect(messages).toEqual([]);
  expect(ok).toBe(true);
  expect(artifacts.map(({ path }) => path)).toContain('the-salt-roads.epub');
});
