import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { readPrinting } from '../../../src/read/printers/printing.ts';
import { folderOf } from '../../builders/folder.ts';

const press = `title: Our press
trims: [130mm x 200mm]
bleed: { amount: 4mm, sides: all, required: false }
margins:
  inside: [{ pages: 500, margin: 18mm }]
  outside: 12mm
pages: { least: 32, most: 500, multiple: 8 }
papers:
  - { name: ivory, title: Ivory, thickness: { grams: 80, volume: 2 }, inks: [black] }
spine: { extra: 1mm, textFromPages: 90, textMargin: 2mm }
cover: { bleed: 4mm, safety: 6mm, addsBarcode: false }
mostInk: 260
resolution: { least: 250, wanted: 300 }
marks: wanted
profile: uncoated
fileNames: { interior: '{slug}-in.pdf', cover: '{slug}-out.pdf' }
`;

async function read(files: Readonly<Record<string, string>>, name = 'press.yaml') {
  const yaml = `title: A\nlanguage: en\nprint: { printer: ${name} }\n`;
  const book = await readBookYaml(await folderOf({ 'book.yaml': yaml, ...files }), ['literary']);
  const found = messagesOf([...book.files]).map(
    ({ file, line, column, rule, reason }) => `${file}:${line}:${column} ${rule} ${reason}`,
  );
  return { book, printing: await readPrinting(book), found };
}

describe('a printer of an author’s own', () => {
  it('is told of in a file, and decides what the book does not state', async () => {
    const { book, printing, found } = await read({ 'press.yaml': press });
    expect(found).toEqual([]);
    expect(book.isValid).toBe(true);
    expect(book.metadata.print).toMatchObject({ paper: 'ivory', pageMultiple: 8, marks: true });
    expect(printing).toMatchObject({
      chosen: true,
      printer: { name: 'press.yaml', title: 'Our press', mostInk: 260 },
    });
  });

  it('is wrong where the file is, in its place', async () => {
    const { book, found } = await read({ 'press.yaml': press.replace('mostInk: 260', 'mostInk: much') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^press\.yaml:12:10 config-value /);
    expect(book.isValid).toBe(false);
  });

  it('is not read from outside of the folder, nor where there is none', async () => {
    expect((await read({})).found).toEqual([
      'press.yaml:1:1 config-value There is no file "press.yaml", which print.printer names',
    ]);
    const outside = await read({}, '../press.yaml');
    expect(outside.found).toEqual([
      '../press.yaml:1:1 file-unreadable "../press.yaml" lies outside the manuscript folder',
    ]);
    expect(outside.book.isValid).toBe(false);
  });
});
