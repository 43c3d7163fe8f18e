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
    expect(() => argumentsOf({ args: ['--only'], options })).toThrow(UsageError);
  });
});
