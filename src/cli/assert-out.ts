import { realpathSync, statSync } from 'node:fs';
import { UsageError } from '../book/errors.ts';

/**
 * Holds the output folder to be one, and another than that of the manuscript.
 *
 * @param out as typed behind `--out`
 * @param manuscript its folder, or a text in it
 * @throws {UsageError} where a file has its name, or the manuscript lies there
 */
export function assertOut(out: string, manuscript: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UsageError(`--out names a folder; ${out} is a file`);
  if (realpathSync(out) === realpathSync(manuscript))
    throw new UsageError(
      `--out ${out} is the folder of the manuscript: name one within it or beside it, such as dist`,
    );
}
