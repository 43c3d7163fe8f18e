import { realpath } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { fontReferences, readStylesheet } from '../../../src/read/styles/stylesheet.ts';
import { folderOf } from '../folder.ts';

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
    expect(stylesheet === undefined ? [] : fontReferences(stylesheet.file).map((each) => each.path)).toEqual([
      'fonts/e.ttf',
      'fonts/f.woff2',
    ]);
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
});
