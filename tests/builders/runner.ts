import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url).pathname;

/** A step of a workflow or of a composite action, as far as a runner without a network can take it. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A machine of a CI server in a folder: a repository with a book, and nothing of the caller's environment. */
export class Runner {
  /** The working copy. */
  readonly folder: string;
  readonly #home: string;
  readonly #values: Map<string, string>;
  #program = root;

  private constructor(folder: string, home: string, values: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.#home = home;
    this.#values = new Map(Object.entries(values));
  }

  /**
   * Makes one. Of the programs that ask the network there are `npm` and `gh`, which only note what they are
   * asked for, but that `gh` knows of what was published; `colophon` lies in node_modules, where npx finds it.
   *
   * @param files of the repository, by path
   * @param values of the expressions that steps may ask for, such as `inputs.folder`
   */
  static async with(
    files: Readonly<Record<string, string>>,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Runner> {
    const home = await mkdtemp(join(tmpdir(), 'colophon-runner-'));
    const folder = join(home, 'work');
    for (const [path, text] of Object.entries(files)) await put(join(folder, path), text);
    for (const name of ['npm', 'gh']) {
      const script = `#!/bin/sh\necho "${name} $*" >> "${home}/asked"\n${name === 'gh' ? downloading(home) : ''}`;
      await put(join(home, 'bin', name), script, true);
    }
    await put(
      join(folder, 'node_modules/.bin/colophon'),
      `#!/bin/sh\nexec node "${root}lib/cli.js" "$@"\n`,
      true,
    );
    await symlink(process.execPath, join(home, 'bin/node'));
    const git = (...args: string[]) => run('git', ['-C', folder, ...args]);
    await git('init', '--quiet');
    await git('add', '--all', ':!node_modules');
    const author = [
      '-c',
      'user.name=Jane',
      '-c',
      'user.email=jane@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    await git(...author, 'commit', '--quiet', '--message', 'A book');
    return new Runner(folder, home, values);
  }

  /**
   * Runs the steps one by one, those that use others' actions left out.
   *
   * @param conditions what the conditions of steps come to, by their text
   * @throws where a step fails, or asks for an expression or condition that is not known
   */
  async steps(
    steps: ReadonlyArray<Step>,
    conditions: Readonly<Record<string, boolean>> = {},
  ): Promise<string> {
    let told = '';
    for (const step of steps) {
      if (step.run === undefined) continue;
      if (step.if !== undefined && !this.#known(conditions, step.if)) continue;
      const env = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => [name, this.filled(value)]),
      );
      told += await this.script(this.filled(step.run), env);
      if (step.id !== undefined) await this.#readOutputs(step.id);
    }
    return told;
  }

  /** Runs a script as the shell of a runner does, and gives what it prints. */
  async script(script: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const file = join(this.#home, 'step.sh');
    await writeFile(file, script);
    const { stdout, stderr } = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
      cwd: this.folder,
      maxBuffer: 2 ** 26,
      env: {
        PATH: `${join(this.#home, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
        HOME: this.#home,
        RUNNER_TEMP: this.#home,
        GITHUB_WORKSPACE: this.folder,
        GITHUB_ACTION_PATH: this.#program,
        GITHUB_OUTPUT: join(this.#home, 'output'),
        GITHUB_STEP_SUMMARY: join(this.#home, 'summary'),
        GITHUB_REPOSITORY: 'jane/tide',
        GITHUB_REF_NAME: 'v1.0',
        EPUBCHECK: 'off',
        ...env,
      },
    });
    return stdout + stderr;
  }

  /**
   * Has the program lie in a folder of its own as the server checks it out, not compiled. There npm runs scripts, and
   * installs the packages that the tests have.
   *
   * @returns the folder
   */
  async checkOut(): Promise<string> {
    const folder = join(this.#home, 'program');
    const list = [
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
      '--',
      ':!tests',
      ':!manuscript/images',
    ];
    const { stdout } = await run('git', ['-C', root, ...list]);
    for (const path of stdout.split('\0').filter(Boolean))
      await cp(join(root, path), join(folder, path)).catch(() => undefined);
    const npm = join(dirname(process.execPath), 'npm');
    const script = [
      '#!/bin/sh',
      `echo "npm $*" >> "${this.#home}/asked"`,
      `if [ "$1" = ci ]; then ln -s "${root}node_modules" node_modules; fi`,
      `if [ "$1" = run ]; then exec "${npm}" "$@"; fi`,
    ];
    await put(join(this.#home, 'bin/npm'), `${script.join('\n')}\n`, true);
    this.#program = folder;
    return folder;
  }

  /** Has a manifest be that of the latest release. */
  async publish(manifest: string): Promise<void> {
    await put(join(this.#home, 'latest.json'), manifest);
  }

  /** What one of the files of the runner holds: `asked`, `summary`, or one of RUNNER_TEMP. */
  async file(name: string): Promise<string> {
    return readFile(join(this.#home, name), 'utf8');
  }

  /** A text with its expressions filled in. */
  filled(text: string): string {
    return text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
      const value = this.#values.get(expression);
      if (value === undefined) throw new Error(`There is no value of ${expression}`);
      return value;
    });
  }

  #known(conditions: Readonly<Record<string, boolean>>, condition: string): boolean {
    const outcome = conditions[condition];
    if (outcome === undefined) throw new Error(`It is not known whether ${condition}`);
    return outcome;
  }

  async #readOutputs(id: string): Promise<void> {
    for (const line of (await this.file('output')).trim().split('\n')) {
      const [name = '', ...value] = line.split('=');
      this.#values.set(`steps.${id}.outputs.${name}`, value.join('='));
    }
  }
}

async function put(path: string, text: string, isProgram = false): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  if (isProgram) await chmod(path, 0o755);
}

/** `gh release download` with the folder behind all else. */
function downloading(home: string): string {
  return [
    'if [ "$1 $2" = "release download" ]; then',
    '  for folder; do :; done',
    `  [ -f "${home}/latest.json" ] || exit 1`,
    `  mkdir -p "$folder" && cp "${home}/latest.json" "$folder/release.json"`,
    'fi',
    '',
  ].join('\n');
}
