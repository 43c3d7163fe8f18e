import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

const run = promisify(execFile);

/** Pixels an inch, so that lines and their spaces can be told apart, and no letters. */
const resolution = 30;

/** Pixels between spreads. */
const gap = 12;

/**
 * Spreads of a book on one sheet, small enough to be seen at a glance: a PNG in some greys.
 *
 * @param {string} pdf path of the file
 * @param {{ from?: number, spreads?: number, across?: number }} [choice] the first page, an even one, how many spreads,
 * and how many of them beside one another
 * @returns {Promise<Buffer>}
 */
export async function sheetOf(pdf, { from = 12, spreads = 12, across = 4 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-sheet-'));
  try {
    const last = from + 2 * spreads - 1;
    const pages = ['-f', from, '-l', last].map(String);
    await run('pdftoppm', ['-gray', '-r', String(resolution), ...pages, '-png', pdf, join(folder, 'page')]);
    const files = (await readdir(folder)).toSorted().map((name) => join(folder, name));
    const { width = 0, height = 0 } = files[0] === undefined ? {} : await sharp(files[0]).metadata();
    const rows = Math.ceil(files.length / 2 / across);
    const placed = files.map((input, index) => {
      const spread = Math.floor(index / 2);
      return {
        input,
        left: gap + (spread % across) * (2 * width + gap) + (index % 2) * width,
        top: gap + Math.floor(spread / across) * (height + gap),
      };
    });
    const size = { width: gap + across * (2 * width + gap), height: gap + rows * (height + gap) };
    return await sharp({ create: { ...size, channels: 3, background: '#aaa' } })
      .composite(placed)
      .greyscale()
      .png({ palette: true, colours: 8, compressionLevel: 9, effort: 10 })
      .toBuffer();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
