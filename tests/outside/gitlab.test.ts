import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GitLabServer } from '../builders/gitlab-server.ts';
import { Runner } from '../builders/runner.ts';
import { smallBook, smallRelease } from '../builders/small-release.ts';
import { hasCommand } from './tools.ts';

/*
 * The jobs of GitLab, run with a server that answers as GitLab does. `npm test` compiles first.
 */
const root = new URL('../../', import.meta.url);
const read = async (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: ReadonlyArray<string>;
  readonly after_script?: ReadonlyArray<string>;
  readonly rules?: ReadonlyArray<{ readonly if: string }>;
}

/** Runs the script of a job with its variables, and in the end what follows it in any case. */
async function run(
  runner: Runner,
  { variables, script, after_script: after = [] }: Job,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const filled = Object.entries(variables).map(([name, value]) => [
    name,
    value.replace('$CI_PROJECT_DIR', runner.folder),
  ]);
  const env = { ...Object.fromEntries(filled), ...more, CI_PROJECT_DIR: runner.folder };
  try {
    await runner.script(script.join('\n'), env);
  } finally {
    await runner.script(after.join('\n'), env);
  }
}

/** The jobs of the component with some inputs. */
async function component(given: Readonly<Record<string, string>>): Promise<Record<string, Job>> {
  const [spec = '', jobs = ''] = (await read('templates/book/template.yml')).split(/^---$/m);
  const { inputs } = (parse(spec) as { spec: { inputs: Record<string, { default: string }> } }).spec;
  const values = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
    ...given,
  };
  const filled = jobs.replaceAll(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`There is no input ${name}`);
    return value;
  });
  return parse(filled) as Record<string, Job>;
}

const jobOf = (jobs: Record<string, Job>, name: string): Job => {
  const job = jobs[name];
  if (job === undefined) throw new Error(`There is no job ${name}`);
  return job;
};

describe.runIf(hasCommand('curl'))('GitLab', () => {
  it('builds by what colophon init writes, and publishes for a tag', async () => {
    const jobs = parse(await read('templates/ci/gitlab.yaml')) as Record<string, Job>;
    const server = await GitLabServer.started();
    const runner = await Runner.with(smallBook);
    const tag = { ...server.variables, CI_COMMIT_TAG: 'v1.0', MANUSCRIPT: 'manuscript' };
    await run(runner, jobOf(jobs, 'book'), tag);
    const files = (await readdir(join(runner.folder, 'dist'))).toSorted();
    expect(files).toEqual([...smallRelease, 'the-tide-press.pdf', 'the-tide.pdf'].toSorted());
    expect(await readFile(join(runner.folder, 'findings.xml'), 'utf8')).toContain('<testsuites ');
    await run(runner, jobOf(jobs, 'publish'), tag);
    const { CI_API_V4_URL: api } = server.variables;
    await server.close();
    expect([...server.files.keys()].toSorted()).toEqual(files.map((name) => `book/v1.0/${name}`));
    const sums = await readFile(join(runner.folder, 'dist/SHA256SUMS'));
    expect(server.files.get('book/v1.0/SHA256SUMS')).toEqual(sums);
    expect(server.releases).toEqual([
      {
        tag_name: 'v1.0',
        assets: {
          links: files.map((name) => ({
            name,
            url: `${api}/projects/7/packages/generic/book/v1.0/${name}`,
            direct_asset_path: `/${name}`,
          })),
        },
      },
    ]);
  });

  it('builds by the component, publishes, and tells a merge request what has changed', async () => {
    const jobs = await component({
      editions: 'epub',
      out: 'out',
      comment: 'true',
      store: 'kobo',
      strict: 'false',
    });
    const server = await GitLabServer.started();
    const runner = await Runner.with(smallBook);
    await run(runner, jobOf(jobs, 'book'), server.variables);
    expect((await readdir(join(runner.folder, 'out'))).toSorted()).toEqual(smallRelease);
    expect(server.notes).toHaveLength(1);
    expect(jobOf(jobs, 'book-publish').rules).toEqual([{ if: '$CI_COMMIT_TAG && "false" == "true"' }]);
    await run(runner, jobOf(jobs, 'book-publish'), { ...server.variables, CI_COMMIT_TAG: 'v1.0' });

    const request = { ...server.variables, CI_MERGE_REQUEST_IID: '3', COLOPHON_TOKEN: 'own' };
    const chapter = join(runner.folder, 'manuscript/01-one.md');
    await writeFile(chapter, `${smallBook['manuscript/01-one.md']}\nA sentence more.\n`);
    await run(runner, jobOf(jobs, 'book'), request);
    expect(server.notes.map(({ body }) => body)).toEqual([
      'Well done.',
      expect.stringMatching(/^## The Tide: built\n[\s\S]+- One: \+3 words\n[\s\S]+<!-- colophon book -->\n$/),
    ]);
    // A second time the comment is renewed; also of what could not be built.
    await writeFile(chapter, 'Lost.[^2]\n');
    await expect(run(runner, jobOf(jobs, 'book'), request)).rejects.toMatchObject({ code: 1 });
    expect(server.notes).toHaveLength(2);
    expect(server.notes[1]?.body).toMatch(/^## The Tide: nothing was built\n/);
    await server.close();
  });
});
