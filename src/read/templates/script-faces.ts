import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Font, Theme } from '../../book/theme.ts';
import type { ScriptUses } from '../../language/script-uses.ts';
import { scriptFaces } from '../../language/scripts.ts';
import { readLicence } from './font-licence.ts';
import { flawOf } from '../styles/font-flaw.ts';

const templates = new URL('templates/', import.meta.resolve('colophon/package.json'));
const here = dirname(fileURLToPath(import.meta.url));

/**
 * The faces of the scripts of a book, as far as they are installed: packages of npm in the manuscript
 * folder or above it, or beside Colophon.
 *
 * @param folder the manuscript folder
 */
export async function readScriptFaces(folder: string, uses: ScriptUses): Promise<Font[]> {
  const places = [...modulesAbove(resolve(folder)), ...modulesAbove(here)];
  const found = await Promise.all(
    [...uses].map(([script, { languages }]) => facesOf(script, [...languages], places)),
  );
  return found.flat();
}

async function facesOf(
  script: string,
  languages: ReadonlyArray<string>,
  places: ReadonlyArray<string>,
): Promise<Font[]> {
  const face = scriptFaces()[script];
  if (face === undefined) return [];
  const faces: Font[] = [];
  for (const [source, weight] of [
    [face.regular, 400],
    [face.bold, 700],
  ] as const) {
    const found =
      source === null
        ? undefined
        : await firstOf(
            places.map((place) => join(place, face.package)),
            source,
          );
    if (source === null || found === undefined) continue;
    const licence = await readLicence(found.folder);
    const metrics = face.metrics === null ? {} : { metrics: face.metrics };
    const about = {
      family: face.family,
      weight,
      style: 'normal',
      use: 'script',
      script,
      languages,
      ...metrics,
      ...(licence !== undefined && { licence }),
    } as const;
    faces.push({ ...about, file: basename(source).replace(/\.woff2$/, '.ttf'), bytes: found.bytes });
  }
  return faces;
}

/** The folders in which Node.js looks for packages, from a folder upwards. */
function modulesAbove(folder: string): string[] {
  const above = dirname(folder);
  return [join(folder, 'node_modules'), ...(above === folder ? [] : modulesAbove(above))];
}

/** The file in the first of the folders in which it is there and is a font. */
async function firstOf(
  folders: ReadonlyArray<string>,
  source: string,
): Promise<{ readonly folder: string; readonly bytes: Uint8Array } | undefined> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, source)).catch(() => undefined);
    if (bytes !== undefined && (await flawOf(bytes)) === undefined) return { folder, bytes };
  }
  return undefined;
}

/** What print and e-books say of texts in languages of such scripts; nothing where a book has none. */
export async function readScriptStyles(uses: ScriptUses): Promise<Theme['stylesheets']> {
  if ([...uses.values()].every(({ languages }) => languages.size === 0)) return { print: '', epub: '' };
  const [print, epub] = await Promise.all(
    ['print', 'epub'].map((edition) => readFile(new URL(`${edition}/scripts.css`, templates), 'utf8')),
  );
  return { print: print ?? '', epub: epub ?? '' };
}
