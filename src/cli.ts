#!/usr/bin/env node
import { constants } from 'node:os';
import { EnvironmentError, UsageError } from './book/errors.ts';
import { help } from './cli/help.ts';
import { unknownWord } from './cli/unknown-word.ts';
import { visible, visibleLines } from './cli/visible.ts';
import { version } from './version.ts';

interface Command {
  readonly help: string;
  run(argv: string[]): Promise<number>;
}

/** Each command is loaded when it is asked for: a build must not wait for what it does not use. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => import('./cli/init.ts'),
  build: async () => import('./cli/build.ts'),
  check: async () => import('./cli/check.ts'),
  doctor: async () => import('./cli/doctor.ts'),
  themes: async () => import('./cli/themes.ts'),
  printers: async () => import('./cli/printers.ts'),
};

async function main([name, ...argv]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write((await commands[argv[0] ?? '']?.())?.help ?? help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = commands[name];
  if (load === undefined) {
    const names = Object.keys(commands);
    throw unknownWord(`There is no command "${name}"; there are ${names.join(', ')}`, name, names);
  }
  const command = await load();
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(argv);
}

/** What the shell and the person see of a failure: never a stack trace for a mistake of theirs. */
async function explain(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    process.stderr.write(`colophon: ${visible(error.message)}\nSee colophon --help.\n`);
    return 2;
  }
  if (error instanceof EnvironmentError) {
    process.stderr.write(`colophon: ${visible(error.message)}\n  ${visible(error.hint)}\n`);
    return 3;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { traceInSources } = await import('./cli/trace-in-sources.ts');
  const told = await traceInSources(trace);
  process.stderr.write(`colophon: this is a fault of Colophon, please report it\n${visibleLines(told)}\n`);
  return 3;
}

/** A signal ends the program with the status a shell expects; what is to be put away is, at the exit. */
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));

/** Whoever reads may stop reading; a full disk, though, has lost what was to be told. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`colophon: the output could not be written: ${error.message}\n`);
  process.exit(3);
});
process.stderr.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2)).catch(explain);
