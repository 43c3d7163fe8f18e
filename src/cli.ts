#!/usr/bin/env node
import { EnvironmentError, UsageError } from './book/errors.ts';
import { buildHelp, runBuild } from './cli/build.ts';
import { doctorHelp, runDoctor } from './cli/doctor.ts';
import { help } from './cli/help.ts';
import { version } from './version.ts';

const commands: Readonly<Record<string, { readonly help: string; run(argv: string[]): Promise<number> }>> = {
  build: { help: buildHelp, run: runBuild },
  doctor: { help: doctorHelp, run: runDoctor },
};

async function main([name, ...argv]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(commands[argv[0] ?? '']?.help ?? help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commands[name];
  if (command === undefined) {
    throw new UsageError(`There is no command "${name}"; there are ${Object.keys(commands).join(', ')}`);
  }
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(argv);
}

/** What the shell and the person see of a failure: never a stack trace for a mistake of theirs. */
function explain(error: unknown): number {
  if (error instanceof UsageError || isArgumentError(error)) {
    process.stderr.write(`colophon: ${error.message}\nSee colophon --help.\n`);
    return 2;
  }
  if (error instanceof EnvironmentError) {
    process.stderr.write(`colophon: ${error.message}\n  ${error.hint}\n`);
    return 3;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`colophon: this is a fault of Colophon, please report it\n${trace}\n`);
  return 3;
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
