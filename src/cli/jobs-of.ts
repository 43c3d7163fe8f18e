import { UsageError } from '../book/errors.ts';

/** What `--jobs` says. */
export function jobsOf(stated: string | undefined): { jobs?: number } {
  if (stated === undefined) return {};
  if (!/^[1-9]\d{0,2}$/.test(stated))
    throw new UsageError(`--jobs takes how many books are built at a time, not "${stated}"`);
  return { jobs: Number(stated) };
}
