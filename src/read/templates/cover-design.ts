import { readFile } from 'node:fs/promises';
import { coverDesigns, type CoverDesignName } from '../../book/cover.ts';
import type { Metadata } from '../../book/metadata.ts';
import type { Font } from '../../book/theme.ts';
import { readTheme } from './theme.ts';

const folder = new URL('templates/covers/', import.meta.resolve('colophon/package.json'));

/** What a cover is set in. */
export interface CoverDesign {
  readonly name: CoverDesignName;
  /** CSS over the custom properties of the emitter. */
  readonly stylesheet: string;
  readonly fonts: ReadonlyArray<Font>;
}

/**
 * The design of a cover: the one book.yaml names, or the one that goes with the theme of the book;
 * `templates/covers/<name>.css` over what all designs share, and the fonts of the theme of that name.
 */
export async function readCoverDesign({ cover, print }: Metadata): Promise<CoverDesign> {
  const name = cover?.design ?? coverDesigns.find((design) => design === print.theme) ?? 'literary';
  const [base, own, theme] = await Promise.all([
    readFile(new URL('cover.css', folder), 'utf8'),
    readFile(new URL(`${name}.css`, folder), 'utf8'),
    readTheme(name),
  ]);
  return { name, stylesheet: `${base}\n${own}`, fonts: theme.fonts };
}
