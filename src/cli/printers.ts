import { readPrinters } from '../read/printers/printer.ts';
import { printerInWords } from './printer-in-words.ts';
import { argumentsOf } from './arguments.ts';

export const help = `colophon printers [options]

Lists the printers whose demands a build can judge a book by: for each its name, which
book.yaml states as print: { printer: name }, its papers (print: { paper: name }), what it
asks of a book, where the figures are from, and which of them nobody has confirmed.

  --json            one JSON document on standard output, lengths in PDF points (1/72 in)
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values } = argumentsOf({ args: argv, options: { json: { type: 'boolean', default: false } } });
  const printers = await readPrinters();
  process.stdout.write(
    values.json ? `${JSON.stringify({ printers }, null, 2)}\n` : printers.map(printerInWords).join('\n'),
  );
  return 0;
}
