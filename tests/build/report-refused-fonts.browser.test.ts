import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { EnvironmentError, RefusedFontsError } from '../../src/book/errors.ts';
import { reportRefusedFonts } from '../../src/build/report-refused-fonts.ts';
import type { Source } from '../../src/build/source.ts';
import { folderOf } from '../builders/folder.ts';

/** A font of a theme whose table `head` says that it is none (OpenType 1.9, head: magicNumber). */
function damaged(): Uint8Array {
  const address = import.meta.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf');
  const bytes = readFileSync(new URL(address));
  const at = bytes.indexOf(Buffer.from('5f0f3cf5', 'hex'));
  expect(at).toBeGreaterThan(0);
  bytes.writeUInt32BE(0, at);
  return bytes;
}

test('a font that only the browser finds fault with is told of where the stylesheet asks for it', async () => {
  const faces = ['one', 'two'].map(
    (name) => `@font-face {\n  font-family: ${name};\n  src: url("fonts/${name}.ttf");\n}\n`,
  );
  const folder = await folderOf({
    'book.yaml': 'title: A\nlanguage: en\n',
    '01-one.md': '# One\n\nText.\n',
    'theme.css': `${faces.join('')}p { font-family: two; }\n`,
    'fonts/one.ttf': readFileSync(
      new URL(import.meta.resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf')),
    ),
    'fonts/two.ttf': damaged(),
  });
  const { ok, messages, artifacts } = await build(folder, { only: ['pdf'] });
  expect(messages.map(({ file, line, rule, reason }) => `${file}:${line} ${rule} ${reason}`)).toEqual([
    'theme.css:7 font-format The font "fonts/two.ttf" is refused by the browser',
  ]);
  expect(ok).toBe(false);
  expect(artifacts).toEqual([]);
});

test('any other error stays what it is', async () => {
  const source = { manuscript: {}, ownFonts: new Map() } as unknown as Source;
  for (const error of [new EnvironmentError('a', 'b'), new RefusedFontsError(['/theme-fonts/a.ttf'])])
    await expect(reportRefusedFonts(error, source)).rejects.toBe(error);
});
