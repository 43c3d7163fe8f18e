import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of a fontconfig file that knows one font of ours and none of the machine's, so that
 * a character missing from the book's fonts looks the same (missing) everywhere. Chrome
 * does not start without any font at all.
 *
 * @param folder where to write it
 * @param cache where fontconfig may keep what it finds
 */
export async function fontconfigFile(folder: string, cache: string): Promise<string> {
  const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3')));
  const file = join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${escaped(join(fonts, '400Regular'))}</dir><cachedir>${escaped(cache)}</cachedir></fontconfig>`,
    '',
  ];
  await writeFile(file, lines.join('\n'));
  return file;
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
