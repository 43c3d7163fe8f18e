import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(print: string) {
  const folder = await folderOf({ 'book.yaml': `title: A\nlanguage: en\n${print}` });
  const { metadata, file } = await readBookYaml(folder, ['literary']);
  return {
    print: metadata.print,
    found: messagesOf([file]).map(({ line, column, rule, reason, hint }) => ({
      at: `${line}:${column} ${rule}`,
      reason,
      hint,
    })),
  };
}

describe('the key print of book.yaml', () => {
  it('says everything about the page', async () => {
    const { print, found } = await read(
      'print:\n  trim: novella\n  margins: { inside: 18mm, outside: 0.5in, top: 20mm, bottom: 60pt }\n' +
        '  gutter: 3mm\n  fontSize: 10.5pt\n  lineHeight: 14pt\n  pages: even\n  halfTitle: true\n',
    );
    expect(found).toEqual([]);
    expect(print).toMatchObject({
      trim: { width: 360, height: 576 },
      bleed: 0,
      openings: 'auto',
      theme: 'literary',
      margins: { inside: 51.0236, outside: 36, top: 56.6929, bottom: 60 },
      gutter: 8.5039,
      fontSize: 10.5,
      lineHeight: 14,
      pageMultiple: 2,
      halfTitle: true,
    });
  });

  it.each([
    ['auto', 'auto'],
    ['none', 'none'],
  ])('takes the gutter %s', async (written, gutter) => {
    expect((await read(`print: { gutter: ${written} }\n`)).print.gutter).toBe(gutter);
  });

  it.each([
    ['4', 4],
    ['8', 8],
    ['16', 16],
    ['32', 32],
  ])('takes pages by the %s', async (written, multiple) => {
    expect((await read(`print: { pages: ${written} }\n`)).print.pageMultiple).toBe(multiple);
  });

  it.each([
    [
      'margins: { inside: 5mm }',
      '3:29',
      '"print.margins.inside" must be a measure from 6mm to 150mm, not "5mm"',
    ],
    ['gutter: wide', '3:18', '"print.gutter" must be auto, none or a measure from 0mm to 30mm, not "wide"'],
    ['fontSize: 11', '3:20', '"print.fontSize" must be a measure from 6pt to 36pt, not "11"'],
    ['pages: 12', '3:17', '"print.pages" must be even, 4, 8, 16 or 32, not "12"'],
    [
      'trim: A6, margins: { inside: 40mm, outside: 30mm }',
      '3:29',
      'The margins leave 35 mm of the page for the text',
    ],
    ['trim: A6, margins: { inside: 60mm }', '3:29', 'The margins leave 39 mm of the page for the text'],
    [
      'trim: A5, margins: { top: 90mm, bottom: 85mm }',
      '3:29',
      'The margins leave 35 mm of the page for the text',
    ],
    ['trim: 75mm x 110mm, gutter: 30mm', '3:38', 'The margins leave 33 mm of the page for the text'],
    [
      'fontSize: 12pt, lineHeight: 11pt',
      '3:38',
      'Lines 11 points high are lower than their type of 12 points',
    ],
  ])('refuses %s, where it stands', async (keys, place, reason) => {
    const { found } = await read(`print: { ${keys} }\n`);
    expect(found).toMatchObject([{ at: `${place} config-value`, reason }]);
    expect(found[0]?.hint).toMatch(/\.$/);
  });

  it('accepts a text of exactly 40 mm', async () => {
    expect((await read('print: { trim: A6, margins: { inside: 35mm, outside: 30mm } }\n')).found).toEqual([]);
  });
});
