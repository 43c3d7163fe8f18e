import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasGit } from '../builders/git.ts';
import { Runner, type Step } from '../builders/runner.ts';
import { smallBook, smallRelease } from '../builders/small-release.ts';

/*
 * The action and the workflows, step by step in a clean folder with what a runner has; what asks the network is
 * noted, not done. `npm test` compiles first.
 */
const root = new URL('../../', import.meta.url);
const read = async (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: ReadonlyArray<Step> };
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly steps: ReadonlyArray<Step>; readonly permissions?: unknown }>
  >;
}

const pdfs = ['the-tide-press.pdf', 'the-tide.pdf'];

describe.runIf(hasGit)('the action', async () => {
  const { inputs, runs } = parse(await read('action.yml')) as Action;
  const conditions = {
    "steps.program.outputs.cache-hit != 'true'": true,
    "inputs.publish == 'true' && github.ref_type == 'tag'": true,
    "inputs.compare == 'true' && github.event_name == 'pull_request'": true,
    "always() && inputs.comment == 'true' && github.event_name == 'pull_request'": true,
  };
  const valuesOf = (given: Readonly<Record<string, string>>): Record<string, string> => ({
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [`inputs.${name}`, input.default])),
    'github.token': 'secret',
    'github.event.pull_request.number': '7',
    ...given,
  });

  it('builds, checks, publishes and comments', async () => {
    const runner = await Runner.with(smallBook, valuesOf({ 'inputs.editions': 'epub' }));
    await runner.steps(runs.steps, conditions);
    expect((await readdir(join(runner.folder, 'dist'))).toSorted()).toEqual(smallRelease);
    const asked = (await runner.file('asked')).trim().split('\n');
    expect(asked.slice(0, 2)).toEqual(['npm ci --no-audit --no-fund', 'npm run compile']);
    expect(asked[2]).toMatch(
      /^gh release download --repo jane\/tide --pattern release\.json --clobber --dir \S+$/,
    );
    expect(asked[3]).toMatch(
      /^gh release create v1\.0 --repo jane\/tide --verify-tag --generate-notes dist\/SHA256SUMS .*dist\/the-tide\.epub/,
    );
    expect(asked[4]).toMatch(
      /^gh pr comment 7 --repo jane\/tide --edit-last --create-if-none --body-file \S+\.md$/,
    );
    expect(await runner.file('colophon.md')).not.toContain('what has changed');
    expect(await runner.file('summary')).toMatch(/^## The Tide: built\n[\s\S]+## dist: checked\n/);
    expect(JSON.parse(await runner.file('colophon.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  it('says what has changed since the latest release', async () => {
    const before = await Runner.with(smallBook, valuesOf({ 'inputs.editions': 'epub' }));
    await before.steps(runs.steps, conditions);
    const files = {
      ...smallBook,
      'manuscript/01-one.md': `${smallBook['manuscript/01-one.md']}\nA sentence more.\n`,
    };
    const after = await Runner.with(files, valuesOf({ 'inputs.editions': 'epub' }));
    await after.publish(await readFile(join(before.folder, 'dist/release.json'), 'utf8'));
    await after.steps(runs.steps, conditions);
    for (const name of ['colophon.md', 'summary']) {
      expect(await after.file(name)).toContain('## The Tide: what has changed');
      expect(await after.file(name)).toContain('- One: +3 words\n');
      expect(await after.file(name)).not.toContain('### Metadata');
    }
    expect(await after.file('changes/changes.html')).toContain('One: +3 words');
  });

  it('fails for a manuscript with errors, at the line, and keeps what it found', async () => {
    const files = { ...smallBook, 'manuscript/01-one.md': '# One\n\nText.[^2]\n' };
    const runner = await Runner.with(files, valuesOf({ 'inputs.editions': 'epub' }));
    const failure: unknown = await runner.steps(runs.steps, conditions).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('::error file=manuscript/01-one.md,line=3,col=6,') as string,
    });
    expect(await runner.file('colophon.md')).toMatch(/^## The Tide: nothing was built\n/);
  });

  it('compiles what was checked out', { timeout: 300_000 }, async () => {
    const runner = await Runner.with(
      smallBook,
      valuesOf({ 'inputs.editions': 'epub', 'inputs.report': 'false' }),
    );
    const program = await runner.checkOut();
    expect(await readdir(program)).not.toContain('lib');
    await runner.steps(runs.steps, conditions);
    expect(await readdir(join(program, 'lib'))).toContain('cli.js');
    expect(await readdir(join(runner.folder, 'dist'))).toContain('the-tide.epub');
  });

  it('takes a folder whatever it is called, and a printer', async () => {
    const files = {
      '-$(id); a/book.yaml': smallBook['manuscript/book.yaml'],
      '-$(id); a/01.md': '# One\n\nText.\n',
    };
    const given = { 'inputs.folder': '-$(id); a', 'inputs.editions': 'epub', 'inputs.printer': 'nobody' };
    const runner = await Runner.with(files, valuesOf(given));
    const failure: unknown = await runner.steps(runs.steps, conditions).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--printer takes') as string,
    });
    expect(await readdir(join(runner.folder, 'dist'))).toContain('the-tide.epub');
  });
});

