import { expect, it } from 'vitest';
import { sections } from '../../../src/book/book.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { withoutProse } from '../../../src/preview/chapter/without-prose.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';

it('leaves what the rest of a book may depend on', async () => {
  const text = [
    '# One',
    'Words, *more* and **others**.',
    'A mark.[^a]',
    '## Below',
    'A [link](https://example.org) and `code`.',
    '- An entry',
    '[^a]: A note.',
  ].join('\n\n');
  const folder = await folderOf({ 'book.yaml': 'title: T\nlanguage: en\n', '01.md': `${text}\n` });
  const [section] = sections(parseManuscript(await readManuscript(folder)));
  if (section === undefined) throw new Error('There is no section');
  const kinds = withoutProse(section).tree.children.map(({ type }) => type);
  expect(kinds).toEqual(['paragraph', 'heading', 'paragraph', 'list']);
  expect(section.tree.children.length).toBe(5);
});
