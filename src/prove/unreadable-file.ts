/** A finished file that is not what it should be by its kind: no container, not well-formed, of another shape. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/**
 * What a library reads out of a file, whose errors are faults of the file.
 *
 * @param read calls the library and nothing else
 * @throws UnreadableFile where it fails
 */
export async function readOut<Read>(read: () => Read | PromiseLike<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
