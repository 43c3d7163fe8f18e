import type { Limit } from '../book/limit.ts';
import { UsageError } from '../book/errors.ts';
import { unknownWord } from './unknown-word.ts';
import { isSettable, limitInWords, limits, settable, unitOf, type Limits } from '../book/limits.ts';

/**
 * What `--limit NAME=N` asks for.
 *
 * @param given each as typed, its number in the unit that `colophon doctor` shows
 * @throws {UsageError} where the name is none that can be set, or the number none
 */
export function limitsOf(given: ReadonlyArray<string>): Partial<Limits> {
  return Object.fromEntries(
    given.map((typed) => {
      const [name = '', number = ''] = typed.split('=', 2);
      if (!isSettable(name)) {
        throw unknownWord(`--limit takes ${settable.join(', ')}, not "${name}"`, name, settable);
      }
      if (!/^\d{1,6}$/.test(number)) {
        throw new UsageError(`--limit takes a number, as in ${name}=${limits[name].most / unitOf(name)}`);
      }
      return [name, Number(number) * unitOf(name)];
    }),
  );
}

/** A limit as machines read it. */
interface ListedLimit extends Omit<Limit, 'unit'> {
  readonly name: string;
  /** Whether `--limit` sets it. */
  readonly settable: boolean;
  readonly inWords: string;
}

/** Everything that is limited, in the order of the table. */
export function listedLimits(): ListedLimit[] {
  return Object.entries<Limit>(limits).map(([name, limit]) => {
    const { most, what, rule } = limit;
    return {
      name,
      most,
      inWords: limitInWords(limit),
      what,
      ...(rule && { rule }),
      settable: isSettable(name),
    };
  });
}

/** The same as lines for readers; an asterisk marks what `--limit` sets. */
export function limitLines(): string[] {
  const all = listedLimits();
  const [names, numbers] = [all.map(({ name }) => name), all.map(({ inWords }) => inWords)].map((texts) =>
    Math.max(...texts.map(({ length }) => length)),
  );
  return all.map(
    (each) =>
      `  ${each.settable ? '*' : ' '} ${each.name.padEnd(names ?? 0)}  ${each.inWords.padEnd(numbers ?? 0)}  ${each.what}${each.rule === undefined ? '' : ` (${each.rule})`}`,
  );
}
