/**
 * Measures how time and memory grow with a book: from some 600 to some 5,000 pages, and from 100 to 10,000
 * notes in a book of one length.
 *
 *   npm run bench:growth            all of it; half an hour
 *   npm run bench:growth -- pages   by pages alone; `notes` by notes alone
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, seconds } from './measure.mjs';
import { writeNovel } from './novel.mjs';

const [kind] = process.argv.slice(2);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-growth-'));
const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));

/** The books to be built, by what grows in them. */
const books = {
  pages: [1, 2, 4, 7].map((volumes) => ({ name: `${volumes} × the novel`, size: { volumes } })),
  notes: [100, 1000, 10_000].map((notes) => ({ name: `${notes} notes`, size: { notes } })),
};

try {
  for (const [grown, list] of Object.entries(books)) {
    if (kind !== undefined && kind !== grown) continue;
    console.log(`${'book'.padEnd(16)} pages     time processors   a page   program  with the browser`);
    for (const { name, size } of list) {
      const folder = await writeNovel(join(temporary, name), size);
      const build = [cli, 'build', folder, '--out', join(temporary, 'out'), '--json', '--no-cache'];
      const taken = await measure(process.execPath, build, { env: { EPUBCHECK: 'off' } });
      const { pages } = JSON.parse(taken.stdout);
      // A machine with other work on it takes longer, and the processors hardly.
      const each = `${((taken.processor || taken.milliseconds) / pages).toFixed(1)} ms`;
      const memory = [taken.own, taken.all].map((megabytes) => `${Math.round(megabytes)} MB`.padStart(9));
      console.log(
        `${name.padEnd(16)} ${String(pages).padStart(5)} ${seconds(taken.milliseconds).padStart(8)} ${seconds(taken.processor).padStart(10)} ${each.padStart(8)} ${memory.join(' ')}`,
      );
    }
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}
