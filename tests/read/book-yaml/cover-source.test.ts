import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { readCoverDesign } from '../../../src/read/templates/cover-design.ts';
import { readCoverSource } from '../../../src/read/book-yaml/cover-source.ts';
import { makeMetadata, sixByNine } from '../../builders/metadata.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await folderOf({ 'book.yaml': `title: A\nlanguage: en\n${yaml}`, ...files });
  const book = await readBookYaml(folder, ['literary']);
  const source = await readCoverSource(folder, book);
  return { cover: book.metadata.cover, source, found: messagesOf([book.file]) };
}

describe('the key cover of book.yaml', () => {
  it('says what the cover shows', async () => {
    const { cover, found } = await read(
      'cover:\n  design: modern\n  colour: "#1F323B"\n  spine: A word\n  back: |\n    One\n    and more.\n\n    Two.\n',
    );
    expect(found).toEqual([]);
    expect(cover).toEqual({
      design: 'modern',
      colour: '#1f323b',
      spine: 'A word',
      back: ['One and more.', 'Two.'],
    });
  });

  it('has the title stand for an image that is not described', async () => {
    expect((await read('cover: { image: front.jpg }\n')).cover).toEqual({ image: 'front.jpg', alt: 'A' });
  });

  it('refuses designs and colours it does not know', async () => {
    const { found } = await read('cover:\n  design: baroque\n  colour: blue\n');
    expect(found.map(({ line, column, rule, reason }) => `${line}:${column} ${rule} ${reason}`)).toEqual([
      expect.stringMatching(/^4:11 config-value .*literary, scholarly or modern/),
      expect.stringMatching(/^5:11 config-value .*a colour such as/),
    ]);
  });
});

describe('readCoverSource', () => {
  it('brings a finished cover along', async () => {
    const { source, found } = await read('cover: { file: cover.pdf }\n', { 'cover.pdf': '%PDF-1.7 …' });
    expect(found).toEqual([]);
    expect(source.given?.path).toBe('cover.pdf');
    expect(source.places.file).toEqual({ line: 3, column: 16 });
  });

  it('says where the words of the back come from', async () => {
    expect((await read('description: D\n')).source.places.back).toEqual({ line: 3, column: 14 });
    expect((await read('cover: { back: B }\n')).source.places.back).toEqual({ line: 3, column: 16 });
  });

  it('reports one that is missing, with the file that was meant', async () => {
    const { source, found } = await read('cover: { file: covr.pdf }\n', { 'cover.pdf': '%PDF-1.7' });
    expect(source.given).toBeUndefined();
    expect(found).toMatchObject([
      { line: 3, column: 16, rule: 'file-unreadable', reason: 'The cover "covr.pdf" does not exist' },
    ]);
    expect(found[0]?.hint).toContain('cover.pdf');
  });

  it('reports one that is no PDF', async () => {
    const { found } = await read('cover: { file: cover.pdf }\n', { 'cover.pdf': 'A picture' });
    expect(found).toMatchObject([{ rule: 'cover-file', reason: 'The cover "cover.pdf" is no PDF' }]);
  });
});

describe('readCoverDesign', () => {
  it('goes with the theme unless book.yaml names another', async () => {
    const print = { ...sixByNine, theme: 'scholarly' };
    expect((await readCoverDesign(makeMetadata({ print }))).name).toBe('scholarly');
    const own = await readCoverDesign(makeMetadata({ print, cover: { design: 'modern' } }));
    expect(own.name).toBe('modern');
    expect(own.fonts.map(({ family }) => family)).toContain('Source Sans 3');
    expect(own.stylesheet).toContain('--tone-1');
  });
});
