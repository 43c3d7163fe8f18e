/** The command was used wrongly: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine lacks something or refused something: exit status 3. `hint` says what to do. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
