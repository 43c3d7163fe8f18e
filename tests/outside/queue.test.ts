import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCommand } from './tools.ts';

/*
 * Books built by workers of a queue, on a real server, which the tests start; workers and server die in between.
 * `npm test` compiles first.
 */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const server = ['valkey-server', 'redis-server'].find((name) => isInstalled(name)) ?? 'redis-server';
const temporary = mkdtempSync(join(tmpdir(), 'colophon-queue-'));
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) await ended(child, 'SIGKILL');
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
});

function isInstalled(name: string): boolean {
  try {
    return hasCommand(name);
  } catch {
    return false;
  }
}

interface Told {
  readonly child: ChildProcess;
  text: string;
}

function started(program: string, args: ReadonlyArray<string>): Told {
  const child = spawn(program, args, { cwd: temporary, env: { ...process.env, EPUBCHECK: 'off' } });
  running.add(child);
  const told: Told = { child, text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (told.text += part.toString('utf8')));
  return told;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(50);
}

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  await new Promise((resolve) => listening.close(resolve));
  return port;
}

const names = ['ash', 'birch', 'cedar', 'damson', 'elm'];
let port: number;
let address: string;
beforeAll(async () => {
  port = await freePort();
  address = `redis://127.0.0.1:${port}`;
  for (const name of names) {
    const folder = join(temporary, 'books', name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'book.yaml'), `title: ${name}\nlanguage: en\nepub: { pages: false }\n`);
    const text = `Leaves of the ${name}. `.repeat(200);
    await writeFile(join(folder, '01.md'), `# Of ${name}\n\n${text}[^1]\n\n[^1]: Green.\n`);
  }
  await writeFile(join(temporary, 'books/cedar/02.md'), '# Two\n\nLost.[^2]\n');
  await mkdir(join(temporary, 'data'));
});

async function startServer(): Promise<Told> {
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--appendonly',
    'yes',
    '--save',
    '',
    '--dir',
    'data',
  ];
  const told = started(server, args);
  await until(() => /Ready to accept connections/.test(told.text));
  return told;
}

const build = (out: string, ...more: string[]): string[] => [
  command,
  'build',
  ...names.map((name) => `books/${name}`),
  '--only',
  'epub',
  '--no-cache',
  '--out',
  out,
  ...more,
];
const worker = (): Told => started(process.execPath, [command, 'worker', '--queue', address, '--jobs', '1']);

describe.runIf(hasCommand(server))('a queue', () => {
  it(
    'whose workers are killed and whose server is started again builds all books, the same to the byte',
    { timeout: 900_000 },
    async () => {
      let serving = await startServer();
      const steady = worker();
      const series = started(process.execPath, build('queued', '--queue', address, '--json'));
      let isOver = false;
      const over = new Promise((resolve) => series.child.once('exit', resolve)).finally(
        () => (isOver = true),
      );
      for (let kills = 0; kills < 2; kills += 1) {
        const mortal = worker();
        await until(() => isOver || /: (?:built|not built|unchanged)/.test(mortal.text));
        await ended(mortal.child, 'SIGKILL');
      }
      await ended(serving.child, 'SIGKILL');
      await wait(500);
      serving = await startServer();
      const last = worker();
      expect(await over, series.text).toBe(1);
      for (const { child } of [steady, last, serving]) await ended(child, 'SIGTERM');
      const local = await new Promise<string>((resolve) => {
        execFile(process.execPath, build('local'), { cwd: temporary }, (_error, _stdout, stderr) =>
          resolve(stderr),
        );
      });
      expect(local).toContain('4 of 5 books are released');
      for (const name of names.filter((each) => each !== 'cedar'))
        expect(await readFile(join(temporary, 'queued', name, 'SHA256SUMS'), 'utf8')).toBe(
          await readFile(join(temporary, 'local', name, 'SHA256SUMS'), 'utf8'),
        );
      expect(await readFile(join(temporary, 'queued/series.json'), 'utf8')).toBe(
        await readFile(join(temporary, 'local/series.json'), 'utf8'),
      );
    },
  );
});

it.each([
  [['build', 'books/ash', 'books/elm', '--queue', 'localhost'], 2, /--queue takes an address/],
  [['build', 'books/ash', '--queue', 'redis://127.0.0.1:1'], 2, /--queue builds several books/],
  [['worker'], 2, /needs --queue/],
  [['worker', 'books/ash', '--queue', 'redis://127.0.0.1:1'], 2, /not by name/],
  [['worker', '--queue', 'redis://127.0.0.1:1'], 3, /The queue at 127\.0\.0\.1:1 cannot be reached/],
])('%j is told of', async (args, status, said) => {
  const { child, text } = await new Promise<Told>((resolve) => {
    const told = started(process.execPath, [command, ...args]);
    told.child.once('close', () => resolve(told));
  });
  running.delete(child);
  expect(text).toMatch(said);
  expect(child.exitCode).toBe(status);
});
