/** A PDF that is broken, or not written as ours are. */
export class FileError extends Error {
  override readonly name = 'FileError';
}
