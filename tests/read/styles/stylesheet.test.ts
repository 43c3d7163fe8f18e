import { realpath } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { fontReferences, readStylesheet } from '../../../src/read/styles/stylesheet.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(css: string) {
  return readStylesheet(await realpath(await folderOf({ 'theme.css': css })));
}

describe('readStylesheet', () => {
  it('finds nothing where there is no theme.css', async () => {
    expect(await readStylesheet(await realpath(await folderOf({})))).toBeUndefined();
  });

  it('tells fonts from images', async () => {
    const stylesheet = await read(
      'a { b: url(images/a%20b.png?x#y) }\nc { d: url(./fonts/e.ttf), url(images/../fonts/f.woff2) }\n',
    );
    expect(stylesheet?.images.map((each) => each.path)).toEqual(['images/a b.png']);
    const fonts = stylesheet === undefined ? [] : await fontReferences(stylesheet.file);
    expect(fonts.map((each) => each.path)).toEqual(['fonts/e.ttf', 'fonts/f.woff2']);
    expect(messagesOf(stylesheet === undefined ? [] : [stylesheet.file])).toEqual([]);
  });

  it.each([
    ['https://example.org/a.png'],
    ['//example.org/a.png'],
    ['data:image/png;base64,AAAA'],
    ['file:///etc/passwd'],
    ['../a.png'],
    ['images/../../a.png'],
    ['images/%2e%2e/%2e%2e/a.png'],
    ['/images/a.png'],
    ['a.png'],
    ['images/'],
    ['#a'],
    ['%zz'],
    [''],
  ])('refuses url(%s)', async (address) => {
    const stylesheet = await read(`a {\n  b: url("${address}")\n}\n`);
    const messages = messagesOf(stylesheet === undefined ? [] : [stylesheet.file]);
    expect(messages.map((each) => [each.rule, each.line, each.column])).toEqual([['stylesheet-url', 2, 6]]);
    expect(stylesheet?.images).toEqual([]);
  });

  it('reads every form of address, and none in comments and strings', async () => {
    const stylesheet = await read(
      'a { b: image-set("images/a.png" 1x), src("images/b.png"), url(images/c.svg#x) }\n' +
        '/* url(images/d.png) */ a::before { content: "url(images/e.png)" }\n',
    );
    expect(stylesheet?.images.map(({ path, position }) => [path, position?.start.column])).toEqual([
      ['images/a.png', 18],
      ['images/b.png', 42],
      ['images/c.svg', 59],
    ]);
    expect(messagesOf(stylesheet === undefined ? [] : [stylesheet.file])).toEqual([]);
  });

  it.each([
    ['url(images/a drawing.png)', 'url(images/a drawing.png)'],
    ['image-set(var(--x) 1x)', 'var(…)'],
    ['url("images/a.png\n")', 'url("images/a.png'],
  ])('does not guess what %j names', async (value, quoted) => {
    const stylesheet = await read(`a { b: ${value} }\n`);
    expect(stylesheet?.images).toEqual([]);
    expect(messagesOf(stylesheet === undefined ? [] : [stylesheet.file])).toMatchObject([
      { rule: 'stylesheet-url', reason: `No address can be read from ${quoted}`, line: 1 },
    ]);
  });
});
