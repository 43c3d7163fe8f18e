import type { Bytes } from '../../book/bytes.ts';
import { ByteSink } from './byte-sink.ts';

/** Bytes of one picture that may stay in memory: drawings and ornaments do, photographs do not. */
const small = 1 << 16;

/**
 * One of many files, in memory only where it is small.
 *
 * @param scratch the folder for what would fill the memory; without one all stays in memory
 * @throws EnvironmentError where it cannot be written
 */
export async function keepBytes(bytes: Uint8Array, scratch: string | undefined): Promise<Bytes> {
  const sink = new ByteSink(scratch, small);
  await sink.add(bytes);
  return sink.end();
}
