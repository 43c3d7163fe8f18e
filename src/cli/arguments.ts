import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from '../book/errors.ts';
import { meantOption } from './meant.ts';
import { UnknownOption } from './unknown-option.ts';
import { unknownWord } from './unknown-word.ts';

/**
 * The arguments of a command.
 *
 * @param config as `parseArgs` of Node.js takes it
 * @throws {UsageError} where an option is unknown, with the one that is most like it, or lacks its value,
 *   or where a value or a name is empty, as those of variables that are not set, or was not in UTF-8: what Node.js
 *   makes of it names another file than was meant
 */
export function argumentsOf<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  const parsed = tried(config);
  for (const [name, value] of Object.entries<unknown>(parsed.values)) {
    const values = [value].flat();
    if (values.includes('')) throw new UsageError(`--${name} needs a value behind it, not an empty one`);
    const garbled = values.find(isGarbled);
    if (garbled !== undefined)
      throw new UsageError(`What stands behind --${name} is not in UTF-8: ${garbled}`);
  }
  if (parsed.positionals.some((name) => name === ''))
    throw new UsageError('One of the names behind the command is empty');
  const garbled = parsed.positionals.find(isGarbled);
  if (garbled !== undefined) throw new UsageError(`The name behind the command is not in UTF-8: ${garbled}`);
  return parsed;
}

/** Whether a word has signs in place of bytes that are no UTF-8. */
function isGarbled(word: unknown): word is string {
  return typeof word === 'string' && word.includes('\uFFFD');
}

function tried<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [, unknown] = /^Unknown option '(--?[^']+)'/.exec(error.message) ?? [];
    if (unknown === undefined) throw new UsageError(inWords(error.message), { cause: error });
    const known = [...Object.keys(config.options ?? {}), 'help'].map((name) => `--${name}`);
    const meant = meantOption(unknown, known);
    const { message } = unknownWord(`There is no option ${unknown}`, unknown, known, { meant });
    throw new UnknownOption(message, unknown, { cause: error });
  }
}

/** What Node.js finds wrong, in our words; its own where it finds something else. */
function inWords(message: string): string {
  const [, lacking] =
    /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  if (lacking !== undefined) return `${lacking} needs a value behind it`;
  const [, bare] = /^Option '(?:-\w, )?(--[\w-]+)' does not take an argument/.exec(message) ?? [];
  if (bare !== undefined) return `${bare} takes no value: write ${bare} alone`;
  const [, word] = /^Unexpected argument '(.*?)'\. This command does not take/s.exec(message) ?? [];
  return word === undefined ? message : `The command takes options only, not "${word}"`;
}
