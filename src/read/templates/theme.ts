import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../../book/errors.ts';
import type { Theme } from '../../book/theme.ts';
import { readLicence } from './font-licence.ts';

const require = createRequire(import.meta.url);
const templates = new URL('templates/', import.meta.resolve('colophon/package.json'));
const folder = new URL('themes/', templates);

const themeSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  type: z.strictObject({
    scale: z.number().positive(),
    leading: z.number().positive(),
    longestLine: z.number().positive(),
  }),
  fonts: z.array(
    z.strictObject({
      family: z.string(),
      weight: z.number(),
      style: z.enum(['normal', 'italic']),
      use: z.enum(['text', 'heading', 'code', 'math', 'fallback', 'emoji']),
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

/** What a person chooses a theme by. */
export interface ThemeSummary {
  readonly name: string;
  /** A line of English. */
  readonly description: string;
  /** Absolute path of a PNG that shows some of its pages. */
  readonly picture: string;
}

/** The themes that come with Colophon, in alphabetical order. */
export async function themeSummaries(): Promise<ThemeSummary[]> {
  return Promise.all(
    (await themeNames()).map(async (name) => {
      const home = new URL(`${name}/`, folder);
      const { description } = await readSettings(home);
      return { name, description, picture: fileURLToPath(new URL('preview.png', home)) };
    }),
  );
}

/**
 * A theme of `templates/themes/<name>/`: `theme.json` (checked), its fonts, its `print.css` over
 * those that all themes share, and its `epub.css`.
 *
 * @param name one of {@link themeNames}, or what a theme elsewhere is called
 * @param elsewhere the path of the folder of a theme that does not come with Colophon
 * @throws {UsageError} where there is no theme
 */
export async function readTheme(name: string, elsewhere?: string): Promise<Theme> {
  if (elsewhere === undefined) return themeIn(name, new URL(`${name}/`, folder));
  try {
    return await themeIn(name, pathToFileURL(`${resolve(elsewhere)}/`));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The theme "${name}" in ${elsewhere} cannot be read: ${reason}`, { cause: error });
  }
}

async function themeIn(name: string, home: URL): Promise<Theme> {
  const { description, type, fonts } = await readSettings(home);
  const [base, interior, elements, formulas, print, large, epub, ...bytes] = await Promise.all([
    readFile(new URL('print/print.css', templates), 'utf8'),
    readFile(new URL('print/interior.css', templates), 'utf8'),
    readFile(new URL('print/elements.css', templates), 'utf8'),
    readFile(new URL('formulas.css', templates), 'utf8'),
    readFile(new URL('print.css', home), 'utf8'),
    readFile(new URL('print/large-print.css', templates), 'utf8'),
    readFile(new URL('epub.css', home), 'utf8'),
    ...fonts.map((font) =>
      readFile(font.source.startsWith('@') ? require.resolve(font.source) : new URL(font.source, home)),
    ),
  ]);
  const licences = await Promise.all(fonts.map(({ source }) => licenceOf(source)));
  return {
    name,
    description,
    type,
    fonts: fonts.map(({ source, ...font }, index) => {
      const licence = licences[index];
      return {
        ...font,
        file: basename(source),
        bytes: bytes[index] as Uint8Array,
        ...(licence !== undefined && { licence }),
      };
    }),
    stylesheets: { print: [base, interior, elements, formulas, print, large].join('\n'), epub },
  };
}

/** The licence of a font in a package. */
async function licenceOf(source: string): Promise<string | undefined> {
  return source.startsWith('@') ? readLicence(dirname(dirname(require.resolve(source)))) : undefined;
}

async function readSettings(home: URL): Promise<z.infer<typeof themeSchema>> {
  return themeSchema.parse(JSON.parse(await readFile(new URL('theme.json', home), 'utf8')));
}
