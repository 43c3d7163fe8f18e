import { readFile } from 'node:fs/promises';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readProfiles } from '../../../src/read/printers/profiles.ts';
import { makeMetadata, sixByNine } from '../../builders/metadata.ts';
import { folderOf } from '../../builders/folder.ts';

const own = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../../templates/profiles/${name}.icc`, import.meta.url));

async function read(profile?: string, files: Readonly<Record<string, Uint8Array>> = {}) {
  const file = new VFile({ path: 'book.yaml' });
  const place = { line: 3, column: 20 };
  const book = {
    file,
    metadata: makeMetadata({ print: { ...sixByNine, ...(profile !== undefined && { profile }) } }),
    places: { valueAt: () => place, keyAt: () => place },
  };
  const profiles = await readProfiles(await folderOf(files), book);
  return { profiles, messages: messagesOf([file]) };
}

describe('readProfiles', () => {
  test.each([
    [undefined, 'FOGRA29', 'uncoated'],
    ['uncoated', 'FOGRA29', 'uncoated'],
    ['coated', 'FOGRA39', 'coated'],
  ])('%s is one that comes with the program', async (name, identifier, file) => {
    const { profiles, messages } = await read(name);
    expect(messages).toEqual([]);
    expect(profiles?.output).toMatchObject({ identifier, bytes: await own(file) });
    expect(profiles?.source).toEqual(await own('srgb'));
    expect(profiles?.cover.identifier).toBe('FOGRA39');
  });

  test('takes the printer’s own', async () => {
    const bytes = await own('coated');
    const { profiles, messages } = await read('press/mill.icc', { 'press/mill.icc': bytes });
    expect(messages).toEqual([]);
    expect(profiles?.output).toMatchObject({ identifier: 'Custom', condition: 'FOGRA39L Coated' });
    expect(Buffer.from(profiles?.output.bytes ?? []).equals(bytes)).toBe(true);
    expect(profiles?.cover).toBe(profiles?.output);
  });

  const changed = async (offset: number, ...values: number[]): Promise<Buffer> => {
    const bytes = Buffer.from(await own('coated'));
    bytes.set(values, offset);
    return bytes;
  };
  test.each<[string, () => Promise<Uint8Array>]>([
    ['is not an ICC profile', () => Promise.resolve(Buffer.from('a picture'))],
    ['is not that of a printing press', () => own('srgb')],
    ['is for GRAY colours, not for CMYK', () => changed(16, ...Buffer.from('GRAY'))],
    ['has version 4.3, which PDF/X-4 does not take', () => changed(8, 4, 0x30)],
  ])('one that %s is an error where book.yaml names it', async (fault, make) => {
    const { profiles, messages } = await read('mill.icc', { 'mill.icc': await make() });
    expect(profiles).toBeUndefined();
    expect(messages).toMatchObject([
      {
        file: 'book.yaml',
        line: 3,
        column: 20,
        rule: 'colour-profile',
        reason: `The colour profile "mill.icc" ${fault}`,
      },
    ]);
  });

  test.each([
    ['mill.icc', 'does not exist'],
    ['../mill.icc', 'lies outside the manuscript folder'],
  ])('%s, which %s, is an error', async (name, fault) => {
    const { messages } = await read(name);
    expect(messages.map(({ reason }) => reason)).toEqual([`The colour profile "${name}" ${fault}`]);
  });
});
