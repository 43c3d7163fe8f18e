import type { Message } from '../book/messages/messages.ts';
import type { PrintSettings } from '../book/metadata.ts';
import type { Printing } from '../book/printer.ts';

/** The files made for a printer, each with its name. */
export interface PressFiles {
  readonly press?: { readonly path: string; readonly bytes: Uint8Array } | undefined;
  readonly cover?: { readonly path: string; readonly bytes: Uint8Array } | undefined;
}

/**
 * What preflight finds in the files for the printer that book.yaml names, read back. Size, pages and
 * the image on the front have been judged before, where the place in book.yaml is known.
 *
 * @param book what they must be; `knowsMissing`: whether it was told that characters have no glyph
 */
export async function checkForPrinter(
  { press, cover }: PressFiles,
  { printer, chosen }: Printing,
  book: { readonly print: PrintSettings; readonly pages: number; readonly knowsMissing: boolean },
): Promise<Message[]> {
  if (!chosen) return [];
  const { preflight } = await import('../preflight/pdf/preflight.ts');
  const { print, pages, knowsMissing } = book;
  const shared = { as: 'press', ink: printer.mostInk, knowsMissing } as const;
  const found: Message[] = [];
  if (press !== undefined) {
    const { trim, bleed } = print;
    const { resolution } = printer;
    const black = print.ink === 'black';
    found.push(
      ...(await preflight(press.bytes, press.path, { ...shared, trim, bleed, pages, black, resolution })),
    );
  }
  if (cover !== undefined) {
    const resolution = { least: 0, wanted: 0 };
    found.push(...(await preflight(cover.bytes, cover.path, { ...shared, pages: 1, resolution })));
  }
  return found;
}
