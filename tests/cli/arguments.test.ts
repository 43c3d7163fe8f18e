import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { argumentsOf } from '../../src/cli/arguments.ts';
import { UnknownOption } from '../../src/cli/unknown-option.ts';

const options = { only: { type: 'string' }, strict: { type: 'boolean' } } as const;

describe('argumentsOf', () => {
  test('gives what was typed', () => {
    const { values, positionals } = argumentsOf({
      args: ['a', '--only', 'epub'],
      options,
      allowPositionals: true,
    });
    expect(values).toEqual({ only: 'epub' });
    expect(positionals).toEqual(['a']);
  });

  test('names the option that is most like an unknown one', () => {
    expect(() => argumentsOf({ args: ['--ony', 'epub'], options })).toThrow(
      new UnknownOption('There is no option --ony. Did you mean "--only"?', '--ony'),
    );
    expect(() => argumentsOf({ args: ['--frobnicate'], options })).toThrow(
      new UnknownOption('There is no option --frobnicate', '--frobnicate'),
    );
  });

  test('takes no word that was not in UTF-8, since it names another file than was meant', () => {
    expect(() => argumentsOf({ args: ['--only', 'a\uFFFD'], options })).toThrow(
      new UsageError('What stands behind --only is not in UTF-8: a\uFFFD'),
    );
    expect(() => argumentsOf({ args: ['b\uFFFD'], options, allowPositionals: true })).toThrow(
      new UsageError('The name behind the command is not in UTF-8: b\uFFFD'),
    );
  });

  test('says what an option lacks', () => {
    expect(() => argumentsOf({ args: ['--only'], options })).toThrow(
      new UsageError('--only needs a value behind it'),
    );
    expect(() => argumentsOf({ args: ['--only', '--strict'], options })).toThrow(
      new UsageError('--only needs a value behind it'),
    );
    expect(() => argumentsOf({ args: ['--strict=yes'], options })).toThrow(
      new UsageError('--strict takes no value: write --strict alone'),
    );
    expect(() => argumentsOf({ args: ['kdp'], options })).toThrow(
      new UsageError('The command takes options only, not "kdp"'),
    );
  });

  test('takes no empty value, such as that of a variable that is not set', () => {
    expect(() => argumentsOf({ args: ['--only', ''], options })).toThrow(
      new UsageError('--only needs a value behind it, not an empty one'),
    );
    expect(() => argumentsOf({ args: [''], options, allowPositionals: true })).toThrow(
      new UsageError('One of the names behind the command is empty'),
    );
  });

  test('knows options of other programs, where there is one that does the same', () => {
    const out = { out: { type: 'string' } } as const;
    expect(() => argumentsOf({ args: ['-o', 'x'], options: out })).toThrow('Did you mean "--out FOLDER"?');
    expect(() => argumentsOf({ args: ['--pdf'], options })).toThrow('Did you mean "--only pdf"?');
    expect(() => argumentsOf({ args: ['-o', 'x'], options })).toThrow(
      new UnknownOption('There is no option -o', '-o'),
    );
  });
});
