import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/* Several books built by the compiled command, as a person runs it. `npm test` compiles first. */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const temporary = mkdtempSync(join(tmpdir(), 'colophon-series-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function colophon(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd: temporary, env: { ...process.env, EPUBCHECK: 'off' } },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function write(book: string, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(temporary, 'books', book);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

const names = ['ash', 'birch', 'cedar', 'damson'];
const folders = names.map((name) => `books/${name}`);
const onlyEpub = ['--only', 'epub', '--jobs', '2'];

beforeAll(async () => {
  for (const name of names)
    await write(name, {
      'book.yaml': `title: ${name}\nlanguage: en\n`,
      '01.md': `# Of ${name}\n\nLeaves.[^1]\n\n[^1]: Green.\n`,
    });
  await write('cedar', { '01.md': '# Of cedar\n\nLeaves.[^2]\n' });
});

async function hashes(folder: string): Promise<string> {
  return readFile(join(temporary, folder, 'SHA256SUMS'), 'utf8');
}

it('those without errors are released, and what is wrong with others is told with their names', async () => {
  const { status, stderr } = await colophon('build', ...folders, ...onlyEpub);
  expect(status).toBe(1);
  expect(stderr).toContain('books/cedar/01.md:3:8 error note-undefined');
  expect(stderr).toMatch(/^books\/birch: built in [\d.]+ s/m);
  expect(stderr).toContain('3 of 4 books are released in dist (3 built, 0 unchanged); not: books/cedar.');
  expect((await readdir(join(temporary, 'dist'))).toSorted()).toEqual([
    '.colophon',
    'ash',
    'birch',
    'damson',
    'series.html',
    'series.json',
  ]);
  const { books } = JSON.parse(await readFile(join(temporary, 'dist/series.json'), 'utf8')) as {
    books: Array<{ name: string; released: boolean }>;
  };
  expect(books.map(({ name, released }) => [name, released])).toEqual([
    ['ash', true],
    ['birch', true],
    ['cedar', false],
    ['damson', true],
  ]);
});

it('the bytes are those of the book built alone', async () => {
  await colophon('build', 'books/ash', '--only', 'epub', '--out', 'alone');
  expect(await hashes('alone')).toBe(await hashes('dist/ash'));
});

it('a second run builds what has changed, and nothing else', async () => {
  const manifest = await readFile(join(temporary, 'dist/series.json'), 'utf8');
  const { mtimeMs } = await stat(join(temporary, 'dist/birch/birch.epub'));
  const again = await colophon('build', ...folders, ...onlyEpub, '--json');
  const told = JSON.parse(again.stdout) as {
    ok: boolean;
    messages: Array<{ file: string; rule: string }>;
    books: Array<{ name: string; outcome: string; ok: boolean }>;
  };
  expect(again.status).toBe(1);
  expect(told.books.map(({ outcome }) => outcome)).toEqual(names.map(() => 'unchanged'));
  expect(told.messages.filter(({ rule }) => rule === 'note-undefined')).toMatchObject([
    { file: 'books/cedar/01.md' },
  ]);
  expect(await readFile(join(temporary, 'dist/series.json'), 'utf8')).toBe(manifest);
  await write('cedar', { '01.md': '# Of cedar\n\nLeaves.\n' });
  const third = await colophon('build', ...folders, ...onlyEpub);
  expect(third.status).toBe(0);
  expect(third.stderr).toContain('4 of 4 books are released in dist (1 built, 3 unchanged).');
  expect((await stat(join(temporary, 'dist/birch/birch.epub'))).mtimeMs).toBe(mtimeMs);
});

it('other options, a release that was touched, and --force build again', async () => {
  await writeFile(join(temporary, 'dist/ash/ash.onix.xml'), 'touched');
  const touched = await colophon('build', 'books/ash', 'books/birch', ...onlyEpub);
  // What somebody has changed is not overwritten.
  expect(touched.status).toBe(3);
  expect(touched.stderr).toMatch(/books\/ash: not built: .*ash\.onix\.xml in .* is in the way/);
  expect(touched.stderr).toContain('books/birch: unchanged');
  rmSync(join(temporary, 'dist/ash'), { recursive: true });
  const strict = await colophon('build', 'books/ash', 'books/birch', ...onlyEpub, '--strict');
  expect(strict.stderr).toMatch(/\(2 built, 0 unchanged\)/);
  const forced = await colophon('build', 'books/ash', 'books/birch', ...onlyEpub, '--strict', '--force');
  expect(forced.stderr).toMatch(/\(2 built, 0 unchanged\)/);
});

it('colophon.yaml lists the books, and says what they share', async () => {
  await writeFile(join(temporary, 'colophon.yaml'), 'books: [books/ash, books/b*]\npublisher: House\n');
  const { status, stderr } = await colophon('build', '--only', 'epub', '--out', 'listed');
  expect(stderr).toContain('2 of 2 books are released in listed (2 built, 0 unchanged).');
  expect(status).toBe(0);
  expect(await readFile(join(temporary, 'listed/birch/birch.onix.xml'), 'utf8')).toContain('House');
  const alone = await colophon('build', 'books/birch', '--only', 'epub', '--out', 'alone');
  expect(alone.stderr).toContain('What ../../colophon.yaml says counts for this book, too');
  expect(await hashes('alone')).toBe(await hashes('listed/birch'));
  await writeFile(join(temporary, 'colophon.yaml'), 'books: [books/ash, books/b*]\nprint: { trim: A55 }\n');
  const wrong = await colophon('build', '--only', 'epub', '--out', 'listed');
  expect(wrong.status).toBe(1);
  expect(wrong.stderr.match(/^colophon\.yaml:2:16 error/gm)).toHaveLength(1);
  await writeFile(join(temporary, 'colophon.yaml'), 'books: [elsewhere]\n');
  const nowhere = await colophon('build');
  expect(nowhere.status).toBe(1);
  expect(nowhere.stderr).toContain('colophon.yaml:1:9 error config-value  There is no folder "elsewhere"');
  rmSync(join(temporary, 'colophon.yaml'));
});

it('builds again what changes, one book or several, until nobody reads any more', async () => {
  const args = [
    'build',
    'books/ash',
    'books/birch',
    '--only',
    'epub',
    '--out',
    'watched',
    '--watch',
    '--json',
  ];
  const child = spawn(process.execPath, [command, ...args], {
    cwd: temporary,
    env: { ...process.env, EPUBCHECK: 'off' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  interface Round {
    readonly changed: ReadonlyArray<string>;
    readonly books: ReadonlyArray<{ readonly name: string; readonly outcome: string }>;
  }
  const round = async (number: number): Promise<unknown> => {
    const lines = (): string[] => told.split('\n').slice(0, -1);
    await expect.poll(() => lines().length, { timeout: 60_000 }).toBe(number);
    const { changed, books } = JSON.parse(lines()[number - 1] ?? '') as Round;
    return [changed, ...books.map(({ name, outcome }) => `${name} ${outcome}`)];
  };
  try {
    expect(await round(1)).toEqual([[], 'ash built', 'birch built']);
    await write('birch', { '01.md': '# Of birch\n\nBark.\n' });
    expect(await round(2)).toEqual([['books/birch/01.md'], 'ash unchanged', 'birch built']);
    await write('ash', { '01.md': '# Of ash\n\nWood.[^9]\n' });
    expect(await round(3)).toEqual([['books/ash/01.md'], 'ash built', 'birch unchanged']);
  } finally {
    child.kill();
    await write('ash', { '01.md': '# Of ash\n\nLeaves.[^1]\n\n[^1]: Green.\n' });
  }
});

it.each([
  [['books/ash', 'other/ash'], /Two books would go to dist\/ash: books\/ash and other\/ash/],
  [['books/ash', 'books/elm'], /"books\/elm" does not exist/],
  [['books/ash', 'books/birch', '--timings'], /--timings takes one manuscript folder/],
  [['books/ash', 'books/birch', '--watch', '--format', 'junit'], /With --watch text or json/],
  [['books/ash', 'books/birch', '--jobs', 'many'], /--jobs takes how many/],
])('%j is wrong usage', async (args, said) => {
  await mkdir(join(temporary, 'other/ash'), { recursive: true });
  const { status, stderr } = await colophon('build', ...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(said);
});
