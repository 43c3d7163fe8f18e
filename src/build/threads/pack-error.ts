import { EnvironmentError, UsageError } from '../../book/errors.ts';

/** An error as it goes from thread to thread: a copy of an error alone would lose its class and its hint. */
export interface PackedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly hint: string | undefined;
}

/** An error as plain data. */
export function packError(error: unknown): PackedError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, hint: undefined };
  const { name, message, stack } = error;
  return { name, message, stack, hint: error instanceof EnvironmentError ? error.hint : undefined };
}

/** The error that was packed: of its class where the caller of a build can tell the classes apart. */
export function unpackError({ name, message, stack, hint }: PackedError): Error {
  const error =
    hint !== undefined
      ? new EnvironmentError(message, hint)
      : name === 'UsageError'
        ? new UsageError(message)
        : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
