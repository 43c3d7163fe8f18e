import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';

/**
 * Path of a fontconfig file that knows one font of ours and none of the machine's, so that
 * a character missing from the book's fonts looks the same (missing) everywhere. Chrome
 * does not start without any font at all.
 */
export async function fontconfigFile(): Promise<string> {
  const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3')));
  const cache = await cacheFolder();
  const file = join(cache, 'fonts.conf');
  const content = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${join(fonts, '400Regular')}</dir><cachedir>${join(cache, 'fontconfig')}</cachedir></fontconfig>`,
    '',
  ].join('\n');
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present !== content) {
    const temporary = `${file}.${process.pid}`;
    await writeFile(temporary, content);
    await rename(temporary, file);
  }
  return file;
}
