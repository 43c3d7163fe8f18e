import { UsageError } from '../book/errors.ts';
import { lastSecond } from '../book/last-second.ts';
import type { BuildOptions } from './options.ts';

/**
 * The instant of last change that somebody has stated, in seconds since 1970.
 *
 * @throws {UsageError} where `SOURCE_DATE_EPOCH` is no such number
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function statedEpoch({ epoch }: Pick<BuildOptions, 'epoch'>): number | undefined {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined || stated === undefined || stated === '') return epoch;
  if (!/^\d+$/.test(stated) || Number(stated) > lastSecond)
    throw new UsageError(
      `SOURCE_DATE_EPOCH takes whole seconds from 1970 to the year 9999, not ${JSON.stringify(stated)}`,
    );
  return Number(stated);
}

/** The revision of the source, where continuous integration knows it better than the folder does. */
export function statedRevision(): string | undefined {
  return process.env['COLOPHON_REVISION'] || undefined;
}
