/**
 * Measures how the time of an e-book grows with each construct of Markdown: a file of so many
 * kilobytes that holds nothing else, then one of double the size. What grows faster than the text has a
 * ratio of more than 2.
 *
 *   npm run bench:constructs                        every construct, 250 and 500 KB
 *   npm run bench:constructs -- 1000 lists tables   those constructs, 1 and 2 MB
 *
 * Seconds of processor time, since machines are busy, and the rule where the file is refused. What
 * takes more than two minutes is stopped.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constructs } from './constructs.mjs';

const [size = '250', ...wanted] = process.argv.slice(2);
const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const tellTime = 'process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))';
const patience = 120_000;
/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-growth-'));

try {
  for (const [name, piece] of Object.entries(constructs)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const once = await build(name, piece, Number(size) * 1000);
    const twice = await build(name, piece, Number(size) * 2000);
    const ratio = twice.seconds / once.seconds;
    console.log(`${name.padEnd(26)} ${inWords(once)} ${inWords(twice)} ${ratio.toFixed(1).padStart(5)}`);
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}

/** A build of a book with one file of pieces until it is so many characters long. */
async function build(name, piece, length) {
  const pieces = [`# ${name}\n\n`];
  for (let number = 1, sum = 0; sum < length; number++) {
    const next = piece(number, length);
    pieces.push(next);
    sum += next.length;
  }
  await writeFile(join(temporary, 'book.yaml'), 'title: Growth\nlanguage: en\nauthor: A. Writer\n');
  await writeFile(join(temporary, '01-one.md'), pieces.join(''));
  await writeFile(join(temporary, 'a.png'), picture);
  return run(['build', temporary, '--only', 'epub', '--json', '--out', join(temporary, 'out')]);
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(tellTime)}`, cli, ...args],
      { env: { ...process.env, EPUBCHECK: 'off' }, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience },
    );
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => (texts[name] += chunk));
    child.on('close', (code) => {
      const { user, system } = JSON.parse(/\{"user".*\}$/.exec(texts.stderr)?.[0] ?? '{}');
      const rule = /"severity": "error",\s*"rule": "([^"]+)"/.exec(texts.stdout)?.[1];
      resolve({ seconds: (user + system) / 1e6, told: code === 0 ? '' : (rule ?? 'stopped') });
    });
  });
}

function inWords({ seconds, told }) {
  return `${seconds.toFixed(1).padStart(7)} s ${told.padEnd(14)}`;
}
