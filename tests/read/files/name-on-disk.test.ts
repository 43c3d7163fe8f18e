import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nameOnDisk } from '../../../src/read/files/name-on-disk.ts';
import { readSafely } from '../../../src/read/files/safe-file.ts';
import { readManuscript } from '../../../src/read/manuscript.ts';
import { folderOf } from '../../builders/folder.ts';

const composed = 'b\u00fccher/caf\u00e9.md';
const decomposed = composed.normalize('NFD');

describe('a name with accents', () => {
  it.each([
    [composed, decomposed],
    [decomposed, composed],
  ])('is found however it is spelled (%#)', async (stored, wanted) => {
    const root = await folderOf({ [stored]: 'x' });
    expect(await nameOnDisk(root, wanted)).toBe(stored);
    expect(Buffer.from((await readSafely(root, wanted, 9)).bytes ?? []).toString()).toBe('x');
    expect(await readSafely(root, `${wanted}x`, 9)).toEqual({ fault: 'missing' });
  });

  it('is the one as spelled where the disk has both', async () => {
    const root = await folderOf({ ['\u00e9']: 'composed', ['e\u0301']: 'decomposed' });
    // Disks of Macs know one of the two only.
    if ((await readdir(root)).length < 2) return;
    expect(await nameOnDisk(root, 'e\u0301')).toBe('e\u0301');
    expect(await nameOnDisk(root, '\u00e9')).toBe('\u00e9');
  });

  it('is one name in contents', async () => {
    const book = `title: A\nlanguage: en\ncontents: [${composed.replace('/', '\\')}]\n`;
    const root = await folderOf({ 'book.yaml': book, [decomposed]: '# A' });
    const { sources, files } = await readManuscript(root);
    expect(sources.map(({ file }) => file.path)).toEqual([composed]);
    expect(files.flatMap(({ messages }) => messages)).toEqual([]);
  });
});
