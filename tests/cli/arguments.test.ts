import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/book/errors.ts';
import { argumentsOf } from '../../src/cli/arguments.ts';

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
      new UsageError('There is no option --ony. Did you mean "--only"?'),
    );
    expect(() => argumentsOf({ args: ['--frobnicate'], options })).toThrow(
      new UsageError('There is no option --frobnicate'),
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

  test('knows options of other programs, where there is one that does the same', () => {
    const out = { out: { type: 'string' } } as const;
    expect(() => argumentsOf({ args: ['-o', 'x'], options: out })).toThrow('Did you mean "--out FOLDER"?');
    expect(() => argumentsOf({ args: ['--pdf'], options })).toThrow('Did you mean "--only pdf"?');
    expect(() => argumentsOf({ args: ['-o', 'x'], options })).toThrow(
      new UsageError('There is no option -o'),
    );
  });
});
