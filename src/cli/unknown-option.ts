import { UsageError } from '../book/errors.ts';

/** An option that a command does not have. */
export class UnknownOption extends UsageError {
  /** As typed, such as `--port`. */
  readonly option: string;

  constructor(message: string, option: string, options?: ErrorOptions) {
    super(message, options);
    this.option = option;
  }
}

/**
 * The same error with the commands that have the option, where there are such.
 *
 * @param command the one that has not
 * @param helps what each command says of itself, where its options stand at the beginning of lines
 */
export function withOwners(
  error: UnknownOption,
  command: string,
  helps: ReadonlyMap<string, string>,
): UsageError {
  const { option } = error;
  if (!option.startsWith('--')) return error;
  const owners = [...helps].filter(([, help]) => help.split('\n').some((line) => isOf(option, line)));
  if (owners.length === 0) return error;
  const names = owners.map(([name]) => `colophon ${name}`);
  const who = `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' and ' : ''}${names.at(-1)}`;
  return new UsageError(`colophon ${command} has no option ${option}: it belongs to ${who}`, {
    cause: error,
  });
}

function isOf(option: string, line: string): boolean {
  return line.startsWith(`  ${option} `) || line.trimEnd() === `  ${option}`;
}
