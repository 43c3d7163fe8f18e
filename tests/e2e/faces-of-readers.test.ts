import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { EditionName } from '../../src/build/editions/editions.ts';
import { folderOf } from '../builders/folder.ts';
import { held } from '../builders/held.ts';

async function made(yaml: string, text: string, ...only: EditionName[]) {
  const folder = await folderOf({ 'book.yaml': `title: T\n${yaml}`, '01.md': text });
  const { messages, artifacts } = await build(folder, { only });
  const epub = artifacts.find(({ kind }) => kind === 'epub');
  const files = epub === undefined ? {} : (await JSZip.loadAsync(held(epub.bytes))).files;
  return {
    rules: messages.map(({ rule }) => rule),
    fonts: Object.keys(files).filter((name) => /fonts\/./.test(name)),
    css: (await files['OEBPS/style.css']?.async('text')) ?? '',
  };
}

const coptic = '# ⲁⲛⲟⲕ ⲡⲉ\n\nⲁⲛⲟⲕ ⲡⲉ ⲡⲟⲩⲟⲉⲓⲛ ⲙⲡⲕⲟⲥⲙⲟⲥ ⲡⲉⲧⲟⲩⲏϩ ⲛⲥⲱⲓ ☃\n';

describe('the faces of an e-book', () => {
  it('are the reader’s where the book wants it so', async () => {
    const own = await made('language: en\nepub: { fonts: false }\n', '# One\n\nText, `code`.\n', 'epub');
    expect(own).toMatchObject({ rules: [], fonts: [] });
    expect(own.css).not.toContain('@font-face');
    expect(own.css).not.toContain('EB Garamond');
    expect((await made('language: en\n', '# One\n\nText.\n', 'epub')).fonts).not.toEqual([]);
  });

  it('are the reader’s where there are none of its script, of which nothing is said', async () => {
    const book = await made('language: ja\n', '# 第一章\n\n海辺の町に雨が降っていた。 ☃\n', 'epub');
    expect(book.rules).toEqual([]);
    expect(book.css).not.toMatch(/^body \{ font-family/m);
    expect((await made('language: cop\n', coptic, 'epub')).rules).toEqual([]);
  });
});
