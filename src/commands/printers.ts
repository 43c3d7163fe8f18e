/** What the command line tells of the printers. */
export { readPrinters } from '../read/printers/printer.ts';
