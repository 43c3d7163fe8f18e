import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Theme } from '../book/theme.ts';

const require = createRequire(import.meta.url);
const templates = new URL('../../templates/', import.meta.url);
const folder = new URL('themes/', templates);

const themeSchema = z.strictObject({
  name: z.string(),
  fonts: z.array(
    z.strictObject({
      family: z.string(),
      weight: z.number(),
      style: z.enum(['normal', 'italic']),
      use: z.enum(['text', 'code', 'math', 'fallback']),
      /** A file of an npm package, or one beside theme.json. */
      source: z.string(),
    }),
  ),
});

/** The names of the themes that come with Colophon, in alphabetical order. */
export async function themeNames(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/**
 * A theme of `templates/themes/<name>/`: `theme.json` (checked), its fonts, its `print.css` over
 * the one that all themes share, and its `epub.css`.
 *
 * @param name one of {@link themeNames}
 */
export async function readTheme(name: string): Promise<Theme> {
  const home = new URL(`${name}/`, folder);
  const { fonts } = themeSchema.parse(JSON.parse(await readFile(new URL('theme.json', home), 'utf8')));
  const [base, print, epub, ...bytes] = await Promise.all([
    readFile(new URL('print/print.css', templates), 'utf8'),
    readFile(new URL('print.css', home), 'utf8'),
    readFile(new URL('epub.css', home), 'utf8'),
    ...fonts.map((font) =>
      readFile(font.source.startsWith('@') ? require.resolve(font.source) : new URL(font.source, home)),
    ),
  ]);
  return {
    name,
    fonts: fonts.map(({ source, ...font }, index) => ({
      ...font,
      file: basename(source),
      bytes: bytes[index] as Uint8Array,
    })),
    stylesheets: { print: `${base}\n${print}`, epub: epub },
  };
}
