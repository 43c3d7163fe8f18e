import type { OwnFonts } from '../book/book.ts';
import { readManuscript } from '../read/manuscript.ts';
import { readFonts } from '../read/styles/fonts.ts';
import { readTheme } from '../read/templates/theme.ts';
import type { Job } from './job.ts';
import type { BuildOptions } from './options.ts';
import type { Source } from './source.ts';
import { statedEpoch, statedRevision } from './stated.ts';

/**
 * Reads everything from disk but images, whose names stand in the chapters.
 *
 * @param folder path of the manuscript
 * @throws UsageError where there is no such folder
 */
export async function readSource(folder: string, { options, limits, findings }: Job): Promise<Source> {
  const [epoch, revision] = [statedEpoch(options), statedRevision()];
  const manuscript = await readManuscript(folder, {
    ...(epoch !== undefined && { epoch }),
    ...(revision !== undefined && { revision }),
    limits,
    ...(options.offline === true && { offline: true }),
    ...(options.themes !== undefined && { themes: Object.keys(options.themes) }),
  });
  findings.watch(manuscript.files);
  if (manuscript.readAs !== undefined) options.onNote?.(manuscript.readAs);
  if (manuscript.shared !== undefined)
    options.onNote?.(`What ${manuscript.shared} says counts for this book, too`);
  findings.weighBy(manuscript.metadata.rules ?? {});
  const { stylesheet, metadata } = manuscript;
  const [theme, ownFonts] = await Promise.all([
    readTheme(metadata.print.theme, ownTheme(metadata.print.theme, options.themes)),
    stylesheet === undefined ? noFonts : readFonts(folder, stylesheet),
  ]);
  return { folder, manuscript, theme, stylesheet: String(stylesheet ?? ''), ownFonts };
}

const noFonts: OwnFonts = new Map();

/** The folder of a theme of the caller's own; undefined for those that come along. */
function ownTheme(name: string, themes: BuildOptions['themes'] = {}): string | undefined {
  return Object.hasOwn(themes, name) ? themes[name] : undefined;
}
