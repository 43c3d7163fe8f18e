import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../builders/folder.ts';
import { git, repositoryOf, hasGit } from '../builders/git.ts';
import { smallRelease } from '../builders/small-release.ts';

/* What a release says of where it comes from, made and verified by the compiled command. `npm test` compiles first. */
const command = new URL('../../lib/cli.js', import.meta.url).pathname;

const book = {
  'texts/tide/book.yaml': 'title: The Tide\nlanguage: en\n',
  'texts/tide/01-one.md': '# One\n\nText.[^1]\n\n[^1]: A note.\n',
};

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function colophon(
  cwd: string,
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd, env: { ...process.env, ...env } },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

/** Builds the e-book of a work tree, without printed pages: no browser is needed. */
async function release(top: string, ...options: ReadonlyArray<string>): Promise<string> {
  const args = ['build', 'texts/tide', '--only', 'epub', '--no-cache', '--quiet', '--provenance', ...options];
  expect(await colophon(top, args)).toMatchObject({ status: 0 });
  return join(top, 'dist');
}

interface Verified {
  readonly ok: boolean;
  readonly messages: ReadonlyArray<{ readonly rule: string; readonly file: string; readonly reason: string }>;
  readonly facts: ReadonlyArray<string>;
}

async function verified(top: string, ...options: ReadonlyArray<string>): Promise<Verified> {
  const { stdout, stderr } = await colophon(top, ['verify', '--json', ...options]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Verified;
}

const rulesOf = ({ messages }: Verified): string[] => messages.map(({ rule, file }) => `${file} ${rule}`);

describe.runIf(hasGit)('a release with its provenance', () => {
  it('says the same in two work trees, of the files that were read', async () => {
    const tops = await Promise.all([
      repositoryOf(book),
      repositoryOf({ ...book, 'texts/tide/draft.txt': 'D' }),
    ]);
    await rm(join(tops[1], 'texts/tide/draft.txt'));
    git(tops[1], 1_600_000_000, 'commit', '--quiet', '--amend', '-a', '-m', 'Book');
    const [one, other] = [await release(tops[0]), await release(tops[1])];
    const names = (await readdir(one)).toSorted();
    expect(names).toEqual(smallRelease);
    for (const name of names)
      expect(await readFile(join(other, name))).toEqual(await readFile(join(one, name)));
    const statement = JSON.parse(await readFile(join(one, 'provenance.intoto.json'), 'utf8')) as {
      predicate: {
        buildDefinition: { resolvedDependencies: ReadonlyArray<{ name: string; digest: unknown }> };
      };
    };
    expect(statement.predicate.buildDefinition.resolvedDependencies).toEqual([
      { name: 'source', digest: { gitCommit: git(tops[0], 0, 'rev-parse', 'HEAD').trim() } },
      { name: 'manuscript/01-one.md', digest: { sha256: expect.any(String) as string } },
      { name: 'manuscript/book.yaml', digest: { sha256: expect.any(String) as string } },
    ]);
  });

  it('is verified, and built again from its commit', async () => {
    const top = await repositoryOf(book);
    const out = await release(top);
    const commit = git(top, 0, 'rev-parse', 'HEAD').trim();
    // What has changed since does not matter, nor what the variables say.
    await appendFile(join(top, 'texts/tide/01-one.md'), '\nLater.\n');
    git(top, 1_700_000_000, 'commit', '--quiet', '-a', '-m', 'Later');
    const { status, stderr } = await colophon(top, ['verify', 'dist', '--rebuild'], {
      SOURCE_DATE_EPOCH: '1',
      COLOPHON_REVISION: 'other',
    });
    expect(stderr).toBe(
      'Verified dist: all holds.\n' +
        '  8 files, as they were released\n' +
        `  made from commit ${commit} by Colophon 0.1.0 on Node.js ${process.versions.node}\n` +
        `  rebuilt from ${commit.slice(0, 12)}: 5 of 5 files are the same\n`,
    );
    expect(status).toBe(0);
    const elsewhere = await folderOf({});
    expect((await colophon(elsewhere, ['verify', out, '--rebuild'])).status).toBe(2);
    expect((await verified(elsewhere, out, '--rebuild', '--source', top)).ok).toBe(true);
  });

  it('tells of what the book shares with others, and is built again with it', async () => {
    const shared = { 'colophon.yaml': 'publisher: Harbour Press\n' };
    const top = await repositoryOf({ ...book, ...shared });
    const statement = await readFile(join(await release(top), 'provenance.intoto.json'), 'utf8');
    const sha256 = createHash('sha256').update(shared['colophon.yaml']).digest('hex');
    const { predicate } = JSON.parse(statement) as {
      predicate: { buildDefinition: { resolvedDependencies: ReadonlyArray<object> } };
    };
    expect(predicate.buildDefinition.resolvedDependencies[1]).toEqual({
      name: 'series/colophon.yaml',
      digest: { sha256 },
    });
    expect(await verified(top, 'dist', '--rebuild')).toMatchObject({ ok: true, messages: [] });
    await writeFile(join(top, 'colophon.yaml'), 'publisher: Pier Press\n');
    await release(top);
    expect((await verified(top, 'dist', '--rebuild')).messages).toMatchObject([
      {
        rule: 'rebuild-impossible',
        reason: 'It was made from files that were not committed: ../../colophon.yaml',
      },
    ]);
    // A statement that hides it is found out by the file itself.
    const path = join(top, 'dist/provenance.intoto.json');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace(/"annotations": \{[^}]*\}/, '"annotations": {}'),
    );
    expect((await verified(top, 'dist', '--rebuild')).messages.at(-1)?.reason).toMatch(
      /^Commit \w+ does not have colophon\.yaml as it was built/,
    );
  });

  it('is built again as it was asked for', async () => {
    const top = await repositoryOf(book);
    const args = [
      'build',
      'texts/tide',
      '--only',
      'epub,press',
      '--strict',
      '--provenance',
      '--quiet',
      '--no-cache',
    ];
    const env = { SOURCE_DATE_EPOCH: '1000000000', COLOPHON_REVISION: 'first edition' };
    expect((await colophon(top, [...args, '--limit', 'image-pixels=80'], env)).status).toBe(0);
    expect(await verified(top, 'dist', '--rebuild')).toMatchObject({ ok: true, messages: [] });
  });

  it('is another where a file was changed, and its checksums with it', async () => {
    const top = await repositoryOf(book);
    const out = await release(top);
    await appendFile(join(out, 'the-tide.jsonld'), ' ');
    expect(rulesOf(await verified(top, 'dist'))).toEqual([
      'the-tide.jsonld release-checksum',
      'provenance.intoto.json provenance-mismatch',
    ]);
    expect((await colophon(top, ['verify', 'dist'])).status).toBe(1);
  });

  it('gives other bytes where somebody has forged all that is said of it', async () => {
    const top = await repositoryOf(book);
    const out = await release(top);
    const forged = join(top, 'forged');
    await cp(join(top, 'texts'), join(forged, 'texts'), { recursive: true });
    await appendFile(join(forged, 'texts/tide/01-one.md'), '\nNobody wrote this.\n');
    const made = await release(forged);
    // The commit and the files of the honest release, with the files of another.
    const honest = await readFile(join(out, 'provenance.intoto.json'), 'utf8');
    const other = JSON.parse(await readFile(join(made, 'provenance.intoto.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    const statement = JSON.stringify({ ...(JSON.parse(honest) as object), subject: other['subject'] });
    await writeFile(join(made, 'provenance.intoto.json'), statement);
    const sums = await readFile(join(made, 'SHA256SUMS'), 'utf8');
    await writeFile(join(made, 'SHA256SUMS'), sums.replace(/^.*provenance.*\n/m, ''));
    const found = await verified(top, 'forged/dist', '--rebuild');
    expect(rulesOf(found)).toContain('provenance.intoto.json provenance-mismatch');
    expect(rulesOf(found)).toContain('the-tide.epub rebuild-differs');
    expect(found.ok).toBe(false);
  });
});

describe.runIf(hasGit)('what cannot be built again', () => {
  it('says why: files that were not committed, no Git, no such commit', async () => {
    const top = await repositoryOf(book);
    await writeFile(join(top, 'texts/tide/02-two.md'), '# Two\n\nText.\n');
    await release(top);
    const dirty = await verified(top, 'dist', '--rebuild');
    expect(dirty.messages).toMatchObject([
      { rule: 'rebuild-impossible', reason: 'It was made from files that were not committed: 02-two.md' },
    ]);
    expect(dirty.facts[1]).toContain(', changed since, by Colophon');

    const bare = await folderOf(book);
    await release(bare);
    expect((await verified(bare, 'dist', '--rebuild', '--source', top)).messages).toMatchObject([
      { rule: 'rebuild-impossible', reason: 'It names no commit' },
    ]);

    const other = await repositoryOf({ ...book, 'texts/tide/03.md': '# Three\n\nText.\n' });
    await release(other);
    expect((await verified(other, 'dist', '--rebuild', '--source', top)).messages).toMatchObject([
      { rule: 'rebuild-impossible', reason: expect.stringMatching(/has no commit/) as string },
    ]);
  });

  it('is a folder that leads out of the repository', async () => {
    const top = await repositoryOf(book);
    const out = await release(top);
    const path = join(out, 'provenance.intoto.json');
    const statement = await readFile(path, 'utf8');
    await writeFile(path, statement.replace('"folder": "texts/tide"', '"folder": "../elsewhere"'));
    expect(rulesOf(await verified(top, 'dist', '--rebuild'))).toEqual([
      'provenance.intoto.json release-checksum',
      'provenance.intoto.json rebuild-impossible',
    ]);
  });
});

describe.runIf(hasGit)('a folder', () => {
  it('gets another release in the place of one with provenance, and none of it stays', async () => {
    const top = await repositoryOf(book);
    const out = await release(top);
    await writeFile(join(out, 'SHA256SUMS.asc'), '-----BEGIN PGP SIGNATURE-----\n');
    expect(
      (await colophon(top, ['build', 'texts/tide', '--only', 'epub', '--quiet', '--no-cache'])).status,
    ).toBe(0);
    expect((await readdir(out)).toSorted()).toEqual([
      'SHA256SUMS',
      'release.json',
      'report.html',
      'the-tide.epub',
      'the-tide.jsonld',
      'the-tide.onix.xml',
    ]);
    expect(await verified(top, 'dist')).toMatchObject({
      ok: true,
      messages: [{ rule: 'provenance-missing' }],
    });
  });

  it('without a release is wrong usage, and so are a key that is none and two folders', async () => {
    const top = await repositoryOf(book);
    await mkdir(join(top, 'empty'));
    for (const args of [
      ['verify'],
      ['verify', 'empty'],
      ['verify', 'nowhere'],
      ['verify', 'empty', 'empty'],
      ['build', 'texts/tide', '--sign', 'ssh'],
    ])
      expect(await colophon(top, args)).toMatchObject({ status: 2, stdout: '' });
  });
});
