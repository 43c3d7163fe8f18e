import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { configOfSource } from '../../../src/read/sources/config-of-source.ts';
import { findSource } from '../../../src/read/sources/find-source.ts';
import { folderOf } from '../../builders/folder.ts';

const files = {
  'book.toml': '[book]\ntitle = "Tides"\nauthors = ["Ada Shore"]\n',
  'src/SUMMARY.md': '[Before](before.md)\n\n# The Sea\n\n- [One](one.md)\n  - [Two](two.md)\n',
  'src/before.md': '# Before\n\nText.\n',
  'src/one.md': '# One\n\nText.\n',
  'src/two.md': '# Two\n\nText.\n',
};

it('says what the files of another program do', async () => {
  const source = await findSource(await folderOf(files));
  expect(source && configOfSource(source)).toBe(
    'title: Tides\nlanguage: en\nauthor: Ada Shore\ncontents:\n  - src/before.md\n  - part: The Sea\n    contents:\n      - src/one.md\n      - src/two.md',
  );
});

it('written beside them, leaves the book as it was', async () => {
  const folder = await folderOf(files);
  const before = await readManuscript(folder);
  const source = await findSource(folder);
  await writeFile(join(folder, 'book.yaml'), source === undefined ? '' : configOfSource(source));
  const after = await readManuscript(folder);
  const shape = ({ sources, metadata }: typeof before): unknown => [
    metadata.title,
    sources.map((each) =>
      each.kind === 'part' ? [each.title, each.numbered] : [each.file.path, each.below, each.frontMatter],
    ),
  ];
  expect(shape(after)).toEqual(shape(before));
});
