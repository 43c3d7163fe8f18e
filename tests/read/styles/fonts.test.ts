import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readFonts } from '../../../src/read/styles/fonts.ts';
import { folderOf } from '../../builders/folder.ts';

const require = createRequire(import.meta.url);
const trueType = await readFile(
  require.resolve('@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf'),
);

/** The font with one of its tables under another name. */
function renamed(from: string, to: string): Uint8Array {
  const copy = Buffer.from(trueType);
  const entry = copy.indexOf(from, 12, 'latin1');
  copy.write(to, entry, 'latin1');
  return copy;
}

/** The font with a glyph that consists of itself (OpenType 1.9, glyf: composite glyph description). */
function selfContaining(): Uint8Array {
  const copy = Buffer.from(trueType);
  const tableAt = (name: string): number => copy.readUInt32BE(copy.indexOf(name, 12, 'latin1') + 8);
  const isLong = copy.readInt16BE(tableAt('head') + 50) === 1;
  const glyphAt = (id: number): number =>
    tableAt('glyf') +
    (isLong ? copy.readUInt32BE(tableAt('loca') + 4 * id) : 2 * copy.readUInt16BE(tableAt('loca') + 2 * id));
  let id = 0;
  while (glyphAt(id) === glyphAt(id + 1) || copy.readInt16BE(glyphAt(id)) >= 0) id++;
  copy.writeUInt16BE(id, glyphAt(id) + 12);
  return copy;
}

async function read(fonts: Readonly<Record<string, string | Uint8Array>>) {
  const css = Object.keys(fonts)
    .map((path) => `@font-face { src: url(${path}) }`)
    .join('\n');
  const stylesheet = new VFile({ path: 'theme.css', value: css });
  const present = Object.fromEntries(Object.entries(fonts).filter(([, bytes]) => bytes !== ''));
  const assets = await readFonts(await folderOf(present), stylesheet);
  const messages = messagesOf([stylesheet]).map(
    (each) => `${each.line}:${each.column} ${each.rule} ${each.reason}`,
  );
  return { assets, messages };
}

describe('readFonts', () => {
  it('passes a static TrueType font', async () => {
    const { assets, messages } = await read({ 'fonts/a.ttf': trueType });
    expect(messages).toEqual([]);
    expect([...assets.values()].map((each) => [each.path, each.mediaType, each.bytes.length])).toEqual([
      ['fonts/a.ttf', 'font/ttf', trueType.length],
    ]);
  });

  it('refuses everything else', async () => {
    const { assets, messages } = await read({
      'fonts/absent.ttf': '',
      'fonts/cff.otf': Buffer.from('OTTO\0\0\0\0\0\0\0\0', 'latin1'),
      'fonts/collection.ttc': Buffer.from('ttcf\0\0\0\0\0\0\0\0', 'latin1'),
      'fonts/cut.ttf': trueType.subarray(0, 2000),
      'fonts/endless.ttf': selfContaining(),
      'fonts/text.ttf': 'No font at all.',
      'fonts/variable.ttf': renamed('gasp', 'fvar'),
    });
    expect(assets.size).toBe(0);
    expect(messages).toEqual([
      '1:19 stylesheet-url The font "fonts/absent.ttf" does not exist',
      '2:19 font-format The font "fonts/cff.otf" has CFF outlines, not TrueType ones',
      '3:19 font-format The font "fonts/collection.ttc" is a collection of fonts, not a single one',
      '4:19 font-format The font "fonts/cut.ttf" is damaged or cut short',
      '5:19 font-format The font "fonts/endless.ttf" has a glyph that consists of itself, or of more than 1000 others',
      '6:19 font-format The font "fonts/text.ttf" is no font of a known format',
      '7:19 font-format The font "fonts/variable.ttf" is a variable font',
    ]);
  });
});