describe.runIf(hasGit)('the workflow that colophon init writes', () => {
  it('for GitHub builds with read permissions, and publishes with what that needs', async () => {
    const { permissions, jobs } = parse(await read('templates/ci/github.yaml')) as Workflow;
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs['build']?.permissions).toBeUndefined();
    expect(jobs['publish']?.permissions).toEqual({
      contents: 'write',
      'id-token': 'write',
      attestations: 'write',
    });
    const runner = await Runner.with(smallBook, { 'github.token': 'secret' });
    const env = { MANUSCRIPT: 'manuscript' };
    const steps = (jobs['build']?.steps ?? []).map((step) => ({ ...step, env: { ...env, ...step.env } }));
    const conditions = { "github.event_name == 'pull_request'": true };
    await runner.steps(steps, conditions);
    expect((await readdir(join(runner.folder, 'dist'))).toSorted()).toEqual(
      [...smallRelease, ...pdfs].toSorted(),
    );
    await runner.publish(await readFile(join(runner.folder, 'dist/release.json'), 'utf8'));
    await runner.steps(
      steps.filter(({ if: condition }) => condition !== undefined),
      conditions,
    );
    expect(await runner.file('summary')).toContain('## The Tide: what has changed');
    await runner.steps(jobs['publish']?.steps ?? []);
    expect(await runner.file('asked')).toMatch(
      /^npm ci\n(?:gh release download .+\n){2}gh release create v1\.0 --repo jane\/tide --verify-tag --generate-notes dist\/.*the-tide-press\.pdf/,
    );
  });
});

/* The real packages, suite and manuscript have tests of their own: here stand small ones in their place. */
describe.runIf(hasGit)("the project's own workflows", () => {
  const project = async (): Promise<Runner> => {
    const files = {
      ...smallBook,
      'package.json': '{ "version": "1.0", "type": "module" }',
      '.ci/run': 'echo passed\n',
    };
    const runner = await Runner.with(files, { 'github.token': 'secret', 'secrets.NPM_TOKEN': 'secret' });
    await symlink(new URL('lib', root).pathname, join(runner.folder, 'lib'));
    return runner;
  };
  const jobsOf = async (name: string): Promise<Workflow['jobs']> =>
    (parse(await read(`.github/workflows/${name}.yml`)) as Workflow).jobs;

  it('release the Handbook and the package for a tag, by a job that runs nothing of ours', async () => {
    const { make, release: publishing, publish } = await jobsOf('release');
    expect(make?.permissions).toBeUndefined();
    const runner = await project();
    expect(await runner.steps(make?.steps ?? [])).toContain('passed\n');
    const made = [...smallRelease, ...pdfs, 'site.tar.gz'].toSorted();
    expect((await readdir(join(runner.folder, 'release'))).toSorted()).toEqual(made);
    expect(
      publishing?.steps.map(({ uses, run }) => uses?.split('@')[0] ?? run?.split(' ', 3).join(' ')),
    ).toEqual(['actions/download-artifact', 'actions/attest-build-provenance', 'gh release create']);
    await runner.steps(publishing?.steps ?? []);
    await runner.steps(publish?.steps ?? []);
    const asked = (await runner.file('asked')).trim().split('\n');
    expect(asked[0]).toBe('npm pack --pack-destination release');
    expect(asked[1]).toBe(
      `gh release create v1.0 --repo jane/tide --verify-tag --generate-notes ${made.map((name) => `release/${name}`).join(' ')}`,
    );
    expect(asked.at(-1)).toBe('npm publish --provenance --access public');
  });

  it('publish the Handbook as a website, with EPUB and PDF beside it', async () => {
    const { make } = await jobsOf('pages');
    const runner = await project();
    await runner.steps(make?.steps ?? []);
    const site = await readdir(join(runner.folder, 'site'));
    expect(site).toEqual(expect.arrayContaining(['index.html', 'the-tide.epub', 'the-tide.pdf']));
  });
});

describe.runIf(hasGit)('the container', () => {
  it('compiles the program, keeps what runs, and has what carries a queue in the version of the lockfile', async () => {
    const file = (await read('Containerfile')).replaceAll('\\\n', '');
    const [, stage = ''] = file.split(/^FROM .*$/m);
    const commands = [...stage.matchAll(/^RUN (.+)$/gm)].map(([, command = '']) => command);
    const runner = await Runner.with(smallBook);
    const program = await runner.checkOut();
    for (const command of commands) await runner.script(`cd "$GITHUB_ACTION_PATH"\n${command}`);
    const left = await readdir(program);
    expect(left).toEqual(expect.arrayContaining(['lib', 'manuscript', 'package.json', 'templates']));
    for (const gone of ['src', 'tests', 'bench']) expect(left).not.toContain(gone);
    const { packages } = JSON.parse(await read('package-lock.json')) as {
      packages: Record<string, { version: string }>;
    };
    const [bullmq, ioredis] = ['bullmq', 'ioredis'].map((name) => packages[`node_modules/${name}`]?.version);
    expect(await runner.file('asked')).toMatch(
      new RegExp(`npm install --no-save .* bullmq@${bullmq} ioredis@${ioredis}\\n`),
    );
  });
});
