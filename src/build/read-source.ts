import type { OwnFonts } from '../book/book.ts';
import { readManuscript } from '../read/manuscript.ts';
import { readFonts } from '../read/styles/fonts.ts';
import { readTheme } from '../read/templates/theme.ts';
import type { Job } from './job.ts';
import type { BuildOptions } from './options.ts';
import type { Source } from './source.ts';

/**
 * Reads everything from disk but images, whose names stand in the chapters.
 *
 * @param folder path of the manuscript
 * @throws UsageError where there is no such folder
 */
export async function readSource(folder: string, { options, limits, findings }: Job): Promise<Source> {
  const manuscript = await readManuscript(folder, {
    ...epochOption(options),
    ...revisionOption(),
    limits,
  });
  findings.watch(manuscript.files);
  if (manuscript.readAs !== undefined) options.onNote?.(manuscript.readAs);
  findings.weighBy(manuscript.metadata.rules ?? {});
  const { stylesheet, metadata } = manuscript;
  const [theme, ownFonts] = await Promise.all([
    readTheme(metadata.print.theme),
    stylesheet === undefined ? noFonts : readFonts(folder, stylesheet),
  ]);
  return { folder, manuscript, theme, stylesheet: String(stylesheet ?? ''), ownFonts };
}

const noFonts: OwnFonts = new Map();

function epochOption({ epoch }: BuildOptions): { readonly epoch?: number } {
  const stated = process.env['SOURCE_DATE_EPOCH'];
  const seconds = epoch ?? (stated !== undefined && /^\d+$/.test(stated) ? Number(stated) : undefined);
  return seconds === undefined ? {} : { epoch: seconds };
}

/** The revision of the source, where continuous integration knows it better than the folder does. */
function revisionOption(): { readonly revision?: string } {
  const revision = process.env['COLOPHON_REVISION'];
  return revision === undefined || revision === '' ? {} : { revision };
}
