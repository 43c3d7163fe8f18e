import { openingStyles } from '../../book/metadata.ts';
import { didYouMean } from '../../book/nearest.ts';
import type { Printer } from '../../book/printer.ts';
import { Fault } from '../values/fault.ts';
import { paperFault, paperOf } from '../printers/paper.ts';
import { pageFault, pageKeys } from './print-schema.ts';
import { parsePath } from '../files/paths.ts';
import { mapping, oneOf, parsed, text, truth } from '../yaml/schema.ts';

/**
 * The schema of the key `print`: the page, its looks, and who prints it on what.
 *
 * @param themes the names `print.theme` accepts
 * @param printers the names `print.printer` accepts
 * @param printer the one it states, or the usual one
 */
export function printKey(themes: ReadonlyArray<string>, printers: ReadonlyArray<string>, printer: Printer) {
  return mapping({
    ...pageKeys,
    theme: parsed('a theme', (written) => parseTheme(written, themes)).exactOptional(),
    largePrint: truth().exactOptional(),
    openingStyle: oneOf(...openingStyles).exactOptional(),
    printer: parsed('a printer', (written) => parsePrinter(written, printers)).exactOptional(),
    paper: text().exactOptional(),
    ink: oneOf('black', 'colour').exactOptional(),
    marks: truth().exactOptional(),
    profile: parsed('coated, uncoated or the path of an .icc file', parseProfile).exactOptional(),
  }).superRefine((print, context) => {
    const { paper } = print;
    const known = print.printer === undefined || paper === undefined || paperOf(printer, paper) !== undefined;
    const found = known ? pageFault(print) : { key: 'paper', fault: paperFault(printer, paper) };
    if (found === undefined) return;
    const { key, fault } = found;
    context.addIssue({ code: 'custom', path: [key], message: fault.reason, params: { fault } });
  });
}

function parseTheme(name: string, themes: ReadonlyArray<string>): string | Fault {
  if (themes.includes(name)) return name;
  return new Fault(`"${name}" is no theme`, {
    hint: didYouMean(name, themes) ?? `Themes: ${themes.join(', ')}.`,
  });
}

function parsePrinter(written: string, names: ReadonlyArray<string>): string | Fault {
  if (names.includes(written)) return written;
  return new Fault(`"${written}" is no printer known here`, {
    hint:
      didYouMean(written, names) ??
      `Printers: ${names.join(', ')}; or the path of a file that tells of one, such as press.yaml.`,
  });
}

function parseProfile(written: string): string | undefined {
  if (written === 'coated' || written === 'uncoated') return written;
  return /\.icc$/i.test(written) ? parsePath(written) : undefined;
}
