import type { VFile } from 'vfile';
import type { Printer } from '../../book/printer.ts';
import { report } from '../../book/messages/messages.ts';
import { parsePath } from '../files/paths.ts';
import { readText } from '../files/text-file.ts';
import { parseYaml } from '../yaml/yaml-document.ts';
import { reportIssues } from '../yaml/schema-issues.ts';
import { printerSchema } from './printer-schema.ts';

/** A printer that does not come with Colophon: a file of the manuscript folder tells of it. */
export interface OwnPrinter {
  /** The file, with what is wrong in it. */
  readonly file: VFile;
  /** Undefined where it could not be read. */
  readonly printer?: Printer;
}

/** The most that is known of a printer, in bytes; those that come along have some 5,000. */
const largest = 65_536;

/** Whether what is written in the place of a printer's name is a file. */
export function isPrinterFile(written: string): boolean {
  return /\.ya?ml$/i.test(written);
}

/**
 * A printer of an author's own. The file holds measures and words alone: nothing in it is run, and nothing outside of the
 * manuscript folder is read.
 *
 * @param root the real path of the manuscript folder
 * @param written the path of the file, relative to it
 */
export async function readOwnPrinter(root: string, written: string): Promise<OwnPrinter> {
  const name = parsePath(written);
  const { file, fault } = await readText(root, name, largest);
  if (fault === 'missing') {
    report(file, 'config-value', `There is no file "${name}", which print.printer names`, undefined, {
      hint: 'Name a printer of `colophon printers`, or write the file: the Handbook shows one.',
    });
  }
  const document = fault === undefined ? parseYaml(file, String(file.value)) : undefined;
  if (document === undefined) return { file };
  const known = printerSchema.safeParse(document.value);
  if (known.success) return { file, printer: { name, ...known.data } };
  reportIssues(file, document, known.error.issues);
  return { file };
}
