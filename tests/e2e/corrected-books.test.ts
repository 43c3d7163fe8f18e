import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';

/*
 * A reader's place, marks and notes hang on the identifier of the e-book, on the order and the ids of its files,
 * and on the ids in them. A corrected book has them all.
 */

const book: Readonly<Record<string, string>> = {
  'book.yaml':
    'title: The Crosing\nlanguage: en\nauthor: Jane Doe\ndate: 2024-05\n' +
    'identifiers: { id: urn:uuid:3f2c8a52-7c1e-4d0b-9d5e-6b1f0a7c2e94 }\n',
  '01-quay.md':
    '# The Quay\n\nA wrod.[^tide] Another.^[Typed in the text.]\n\n## High water\n\nThe :index[tide] rose.[^moon]\n\n' +
    '![A quay](quay.png)\n\n| Time | Height |\n|---|---|\n| 6:00 | 2 m |\n\nTable: Tides {#tides}\n\n' +
    '[^tide]: A note.\n[^moon]: Another.\n',
  '02-ship.md': '# The Ship\n\nSee [the quay](01-quay.md) and @sec:high.\n\n## Aboard {#high}\n\nText.\n',
};

const corrected: Readonly<Record<string, string>> = {
  ...book,
  'book.yaml': `${(book['book.yaml'] ?? '').replace('Crosing', 'Crossing').replace('Jane', 'Jane A.')}edition: Second edition\nmodified: 2025-01-31\n`,
  '01-quay.md': (book['01-quay.md'] ?? '')
    .replace('A wrod.[^tide]', 'A new paragraph.[^new]\n\nA word.[^tide]')
    .replace('[^tide]: A', '[^new]: New.\n[^tide]: A corrected'),
};

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function epubOf(files: Readonly<Record<string, string>>, notes: string[] = []): Promise<JSZip> {
  const folder = await folderOf({ ...files, 'quay.png': pixel });
  const { artifacts } = await build(folder, { only: ['epub'], onNote: (text) => void notes.push(text) });
  return JSZip.loadAsync(held(artifacts.find(({ kind }) => kind === 'epub')?.bytes));
}

const packageOf = async (epub: JSZip): Promise<string> =>
  (await epub.file('OEBPS/content.opf')?.async('text')) ?? '';

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** Every id of every content document, behind the name of its file. */
async function idsIn(epub: JSZip): Promise<string[]> {
  const names = Object.keys(epub.files).filter((name) => name.endsWith('.xhtml'));
  const ids = await Promise.all(
    names.map(async (name) =>
      all((await epub.file(name)?.async('text')) ?? '', / id="([^"]+)"/g).map((id) => `${name}#${id}`),
    ),
  );
  return ids.flat();
}

describe('a corrected book', () => {
  it('has the identifier, the files, the spine and the ids that it had, and is newer', async () => {
    const [before, after] = await Promise.all([epubOf(book), epubOf(corrected)]);
    const [old, young] = await Promise.all([packageOf(before), packageOf(after)]);
    const parts = [/<dc:identifier[^>]*>([^<]+)/g, /<item ([^>]+)>/g, /<itemref ([^>]+)>/g];
    for (const part of parts) {
      expect(all(old, part).length).toBeGreaterThan(0);
      expect(all(young, part)).toEqual(all(old, part));
    }
    const [was, is] = [await idsIn(before), await idsIn(after)];
    expect(was.length).toBeGreaterThan(20);
    expect(was.filter((id) => !is.includes(id))).toEqual([]);
    const modified = [old, young].flatMap((opf) => all(opf, /"dcterms:modified">([^<]+)/g));
    expect(modified).toEqual(['2024-05-01T00:00:00Z', '2025-01-31T00:00:00Z']);
  });

  it('keeps the identifier drawn from the title as long as its words are the same, and is told to pin it', async () => {
    const unpinned = {
      ...book,
      'book.yaml': 'title: The Crossing\nlanguage: en\nauthor: Jane Doe\ndate: 2024\n',
    };
    const later = {
      ...book,
      'book.yaml': 'title: The crossing\nlanguage: en-GB\nauthor: Jane A. Doe\ndate: 2026\nedition: Second\n',
    };
    const notes: string[] = [];
    const identifiers = await Promise.all(
      [unpinned, later].map(async (files) =>
        all(await packageOf(await epubOf(files, notes)), /<dc:identifier[^>]*>([^<]+)/g),
      ),
    );
    expect(identifiers[1]).toEqual(identifiers[0]);
    const line = `identifiers: { id: ${identifiers[0]?.[0]} }`;
    expect(notes.filter((note) => note.endsWith(line))).toHaveLength(2);
    // The line, written where it is said to be, changes nothing and silences the note.
    const told: string[] = [];
    const pinned = { ...unpinned, 'book.yaml': `${unpinned['book.yaml']}${line}\n` };
    expect(all(await packageOf(await epubOf(pinned, told)), /<dc:identifier[^>]*>([^<]+)/g)).toEqual(
      identifiers[0],
    );
    expect(told.filter((note) => note.includes('identifiers:'))).toEqual([]);
  });
});
