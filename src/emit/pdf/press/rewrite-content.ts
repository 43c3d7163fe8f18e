import { nameIn } from '../../../pdf/content/operand.ts';
import { Operations } from '../../../pdf/content/operations.ts';
import { Replacements } from '../content/replacements.ts';
import { written } from '../content/written.ts';
import { printedGrey, type Ink } from './ink.ts';
import type { Separator } from './separate.ts';
import { isDarkGrey, withSolidType } from './solid-type.ts';

/** A content stream for the press. */
export interface PressContent {
  readonly bytes: Uint8Array;
  /** Whether a colour other than grey is set in it. */
  readonly coloured: boolean;
}

/**
 * A content stream (ISO 32000-1, 7.8.2) with its greys as such (`g`, `G`), which a press prints in
 * black alone, small letters in dark grey as black, and without the marks of tags, which say nothing to a press. Marks that tell what letters
 * the glyphs are, and which way they run, stay: without them the text could not be read back.
 *
 * @param content unpacked
 * @param ink what becomes of colours
 * @param separator makes inks of those that stay, where the printer takes no others
 */
export function rewriteContent(content: Uint8Array, ink: Ink, separator?: Separator): PressContent {
  const replacements = new Replacements(content);
  let coloured = false;
  let screened = false;
  const marks: boolean[] = [];
  const operations = new Operations(content);
  while (operations.next()) {
    const { operator, start, end } = operations;
    switch (operator) {
      case 'rg':
      case 'RG': {
        const grey = printedGrey(operations.numbers(), ink);
        if (grey === undefined) {
          coloured = true;
          if (separator !== undefined) replacements.replace(start, end, separated(operations, separator));
        } else {
          screened ||= operator === 'rg' && isDarkGrey(grey);
          replacements.replace(start, end, `${written(grey)} ${operator === 'rg' ? 'g' : 'G'}`);
        }
        break;
      }
      case 'BMC':
      case 'BDC':
        marks.push(saysText(operations));
        if (marks.at(-1) === false) replacements.replace(start, end, '');
        break;
      case 'EMC':
        if (marks.pop() !== true) replacements.replace(start, end, '');
        break;
      case 'MP':
      case 'DP':
        replacements.replace(start, end, '');
        break;
      default:
    }
  }
  const bytes = replacements.joined();
  return { bytes: screened ? withSolidType(bytes) : bytes, coloured };
}

/** A colour of red, green and blue in the inks of the press (`k`, `K`). */
function separated(operation: Operations, separator: Separator): string {
  const inks = separator.inks(operation.numbers()).map((ink) => written(ink));
  return `${inks.join(' ')} ${operation.operator === 'rg' ? 'k' : 'K'}`;
}

/** Whether marked content says what its glyphs mean (ISO 32000-1, 14.8.2.3.3 and 14.9.4). */
function saysText(operation: Operations): boolean {
  const tag = nameIn(operation.operand(0));
  if (tag === 'ReversedChars') return true;
  const properties = tag === 'Span' ? operation.operand(1) : undefined;
  return properties instanceof Map && properties.has('ActualText');
}
