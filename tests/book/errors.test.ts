import { expect, test } from 'vitest';
import { EnvironmentError, UsageError } from '../../src/book/errors.ts';

test('errors are told apart by name, and those of the machine say what to do', () => {
  const cause = new Error('ENOSPC');
  const error = new EnvironmentError('The disk is full', 'Make room.', { cause });
  expect(error).toMatchObject({
    name: 'EnvironmentError',
    message: 'The disk is full',
    hint: 'Make room.',
    cause,
  });
  expect(new UsageError('Wrong')).toMatchObject({ name: 'UsageError', message: 'Wrong' });
});
