/**
 * Measures a cold build of a book, all editions, beside the time Chrome alone needs to open
 * and print the finished HTML once on the same machine.
 *
 *   npm run bench                      a generated novel of the length of Moby-Dick
 *   npm run bench -- FOLDER [ROUNDS]   another manuscript
 *
 * Machines differ and are noisy: what counts is the ratio within one run, the median of the
 * rounds. Chrome alone and Colophon take turns, so that a slow minute hits both.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeNovel } from './novel.mjs';

const run = promisify(execFile);
const [folder, rounds = '3'] = process.argv.slice(2);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-bench-'));
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

try {
  const manuscript = folder ?? (await writeNovel(join(temporary, 'novel')));
  const printable = join(temporary, 'printable');
  await run(process.execPath, [script('save-printable.mjs'), manuscript, printable]);
  const alone = [];
  const colophon = [];
  let report;
  for (let round = 0; round < Number(rounds); round++) {
    alone.push(await timed([script('chrome-alone.mjs'), printable]));
    const out = join(temporary, `out-${round}`);
    colophon.push(
      await timed([script('../lib/cli.js'), 'build', manuscript, '--out', out, '--json'], (stdout) => {
        report = JSON.parse(stdout);
      }),
    );
  }
  console.log(`pages               ${report.pages}`);
  console.log(`Chrome alone        ${seconds(median(alone))}   (${alone.map(seconds).join(', ')})`);
  console.log(`Colophon            ${seconds(median(colophon))}   (${colophon.map(seconds).join(', ')})`);
  console.log(
    `ratio               ${(median(colophon) / median(alone)).toFixed(2)}   (2.5 is the limit we set ourselves)`,
  );
  for (const [step, milliseconds] of Object.entries(report.timings)) {
    console.log(`  ${step.padEnd(52)} ${String(milliseconds).padStart(6)} ms`);
  }
  const finishing = await run(process.execPath, [script('finish.mjs'), manuscript, rounds]);
  process.stdout.write(finishing.stdout);
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function timed(args, read = () => undefined) {
  const began = performance.now();
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 28 });
  const took = performance.now() - began;
  read(stdout);
  return took;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
