import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from '../book/errors.ts';
import { unknownWord } from './unknown-word.ts';

/**
 * The arguments of a command.
 *
 * @param config as `parseArgs` of Node.js takes it
 * @throws {UsageError} where an option is unknown, with the one that is most like it, or lacks its value
 */
export function argumentsOf<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [, unknown] = /^Unknown option '(--?[^']+)'/.exec(error.message) ?? [];
    if (unknown === undefined) throw new UsageError(error.message, { cause: error });
    const known = [...Object.keys(config.options ?? {}), 'help'].map((name) => `--${name}`);
    throw unknownWord(`There is no option ${unknown}`, unknown, known, { cause: error });
  }
}
