/**
 * Measures what both PDFs of a book take once Chrome has printed it, beside that print.
 *
 *   node bench/finish.mjs FOLDER [ROUNDS]   (npm run bench does it as well)
 *
 * What counts is the ratio: finishing both should take no longer than one further print.
 */
import { embeddedFonts } from './lib/emit/fonts.js';
import { startBrowser } from './lib/emit/pdf/browser/browser.js';
import { printBook } from './lib/emit/pdf/print-book.js';
import { decoderIn } from './lib/emit/pdf/press/decode-in-browser.js';
import { finishForPress } from './lib/emit/pdf/press/finish-press.js';
import { finishForScreen } from './lib/emit/pdf/screen/finish-screen.js';
import { forProducts } from './lib/html/for-products.js';
import { bookToHast } from './lib/html/book-to-hast.js';
import { parseManuscript } from './lib/markdown/parse-manuscript.js';
import { attachMatter } from './lib/matter/attach-matter.js';
import { readAssets } from './lib/read/images/assets.js';
import { readManuscript } from './lib/read/manuscript.js';
import { readTheme } from './lib/read/templates/theme.js';

const [folder, rounds = '3'] = process.argv.slice(2);
const manuscript = await readManuscript(folder);
const theme = await readTheme(manuscript.metadata.print.theme);
const { book, references } = bookToHast(attachMatter(parseManuscript(manuscript)));
const { assets } = await readAssets(folder, references);
const { fonts } = await embeddedFonts(book, theme.fonts, '0123456789ivxlcdm.-');
const looks = { fonts, stylesheets: [theme.stylesheets.print], type: theme.type };
const own = forProducts(book, 'print', 'pdf');
const running = await startBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);

const prints = [];
const both = [];
try {
  for (let round = 0; round < Number(rounds); round++) {
    let [painting, painted] = [0, 0];
    const waits = {
      onPrint: () => (painting = performance.now()),
      onPainted: () => (painted = performance.now()),
    };
    const { pdf, about, pagination, geometry } = await printBook(own, assets, looks, running, waits);
    await finishForScreen(pdf, about, pagination, geometry);
    const material = { profiles: manuscript.profiles, decode: decoderIn(running.browser).decode };
    await finishForPress(pdf, about, pagination, geometry, material);
    prints.push(painted - painting);
    both.push(performance.now() - painted);
  }
} finally {
  await running.browser.close();
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
console.log(`Chrome's print      ${seconds(median(prints))}   (${prints.map(seconds).join(', ')})`);
console.log(`finishing both      ${seconds(median(both))}   (${both.map(seconds).join(', ')})`);
console.log(`ratio               ${(median(both) / median(prints)).toFixed(2)}   (1 is the limit)`);
