import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The compiled command as a person runs it: exit statuses, messages, and an output folder
 * that a failed build leaves as it was. `npm test` compiles first.
 */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;
const temporary = mkdtempSync(join(tmpdir(), 'colophon-cli-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function colophon(args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args, ...(args[0] === 'build' ? ['--no-cache'] : [])],
      { cwd: temporary, env: { ...process.env, EPUBCHECK: 'off', ...env } },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function manuscript(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = join(temporary, name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
  return name;
}

const good = { 'book.yaml': 'title: Good\nlanguage: en\n', '01.md': '# One\n\nText.[^1]\n\n[^1]: A note.\n' };

/** A module that does something in every thread but the first. */
async function inThreads(name: string, script: string): Promise<Readonly<Record<string, string>>> {
  const path = join(temporary, name);
  const program = `const { isMainThread } = require('node:worker_threads');\nif (!isMainThread) { ${script} }\n`;
  await writeFile(path, program);
  return { NODE_OPTIONS: `--require=${path}` };
}

describe('colophon build', () => {
  beforeAll(async () => {
    await manuscript('good', good);
  });

  it.each([
    ['stops', 'setTimeout(() => process.exit(9), 50);', /A thread of the build stopped with status 9/],
    ['throws', "setTimeout(() => { throw new Error('planted'); }, 50);", /planted/],
  ])('tells of a thread that %s, and releases nothing', async (_, script, told) => {
    const env = await inThreads('in-threads.cjs', script);
    const { status, stderr } = await colophon(['build', 'good', '--out', 'none', '--threads', '2'], env);
    expect(stderr).toMatch(told);
    expect(status).toBe(3);
    expect(await readdir(temporary)).not.toContain('none');
  });

  it('tells what was done when, and on which thread', async () => {
    const args = ['build', 'good', '--only', 'epub', '--out', 'timed', '--timings'];
    const { stderr } = await colophon([...args, '--threads', '2']);
    expect(stderr).toMatch(/^beside +judge the EPUB +[\d.]+ +[\d.]+ +[\d.]+$/m);
    expect((await colophon([...args, '--threads', '1'])).stderr).toMatch(/^build +judge the EPUB /m);
    expect((await colophon([...args, '--threads', '3'])).status).toBe(2);
  });

  it('writes the release and says what it wrote', async () => {
    const { status, stderr, stdout } = await colophon(['build', 'good', '--out', 'out']);
    expect(status).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/Built in [\d.]+ s, \d+ pages/);
    expect((await readdir(join(temporary, 'out'))).toSorted()).toEqual([
      'SHA256SUMS',
      'good-press.pdf',
      'good.epub',
      'good.jsonld',
      'good.onix.xml',
      'good.pdf',
      'release.json',
      'report.html',
    ]);
  });

  it('prints one JSON document with --json and nothing else', async () => {
    const { status, stdout, stderr } = await colophon([
      'build',
      'good',
      '--out',
      'json',
      '--only',
      'epub',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as {
      ok: boolean;
      messages: unknown[];
      artifacts: Array<{ kind: string }>;
    };
    expect(report.ok).toBe(true);
    expect(report.messages).toEqual([]);
    expect(report.artifacts.map(({ kind }) => kind)).toEqual([
      'epub',
      'onix',
      'json-ld',
      'report',
      'manifest',
      'checksums',
    ]);
  });

  it('tells findings in the formats asked for, and adds to the page of a job', async () => {
    const folder = await manuscript('formats', { ...good, '01.md': '# One\n\n[Nowhere](02.md)\n\nA.[^2]\n' });
    const page = join(temporary, 'page.md');
    await writeFile(page, 'Before.\n');
    const { status, stdout, stderr } = await colophon(
      ['build', folder, '--format', 'github', '--format=sarif=r/f.sarif', '--format=junit=r/f.xml'],
      { GITHUB_STEP_SUMMARY: page, GITHUB_WORKSPACE: temporary },
    );
    expect(status).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, line.indexOf('::', 2))),
    ).toEqual([
      '::warning file=formats/01.md,line=3,col=1,title=link-target',
      '::error file=formats/01.md,line=5,col=3,title=note-undefined',
    ]);
    expect(stderr).toContain('Nothing was built (1 error, 1 warning); dist is as it was.');
    expect(await readFile(page, 'utf8')).toMatch(/^Before\.\n## Good: nothing was built\n/);
    expect(await readFile(join(temporary, 'r/f.sarif'), 'utf8')).toContain('"uri": "formats/01.md"');
    expect(await readFile(join(temporary, 'r/f.xml'), 'utf8')).toContain('tests="2" failures="1"');
    const file = ['build', folder, '--summary', 'good/01.md/s.md'];
    expect(await colophon(file)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('The report could not be written') as string,
    });
    expect((await colophon(['build', folder, '--format', 'xml'])).status).toBe(2);
  });

  it('lets a book say how grave its findings are', async () => {
    const files = { ...good, '01.md': '# One\n\n[Nowhere](02.md)\n\n### Three\n' };
    const rules = 'rules: { link-target: info, heading-level: off }\n';
    const folder = await manuscript('weighed', { ...files, 'book.yaml': `${good['book.yaml']}${rules}` });
    const args = ['build', folder, '--only', 'epub', '--out', 'g', '--strict'];
    const { status, stderr } = await colophon(args);
    expect(stderr).toMatch(/^weighed\/01\.md:3:1 info link-target {2}/m);
    expect(stderr).not.toContain('heading-level');
    expect(stderr).toContain('(1 remark)');
    expect(status).toBe(0);
    const manifest = JSON.parse(await readFile(join(temporary, 'g/release.json'), 'utf8')) as {
      checks: { manuscript: { warnings: number; messages: unknown[] } };
    };
    expect(manifest.checks.manuscript.messages).toHaveLength(1);
    const fixed = await manuscript('fixed', {
      ...files,
      'book.yaml': `${good['book.yaml']}rules: { text-lost: off }\n`,
    });
    const refused = await colophon(['build', fixed, '--only', 'epub']);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('"text-lost" is an error that stays one');
  });

  it('fails on warnings with --strict alone', async () => {
    const folder = await manuscript('warned', { ...good, '01.md': '# One\n\n[Nowhere](02.md)\n' });
    expect((await colophon(['build', folder, '--out', 'w', '--only', 'epub'])).status).toBe(0);
    const { status, stderr } = await colophon(['build', folder, '--out', 'w', '--only', 'epub', '--strict']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^warned\/01\.md:3:\d+ warning link-target {2}/m);
  });

  const bad: ReadonlyArray<readonly [string, Readonly<Record<string, string | Uint8Array>>, RegExp]> = [
    ['an undefined note', { '01.md': '# One\n\nText.[^2]\n' }, /01\.md:3:6 error note-undefined {2}/],
    [
      'a duplicate note',
      { '01.md': '# One\n\nText.[^1]\n\n[^1]: A.\n\n[^1]: B.\n' },
      /01\.md:7:1 error note-duplicate {2}/,
    ],
    ['an unused note', { '01.md': '# One\n\nText.\n\n[^1]: A.\n' }, /01\.md:5:1 error note-unused {2}/],
    ['a missing image', { '01.md': '# One\n\n![A map](map.png)\n' }, /01\.md:3:1 error image-missing {2}/],
    [
      'a bad ISBN',
      { 'book.yaml': 'title: Good\nlanguage: en\nidentifiers: { epub: 978-3-16-148410-1 }\n' },
      /book\.yaml:3:22 error isbn-checksum {2}.*\b0\b/,
    ],
    [
      'an unknown key',
      { 'book.yaml': 'title: Good\nlanguage: en\nauhtor: Me\n' },
      /book\.yaml:3:1 error config-unknown-key {2}/,
    ],
    [
      'broken YAML',
      { 'book.yaml': 'title: "Good\nlanguage: en\n' },
      /book\.yaml:\d+:\d+ error config-syntax {2}/,
    ],
    [
      'a file that is not UTF-8',
      { '01.md': Uint8Array.of(0x23, 0x20, 0x41, 0x0a, 0x0a, 0xe9, 0x0a) },
      /01\.md:3:1 error encoding {2}/,
    ],
  ];

  describe('with an earlier release in the output folder', () => {
    const out = join(temporary, 'kept');
    let before: Record<string, string>;
    beforeAll(async () => {
      await colophon(['build', 'good', '--out', out, '--only', 'epub']);
      before = await contentsOf(out);
    });

    it.each(bad)('refuses %s and leaves the release as it was', async (name, files, message) => {
      expect(Object.keys(before)).toContain('good.epub');
      const folder = await manuscript(name.replaceAll(' ', '-'), { ...good, ...files });
      const { status, stderr } = await colophon(['build', folder, '--out', out, '--only', 'epub']);
      expect(status).toBe(1);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(await contentsOf(out)).toEqual(before);
    });
  });

  it('refuses an empty folder', async () => {
    const folder = await manuscript('empty', {});
    const { status, stderr } = await colophon(['build', folder, '--out', 'never']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/error config-missing {2}/);
    await expect(readdir(join(temporary, 'never'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['a folder that is not there', ['build', 'nowhere'], 2],
    ['an edition there is none of', ['build', 'good', '--only', 'scroll'], 2],
    ['an option there is none of', ['build', 'good', '--colour'], 2],
    ['a command there is none of', ['bake'], 2],
    ['a browser that is not there', ['build', 'good', '--browser', '/no/such/chrome'], 3],
    ['an output folder below a file', ['build', 'good', '--only', 'epub', '--out', 'good/01.md/out'], 3],
  ])('explains %s without a stack trace', async (_, args, expected) => {
    const { status, stderr } = await colophon(args);
    expect(status).toBe(expected);
    expect(stderr).toMatch(/^colophon: /m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('colophon', () => {
  it('teaches with --help', async () => {
    expect((await colophon(['--help'])).stdout).toMatch(/colophon build/);
    expect((await colophon(['build', '--help'])).stdout).toMatch(/Exit status/);
    expect((await colophon([])).status).toBe(2);
  });

  it('says what a build would use', async () => {
    const { status, stdout } = await colophon(['doctor', '--json']);
    const { ok, findings, limits } = JSON.parse(stdout) as {
      ok: boolean;
      limits: Array<{ name: string }>;
      findings: Array<{ name: string; status: string }>;
    };
    expect(status).toBe(0);
    expect(ok).toBe(true);
    expect(limits.map(({ name }) => name)).toContain('image-pixels');
    expect(findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Node.js', 'browser', 'page measurement', 'hyphenation', 'fonts', 'EPUBCheck']),
    );
  });
});

describe('colophon init --ci', () => {
  it('begins a book with its workflow, and adds one to a book that is there', async () => {
    const begun = await colophon(['init', 'tide', '--yes', '--ci', 'github']);
    expect(begun.status).toBe(0);
    expect(begun.stdout).toMatch(/^ {2}tide\/book\.yaml$[\s\S]*^ {2}\.github\/workflows\/book\.yml$/m);
    expect(begun.stdout).toContain('npm install --save-dev colophon');
    const workflow = await readFile(join(temporary, '.github/workflows/book.yml'), 'utf8');
    expect(workflow).toContain('MANUSCRIPT: tide\n');
    const before = await readFile(join(temporary, 'tide/book.yaml'), 'utf8');
    const added = await colophon(['init', 'tide', '--ci=gitlab']);
    expect(added.stdout).toMatch(/^Begun:\n {2}\.gitlab-ci\.yml\n\n/);
    expect(await readFile(join(temporary, 'tide/book.yaml'), 'utf8')).toBe(before);
  });

  it('overwrites none, and knows its servers', async () => {
    await writeFile(join(temporary, '.gitlab-ci.yml'), 'mine: {}\n');
    expect((await colophon(['init', 'tide', '--ci', 'gitlab'])).status).toBe(2);
    expect(await readFile(join(temporary, '.gitlab-ci.yml'), 'utf8')).toBe('mine: {}\n');
    expect((await colophon(['init', 'tide', '--ci', 'githubb'])).stderr).toContain('Did you mean "github"?');
  });
});

describe('colophon themes', () => {
  it('lists the themes, each with a line and a picture that is there', async () => {
    const { status, stdout } = await colophon(['themes']);
    expect(status).toBe(0);
    const themes = stdout.trimEnd().split('\n\n');
    expect(themes.map((theme) => theme.split('\n')[0])).toEqual(['literary', 'modern', 'scholarly']);
    for (const [, description, picture] of themes.map((theme) => theme.split('\n'))) {
      expect(description).toMatch(/^ {2}[A-Z].*\.$/);
      expect((await readFile(picture?.trim() ?? '')).subarray(1, 4).toString('latin1')).toBe('PNG');
    }
  });

  it('tells the same as JSON', async () => {
    const { status, stdout } = await colophon(['themes', '--json']);
    const { themes } = JSON.parse(stdout) as { themes: Array<Record<string, string>> };
    expect(status).toBe(0);
    expect(themes.map(({ name }) => name)).toEqual(['literary', 'modern', 'scholarly']);
    for (const theme of themes) expect(Object.keys(theme)).toEqual(['name', 'description', 'picture']);
  });

  it('takes no other option', async () => {
    expect((await colophon(['themes', '--all'])).status).toBe(2);
  });
});

describe('colophon stores', () => {
  it('lists the stores with what they ask for, in words and for machines', async () => {
    const { status, stdout } = await colophon(['stores']);
    expect(status).toBe(0);
    expect(stdout).toContain('kobo: Kobo\n');
    const listed = JSON.parse((await colophon(['stores', '--json'])).stdout) as {
      stores: Array<{ name: string; demands: { textBytes?: { most: number } } }>;
    };
    const mosts = listed.stores.map(({ name, demands }) => [name, demands.textBytes?.most]);
    expect(mosts).toEqual([
      ['apple', undefined],
      ['generic', 300e3],
      ['google', undefined],
      ['kindle', undefined],
      ['kobo', 10e6],
    ]);
  });
});

describe('colophon printers', () => {
  const names = ['bod', 'ingramspark', 'kdp', 'lulu', 'offset'];

  it('lists the printers with what a book states of them', async () => {
    const { status, stdout } = await colophon(['printers']);
    expect(status).toBe(0);
    expect(stdout.match(/^\w+(?=: )/gm)).toEqual(names);
    expect(stdout).toMatch(/^ {2}not confirmed: all$/m);
  });

  it('tells the same as JSON, in points', async () => {
    const { status, stdout } = await colophon(['printers', '--json']);
    const { printers } = JSON.parse(stdout) as {
      printers: Array<{
        name: string;
        bleed: object;
        papers: Array<{ name: string; pageThickness: number }>;
      }>;
    };
    expect(status).toBe(0);
    expect(printers.map(({ name }) => name)).toEqual(names);
    const kdp = printers[2];
    expect(kdp?.bleed).toEqual({ amount: 9, sides: 'outside', required: false });
    expect(kdp?.papers[0]).toMatchObject({ name: 'cream', pageThickness: 0.18 });
  });

  it('takes no other option', async () => {
    expect((await colophon(['printers', '--all'])).status).toBe(2);
  });
});

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')])),
  ) as Record<string, string>;
}
