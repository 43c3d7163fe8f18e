import type { BuildOptions } from './options.ts';

/** The instant of last change that somebody has stated, in seconds since 1970. */
export function statedEpoch({ epoch }: BuildOptions): number | undefined {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  return epoch ?? (stated !== undefined && /^\d+$/.test(stated) ? Number(stated) : undefined);
}

/** The revision of the source, where continuous integration knows it better than the folder does. */
export function statedRevision(): string | undefined {
  return process.env['COLOPHON_REVISION'] || undefined;
}
