import type { Printer, TrimSize } from '../../book/printer.ts';
import { directionOf } from '../../language/direction.ts';
import { demandsOf } from './demands.ts';
import type { Expectations, Fold } from './expectations.ts';

/** Without a printer nobody has said how fine images must be. */
const anyResolution = { least: 0, wanted: 0 } as const;

/** What of a printer's demands is told in book.yaml. */
const toldBefore = { trims: undefined, pageLimits: undefined, pageMultiple: undefined } as const;

/** What of the print settings a file must keep. */
interface PrintedAs {
  readonly trim: TrimSize;
  readonly bleed: number;
  readonly bleedSides?: 'all' | 'outside' | undefined;
  readonly ink?: string | undefined;
}

/**
 * What a PDF of a release must be: a build asks it of what it has made, and a check of what it finds.
 *
 * @param kind what the manifest calls the file
 * @param release its language, its number of pages, blank ones included, and how it is printed
 * @param printer whose demands hold; without one nothing is demanded
 * @param isOwn whether it is the book's own: what is told at its place in book.yaml is not asked of the
 * files again
 */
export function expectationsOf(
  kind: string,
  release: {
    readonly language?: string | undefined;
    readonly print: PrintedAs;
    readonly pages: number | undefined;
  },
  printer: Printer | undefined,
  isOwn: boolean,
): Expectations {
  const { print, pages } = release;
  const { trim, bleed, ink } = print;
  const demands = { ...demandsOf(printer), ...(isOwn && toldBefore) };
  switch (kind) {
    case 'pdf':
      return { as: 'screen', trim, pages };
    case 'press':
      return {
        resolution: anyResolution,
        ...demands,
        cover: undefined,
        as: 'press',
        trim,
        bleed,
        fold: foldOf(release),
        trustsProfile: printer === undefined,
        pages,
        black: ink === 'black',
      };
    case 'cover':
      // Its size is judged where it is made, the image on its front where book.yaml names it.
      return {
        as: 'press',
        pages: 1,
        sides: [trim],
        ink: demands.ink,
        resolution: (isOwn ? undefined : demands.resolution) ?? anyResolution,
        opaque: demands.opaque,
        standards: demands.standards,
      };
    default:
      return {};
  }
}

/** A book opens at its first page, a right-hand one, or a left-hand one where it is read leftwards. */
function foldOf({
  language,
  print,
}: {
  readonly language?: string | undefined;
  readonly print: PrintedAs;
}): Fold | undefined {
  if (print.bleedSides !== 'outside') return undefined;
  return language !== undefined && directionOf(language) === 'rtl' ? 'right' : 'left';
}
