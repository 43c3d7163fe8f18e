/** Saves what Chrome gets to print a book, each file under its path: FOLDER OUT. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { embeddedFonts } from './lib/emit/fonts.js';
import { readBytes } from './lib/machine/bytes/read-bytes.js';
import { printable } from './lib/emit/pdf/printable.js';
import { bookToHast } from './lib/html/book-to-hast.js';
import { parseManuscript } from './lib/markdown/parse-manuscript.js';
import { attachMatter } from './lib/matter/attach-matter.js';
import { readAssets } from './lib/read/images/assets.js';
import { readManuscript } from './lib/read/manuscript.js';
import { readTheme } from './lib/read/templates/theme.js';

const [folder, out] = process.argv.slice(2);
const manuscript = await readManuscript(folder);
const theme = await readTheme(manuscript.metadata.print.theme);
const { book, references } = bookToHast(attachMatter(parseManuscript(manuscript)));
const { assets } = await readAssets(folder, references);
const { fonts } = await embeddedFonts(book, theme.fonts, '0123456789ivxlcdm.-');
const looks = { fonts, stylesheets: [theme.stylesheets.print] };

for (const [path, { bytes }] of printable(book, assets, looks, false).resources) {
  const file = join(out, path === '/' ? 'index.html' : path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof bytes === 'string' ? bytes : await readBytes(bytes));
}
