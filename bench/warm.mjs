/**
 * Measures builds that find what the last one kept beside those that do not: of a book as it was, and of
 * one in which a word has changed; all editions.
 *
 *   node bench/warm.mjs                      a generated novel of the length of Moby-Dick
 *   node bench/warm.mjs FOLDER [ROUNDS]      another manuscript, of which a copy is built
 *
 * Each round builds in turn without a cache, with an empty one, and twice with what that has left. Machines
 * differ and are noisy: what counts are the ratios within one run, the medians of the rounds.
 */
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, median, seconds } from './measure.mjs';
import { writeNovel } from './novel.mjs';

const [given, rounds = '5'] = process.argv.slice(2);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-bench-'));
const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const XDG_CACHE_HOME = join(temporary, 'cache');

/** @type {Record<string, number[]>} milliseconds by kind of build */
const times = { 'without a cache': [], 'with an empty one': [], unchanged: [], 'one word changed': [] };

try {
  const manuscript = join(temporary, 'manuscript');
  if (given === undefined) await writeNovel(manuscript);
  else await cp(given, manuscript, { recursive: true });
  const chapter = await longestChapter(manuscript);
  // The browser is unpacked before anything is measured.
  await build(manuscript, '--only', 'pdf');
  for (let round = 0; round < Number(rounds); round++) {
    times['without a cache'].push(await build(manuscript, '--no-cache'));
    await rm(join(XDG_CACHE_HOME, 'colophon', 'builds'), { recursive: true });
    times['with an empty one'].push(await build(manuscript));
    times['unchanged'].push(await build(manuscript));
    await changeWord(chapter);
    times['one word changed'].push(await build(manuscript));
  }
  const cold = median(times['without a cache']);
  for (const [kind, all] of Object.entries(times)) {
    const part = `${Math.round((100 * median(all)) / cold)} %`;
    console.log(
      `${kind.padEnd(18)} ${seconds(median(all))} ${part.padStart(6)}   (${all.map(seconds).join(', ')})`,
    );
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function build(manuscript, ...options) {
  const out = join(temporary, 'out');
  const args = [cli, 'build', manuscript, '--quiet', '--out', out, ...options];
  return (await measure(process.execPath, args, { env: { XDG_CACHE_HOME } })).milliseconds;
}

async function longestChapter(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return join(folder, names[sizes.indexOf(Math.max(...sizes))]);
}

/** Changes a word in the middle of a chapter, which stays as long: letters of two go past each other. */
async function changeWord(path) {
  const text = await readFile(path, 'utf8');
  const middle = Math.floor(text.length / 2);
  const changed = text
    .slice(middle)
    .replace(/(?<=\n[^\n#|:`[<]{0,200} [a-z]+)([a-z])((?!\1)[a-z])(?=[a-z]* )/, '$2$1');
  if (changed === text.slice(middle)) throw new Error(`No word of ${path} can be changed`);
  await writeFile(path, text.slice(0, middle) + changed);
}
