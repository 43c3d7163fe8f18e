import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

/*
 * One manuscript built by the compiled command in two folders, time zones, locales and umasks: every file
 * of the release has the same bytes, whether the browser was there before or is unpacked for it, and
 * however many threads there are.
 * `npm test` compiles first.
 */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const run = promisify(execFile);
let folder: string;

const files = {
  'book.yaml':
    'title: Ünder Way\nlanguage: de\ndate: 2024-03-31\nidentifiers: { print: 978-3-16-148410-0 }\nprint: { bleed: 3mm }\n',
  'theme.css': 'h1 { color: #204080; background: linear-gradient(#fff, #ccc); }\n',
  '01-äpfel.md':
    '# Äpfel\n\nText mit Fußnote.[^1] Siehe :index[Zwiebeln] und :index[Äpfel].\n\n[^1]: Am 31. März.\n',
  // A paragraph with a break in it is divided into lines by the browser, with its own dictionary.
  '02-zwiebeln.md':
    `# Zwiebeln\n\nEins\\\\\n${'Zwiebelkuchenbäckereimeisterschaften '.repeat(30)}\n\n` +
    '| a | b |\n|---|---|\n| 1,5 | 2 |\n',
};

// Patterns for British and for American English divide these words elsewhere.
const sentence =
  'The representatives, second, hindered by lacking cultural ties and ideational foundations, will encounter ' +
  'a number of specific challenges; their future relationships with non-Western typographers and especially ' +
  'the repositioning of world literature are being hampered by a weakening economy and growing isolation.';
const english = {
  'book.yaml': 'title: Under Way\nlanguage: en\n',
  '01.md': `# Way\n\n${Array.from({ length: 8 }, (_, at) =>
    [sentence.split(' ').slice(at).join(' '), sentence, sentence].join(' '),
  ).join('\n\n')}\n`,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-same-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files of the release by name. */
async function release(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  book: Readonly<Record<string, string>> = files,
  umask = '022',
  options: ReadonlyArray<string> = [],
): Promise<ReadonlyMap<string, Buffer>> {
  const manuscript = join(folder, name, 'manuscript');
  await mkdir(manuscript, { recursive: true });
  for (const [file, text] of Object.entries(book)) await writeFile(join(manuscript, file), text);
  const out = join(folder, name, 'out');
  const env = { ...process.env, EPUBCHECK: 'off', ...environment };
  const args = [command, 'build', manuscript, '--out', out, '--quiet', '--no-cache', ...options];
  await run('sh', ['-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, ...args], { env });
  const names = (await readdir(out)).toSorted();
  return new Map(
    await Promise.all(names.map(async (file) => [file, await readFile(join(out, file))] as const)),
  );
}

it('gives the same bytes in any folder, time zone and locale, under any umask, on a fresh machine too', async () => {
  const XDG_CACHE_HOME = join(folder, 'cache');
  const here = await release('here', {
    TZ: 'Pacific/Auckland',
    LANG: 'de_DE.UTF-8',
    LC_ALL: 'de_DE.UTF-8',
    XDG_CACHE_HOME,
  });
  const zone = { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' };
  const there = await release('there/and further', zone, files, '077');
  expect([...here.keys()]).toEqual([
    'SHA256SUMS',
    'release.json',
    'report.html',
    ...['-press.pdf', '.epub', '.jsonld', '.onix.xml', '.pdf'].map((ending) => `under-way${ending}`),
  ]);
  expect([...there.keys()]).toEqual([...here.keys()]);
  expect([...there].filter(([name, bytes]) => here.get(name)?.equals(bytes) !== true)).toEqual([]);
});

it('gives the same bytes on one thread and on two', async () => {
  const one = await release('one', {}, files, '022', ['--threads', '1']);
  const two = await release('two', {}, files, '022', ['--threads', '2']);
  expect([...two.keys()]).toEqual([...one.keys()]);
  expect([...two].filter(([name, bytes]) => one.get(name)?.equals(bytes) !== true)).toEqual([]);
});

it.each(['de_DE.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8'])(
  'divides lines under %s as elsewhere',
  async (LANG) => {
    // An empty one counts as stated.
    const none = { LC_ALL: undefined, LANGUAGE: undefined };
    const plain = await release('plain', { ...none, LANG: 'C' }, english);
    const there = await release(LANG, { ...none, LANG, LC_TIME: LANG, TZ: 'Africa/Cairo' }, english);
    expect([...there].filter(([name, bytes]) => plain.get(name)?.equals(bytes) !== true)).toEqual([]);
  },
);
