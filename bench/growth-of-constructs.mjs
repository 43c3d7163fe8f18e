/**
 * Measures how the time of a build grows with each construct of Markdown: books that hold nothing else, of so
 * many kilobytes each.
 *
 *   npm run bench:constructs                                     every construct, 250 KB and 1 MB
 *   npm run bench:constructs -- --sizes 1000,3000,8000 lists     those constructs in those sizes
 *   npm run bench:constructs -- --only pdf --sizes 1000          printed
 *   npm run bench:constructs -- --hostile                        what no author writes
 *
 * Seconds of processor time, since machines are busy, and the most memory in megabytes, or the rule by which the
 * book is refused. Behind them, how
 * much faster than the book the time grows between the last two sizes that are built: 1.0 is linear. What
 * takes more than so many seconds of a clock (`--patience`, 180) is stopped.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { constructs } from './constructs.mjs';
import { hostileConstructs } from './hostile-constructs.mjs';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '250,1000' },
    only: { type: 'string', default: 'epub' },
    patience: { type: 'string', default: '180' },
    hostile: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const all = values.hostile ? hostileConstructs : constructs;
const chosen =
  wanted.length === 0
    ? all
    : Object.fromEntries(wanted.map((name) => [name, { ...constructs, ...hostileConstructs }[name]]));
const cli = fileURLToPath(new URL('../lib/cli.js', import.meta.url));
const tellTime = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(JSON.stringify({ user: userCPUTime, system: systemCPUTime, memory: maxRSS }));
})`;
/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const temporary = await mkdtemp(join(tmpdir(), 'colophon-growth-'));

try {
  const { seconds: least } = await build('nothing', () => 'Text.\n', 0.005);
  for (const [name, piece] of Object.entries(chosen)) {
    const taken = [];
    for (const size of sizes) {
      const one = await build(name, piece, size);
      taken.push({ size, ...one });
      if (one.told === 'stopped') break;
    }
    console.log(`${name.padEnd(26)} ${taken.map(inWords).join(' ')} ${growth(taken, least)}`);
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}

/** A build of a book of pieces, so many kilobytes long: of one chapter, or of those that the pieces begin. */
async function build(name, piece, size) {
  const folder = join(temporary, 'book');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await writeFile(join(folder, 'book.yaml'), 'title: Growth\nlanguage: en\nauthor: A. Writer\n');
  await writeFile(join(folder, 'a.png'), picture);
  const length = size * 1000;
  let text = [`# ${name}\n\n`];
  let chapters = 0;
  const write = async () => {
    if (text.length === 0) return;
    await writeFile(join(folder, `${String(++chapters).padStart(5, '0')}.md`), text.join(''));
    text = [];
  };
  for (let number = 1, sum = 0; sum < length; number++) {
    const next = piece(number, length);
    if (next.startsWith('# ')) await write();
    text.push(next);
    sum += next.length;
  }
  await write();
  const out = join(temporary, 'out');
  return run(['build', folder, '--only', values.only, '--json', '--no-cache', '--out', out]);
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(tellTime)}`, cli, ...args],
      {
        env: { ...process.env, EPUBCHECK: 'off' },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: Number(values.patience) * 1000,
      },
    );
    const texts = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (texts[stream] += chunk));
    child.on('close', (code) => {
      const { user, system, memory } = JSON.parse(/\{"user".*\}$/.exec(texts.stderr)?.[0] ?? '{}');
      const rule = /"severity": "error",\s*"rule": "([^"]+)"/.exec(texts.stdout)?.[1];
      const told = code === 0 ? '' : (rule ?? (user === undefined ? 'stopped' : `status ${code}`));
      resolve({ seconds: (user + system) / 1e6, memory: Math.round(memory / 1024), told });
    });
  });
}

function inWords({ seconds, memory, told }) {
  return `${seconds.toFixed(1).padStart(7)} s ${String(memory).padStart(5)} MB ${told.padEnd(14)}`;
}

/** The times of the last two books that were built, without what every build takes, by their sizes. */
function growth(taken, least) {
  const [smaller, larger] = taken.filter(({ told }) => told === '').slice(-2);
  if (larger === undefined) return '';
  const ratio = (larger.seconds - least) / Math.max(smaller.seconds - least, 0.1);
  return (ratio / (larger.size / smaller.size)).toFixed(1).padStart(5);
}
