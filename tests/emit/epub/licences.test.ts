import { expect, it } from 'vitest';
import type { Font } from '../../../src/book/theme.ts';
import { emitEpub } from '../../../src/emit/epub/emit-epub.ts';
import { licencesOf } from '../../../src/emit/epub/licences.ts';
import { makeOneChapter, unpack } from '../../builders/rich-book.ts';

const face = (family: string, licence?: string): Font => ({
  family,
  weight: 400,
  style: 'normal',
  file: `${family}.ttf`,
  bytes: new Uint8Array(),
  use: 'text',
  ...(licence !== undefined && { licence }),
});

it('gives one for each family that has one', () => {
  expect([...licencesOf([face('EB Garamond', 'OFL'), face('EB Garamond', 'OFL'), face('Own')])]).toEqual([
    ['EB-Garamond.txt', 'OFL'],
  ]);
});

it('puts them beside the files of the container, in no manifest', async () => {
  const theme = { fonts: [face('Serif', 'Take it.')], stylesheet: '' };
  const files = await unpack(await emitEpub(makeOneChapter({}, {}), new Map(), theme));
  expect(files.get('META-INF/licences/Serif.txt')).toBe('Take it.');
  expect(files.get('OEBPS/content.opf')).not.toContain('licences');
});
