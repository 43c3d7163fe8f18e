import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The fonts of words in drawings, which have none of the book: the first for all, with faces of its own, since those that
 * Chrome makes bold itself are no fonts that a printer takes; the last for the signs it lacks.
 */
const faces = [
  'source-sans-3/400Regular',
  'source-sans-3/400Regular_Italic',
  'source-sans-3/700Bold',
  'source-sans-3/700Bold_Italic',
  'noto-sans-math/400Regular',
];

/**
 * Path of a fontconfig file that knows fonts of ours and none of the machine's, so that
 * a character missing from the book's fonts looks the same (missing) everywhere. Chrome
 * does not start without any font at all.
 *
 * @param folder where to write it
 * @param cache where fontconfig may keep what it finds
 */
export async function fontconfigFile(folder: string, cache: string): Promise<string> {
  const folders = faces.map((face) => {
    const [name = '', style = ''] = face.split('/');
    return join(dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}`))), style);
  });
  const file = join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((each) => `<dir>${escaped(each)}</dir>`),
    `<cachedir>${escaped(cache)}</cachedir>`,
    '<match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>Source Sans 3</string></edit></match>',
    '</fontconfig>',
    '',
  ];
  await writeFile(file, lines.join('\n'));
  return file;
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
