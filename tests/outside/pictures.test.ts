import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';
import { cameraJpeg } from '../builders/photographs.ts';
import { pictureBook } from '../builders/picture-book.ts';
import { epubcheckFindings, epubcheckJars, hasEpubchecks } from './epubcheck.ts';
import { hasCommand, output } from './tools.ts';

describe.runIf(hasEpubchecks)('an e-book of pictures of all kinds', () => {
  it.each(Object.entries(epubcheckJars))('has no fault for EPUBCheck, %s', async (_, jar) => {
    const { artifacts } = await build(await folderOf(await pictureBook()), { only: ['epub'] });
    const epub = held(artifacts.find(({ kind }) => kind === 'epub')?.bytes);
    expect(epubcheckFindings(jar, new Map([['pictures', epub]]))).toEqual([]);
  });
});

describe.runIf(hasCommand('pdftoppm'))('a photograph stored on its side', () => {
  it('stands upright in print: its red half above the blue one', async () => {
    const folder = await folderOf({
      'book.yaml': 'title: Turned\nlanguage: en\ncontributors: [{ name: A. Author, role: author }]\n',
      'one.md': '# One\n\n![Two halves](turned.jpg){width=30%}\n',
      'turned.jpg': cameraJpeg(6),
    });
    const { artifacts } = await build(folder, { only: ['pdf'] });
    const pdf = held(artifacts.find(({ kind }) => kind === 'pdf')?.bytes);
    writeFileSync(join(folder, 'turned.pdf'), pdf);
    output('pdftoppm', ['-png', '-r', '72', join(folder, 'turned.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
    const rows = (await Promise.all(pages.map((page) => colouredRows(join(folder, page))))).flat();
    expect(rows.length).toBeGreaterThan(30);
    const red = rows.filter((colour) => colour === 'red').length;
    expect(Math.abs(red - rows.length / 2)).toBeLessThan(rows.length / 8);
    expect(rows).toEqual([...Array(red).fill('red'), ...Array(rows.length - red).fill('blue')]);
  });
});

/** The colour of each row of pixels that has one, from above. */
async function colouredRows(file: string): Promise<string[]> {
  const { data, info } = await sharp(readFileSync(file))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, y) => {
    const row = data.subarray(y * info.width * 3, (y + 1) * info.width * 3);
    const has = (strong: number, weak: number): boolean =>
      row.some((value, at) => at % 3 === strong && value > 180 && (row[at - strong + weak] ?? 0) < 80);
    return has(0, 2) ? (has(2, 0) ? 'both' : 'red') : has(2, 0) ? 'blue' : '';
  }).filter((colour) => colour !== '');
}
