import { create, type Font as FontkitFont } from 'fontkit';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Font } from '../../src/book/theme.ts';
import { characterMap } from '../../src/emit/character-map.ts';
import { covering } from '../../src/emit/cut-faces.ts';
import { readTheme } from '../../src/read/templates/theme.ts';

let fonts: ReadonlyArray<Font>;
beforeAll(async () => {
  fonts = (await readTheme('literary')).fonts;
});

/** The place of a table in a font. */
function placeOf(font: Uint8Array, table: string): number {
  return Buffer.from(font).readUInt32BE(Buffer.from(font).indexOf(table, 12, 'latin1') + 8);
}

describe('characterMap', () => {
  test('has the characters of every face of a theme, of all planes', () => {
    expect(fonts.length).toBeGreaterThan(5);
    for (const { file, bytes } of fonts) {
      const has = characterMap(bytes);
      const face = create(Buffer.from(bytes)) as FontkitFont;
      const wrong = Array.from({ length: 0x1fc00 }, (_, code) => code).filter(
        (code) => has?.(code) !== face.hasGlyphForCodePoint(code),
      );
      expect([file, wrong]).toEqual([file, []]);
    }
  });

  test('leaves to others what is packed, cut off or has a map of another format', async () => {
    const [{ bytes } = { bytes: new Uint8Array() }] = fonts;
    const map = placeOf(bytes, 'cmap');
    expect(characterMap(Buffer.from('wOF2, and what is packed'))).toBeUndefined();
    expect(characterMap(bytes.subarray(0, map + 20))).toBeUndefined();
    expect(characterMap(new Uint8Array())).toBeUndefined();
    const unusual = Buffer.from(bytes);
    const count = unusual.readUInt16BE(map + 2);
    for (let at = map + 4; at < map + 4 + 8 * count; at += 8)
      unusual.writeUInt16BE(6, map + unusual.readUInt32BE(at + 4));
    expect(characterMap(unusual)).toBeUndefined();
    // Read as format 6, it has one of these at most.
    expect((await covering(unusual, new Set('ab'))).length).toBeLessThan(2);
    expect(await covering(bytes, new Set('bža\u{10ffff}'))).toEqual(['a', 'b', 'ž']);
  });
});
