import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Printer } from '../../book/printer.ts';
import { printerSchema } from './printer-schema.ts';

const folder = new URL('templates/printers/', import.meta.resolve('colophon/package.json'));

/** The printer of books that name none: any that prints offset. */
export const usualPrinter = 'offset';

/** The names `print.printer` accepts, in alphabetical order. */
export async function printerNames(): Promise<string[]> {
  return (await readdir(folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
}

/**
 * A printer of `templates/printers/<name>.yaml`, checked.
 *
 * @param name one of {@link printerNames}
 */
export async function readPrinter(name: string): Promise<Printer> {
  const text = await readFile(new URL(`${name}.yaml`, folder), 'utf8');
  return { name, ...printerSchema.parse(parse(text)) };
}

/** All printers known, in alphabetical order of their names. */
export async function readPrinters(): Promise<Printer[]> {
  return Promise.all((await printerNames()).map(readPrinter));
}
