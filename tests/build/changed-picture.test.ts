import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/book/errors.ts';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { png } from '../builders/pictures.ts';

test.each(['Choosing the fonts', 'Making the editions'])(
  'a picture that is changed at the step "%s" leaves no release of old and new',
  async (when) => {
    const folder = await folderOf({
      'book.yaml': 'title: Pictures\nlanguage: en\n',
      'one.md': '# One\n\n![A picture](a.png)\n',
      'a.png': png(2, 2),
    });
    const building = build(folder, {
      only: ['epub'],
      threads: 1,
      onStep: (step) => {
        if (step === when) writeFileSync(join(folder, 'a.png'), png(3, 3));
      },
    });
    await expect(building).rejects.toThrow(EnvironmentError);
    await expect(building).rejects.toThrow('a.png was changed or removed while the book was being built');
  },
);
