import { existsSync } from 'node:fs';
import { UsageError } from '../book/errors.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { meantCommand, meantOption } from './meant.ts';
import { unknownWord } from './unknown-word.ts';
import { endOnSignals } from '../build/signals.ts';
import { version } from '../version.ts';
import { dictionary } from '../book/dictionary.ts';

interface Command {
  readonly help: string;
  run(argv: string[]): Promise<number>;
}

/** Each command is loaded when it is asked for: a build must not wait for what it does not use. */
const commands = dictionary<() => Promise<Command>>({
  init: async () => import('./init.ts'),
  build: async () => import('./build.ts'),
  preview: async () => import('./preview.ts'),
  site: async () => import('./site.ts'),
  check: async () => import('./check.ts'),
  verify: async () => import('./verify.ts'),
  diff: async () => import('./diff.ts'),
  doctor: async () => import('./doctor.ts'),
  themes: async () => import('./themes.ts'),
  printers: async () => import('./printers.ts'),
  stores: async () => import('./stores.ts'),
  worker: async () => import('./worker.ts'),
});

/**
 * Runs what was typed and tells what becomes of it.
 *
 * @param argv the words behind the name of the program
 * @returns the exit status
 */
export async function main(argv: string[]): Promise<number> {
  endOnSignals();
  // What fails where nobody waits for it, a module that cannot be opened or a thread that does not begin.
  process.once('uncaughtException', (error) => {
    void explain(error).then((status) => process.exit(status));
  });
  // Whoever reads may stop reading; a full disk, though, has lost what was to be told.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`colophon: the output could not be written: ${error.message}\n`);
    process.exit(3);
  });
  process.stderr.on('error', () => undefined);
  const [name] = argv;
  const command = name !== undefined && commands[name] !== undefined ? name : undefined;
  return run(argv).catch((error: unknown) => explain(error, command));
}

async function run([name, ...argv]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = argv.find((each) => !each.startsWith('-'));
    if (about !== undefined && commands[about] === undefined) throw unknownCommand(about);
    process.stdout.write((await commands[about ?? '']?.())?.help ?? help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = commands[name];
  if (load === undefined) {
    const general = ['--help', '--version'];
    if (!name.startsWith('-')) throw unknownCommand(name);
    const owner = [...(await helps())].find(([, text]) => text.includes(`\n  ${name} `))?.[0];
    const meant = owner === undefined ? meantOption(name, general) : `colophon ${owner} ${name}`;
    throw unknownWord(`There is no option ${name}`, name, general, { meant });
  }
  const command = await load();
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(argv).catch(async (error: unknown) => {
    if (!(error instanceof UsageError && 'option' in error)) throw error;
    const { UnknownOption, withOwners } = await import('./unknown-option.ts');
    throw error instanceof UnknownOption ? withOwners(error, name, await helps()) : error;
  });
}

/** What each command says of itself. */
async function helps(): Promise<Map<string, string>> {
  const all = Object.entries(commands).map(async ([name, load]) => [name, (await load()).help] as const);
  return new Map(await Promise.all(all));
}

function unknownCommand(name: string): UsageError {
  const names = Object.keys(commands);
  if (name !== '' && existsSync(name))
    return new UsageError(
      `What is to be done with ${name}? Did you mean "build ${name}" or "preview ${name}"?`,
    );
  const sentence = `There is no command "${name}"; there are ${names.join(', ')}`;
  return unknownWord(sentence, name, names, { meant: meantCommand(name) });
}
