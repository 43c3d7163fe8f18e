/**
 * Measures a cold build of a book, all editions, beside the time Chrome alone needs to open
 * and print the finished HTML once on the same machine.
 *
 *   npm run bench                      a generated novel of the length of Moby-Dick
 *   npm run bench -- FOLDER [ROUNDS]   another manuscript
 *
 * Machines differ and are noisy: what counts is the ratio within one run, the median of the
 * rounds. EPUBCHECK=off leaves out the slower judge. Chrome alone and Colophon take turns, so that a slow minute hits both.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measure, median, seconds } from './measure.mjs';
import { writeNovel } from './novel.mjs';

const run = promisify(execFile);
const [folder, rounds = '5'] = process.argv.slice(2);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-bench-'));
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

try {
  const manuscript = folder ?? (await writeNovel(join(temporary, 'novel')));
  const printable = join(temporary, 'printable');
  await run(process.execPath, [script('save-printable.mjs'), manuscript, printable]);
  const alone = [];
  const colophon = [];
  const memory = [];
  let report;
  for (let round = 0; round < Number(rounds); round++) {
    const chrome = await measure(process.execPath, [script('chrome-alone.mjs'), printable]);
    alone.push(chrome.milliseconds);
    const out = join(temporary, `out-${round}`);
    const build = [script('../lib/cli.js'), 'build', manuscript, '--out', out, '--json', '--no-cache'];
    const { milliseconds, own, stdout } = await measure(process.execPath, build);
    colophon.push(milliseconds);
    memory.push(own);
    report = JSON.parse(stdout);
  }
  console.log(`pages               ${report.pages}`);
  console.log(`Chrome alone        ${seconds(median(alone))}   (${alone.map(seconds).join(', ')})`);
  console.log(`Colophon            ${seconds(median(colophon))}   (${colophon.map(seconds).join(', ')})`);
  console.log(
    `ratio               ${(median(colophon) / median(alone)).toFixed(2)}   (2.5 is the limit we set ourselves)`,
  );
  console.log(`memory, at most     ${Math.round(Math.max(...memory))} MB, the browser apart`);
  for (const [step, milliseconds] of Object.entries(report.timings)) {
    console.log(`  ${step.padEnd(52)} ${String(milliseconds).padStart(6)} ms`);
  }
  const finishing = await run(process.execPath, [script('finish.mjs'), manuscript, rounds]);
  process.stdout.write(finishing.stdout);
  const warm = await run(process.execPath, [script('warm.mjs'), manuscript, rounds]);
  process.stdout.write(`the next build:\n${warm.stdout}`);
} finally {
  await rm(temporary, { recursive: true, force: true });
}
